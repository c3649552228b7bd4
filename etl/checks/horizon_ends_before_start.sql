-- the programme ends before it starts
select _file, _row, 'horizon_end' as column_name, horizon_end::varchar as value, '≥ ' || horizon_start as expected
from stage.programmes
where horizon_end < horizon_start
