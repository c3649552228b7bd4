-- the figure's period ends before it starts
select _file, _row, 'period_start' as column_name, period_start::varchar as value, '≤ ' || period as expected
from stage.observations
where period_start is not null
    and period_start > try_cast(left(period, 4) as integer)
