-- the commitment falls due before it starts
select _file, _row, 'due' as column_name, due::varchar as value, '≥ ' || period_start as expected
from stage.targets
where due < period_start
