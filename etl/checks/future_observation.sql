-- the figure belongs to a time after the day of judgement
select
    _file,
    _row,
    if(as_of > getvariable('as_of')::varchar, 'as_of', 'period') as column_name,
    coalesce(if(as_of > getvariable('as_of')::varchar, as_of, null), period) as value,
    '≤ ' || getvariable('as_of') as expected
from stage.observations
-- The first comparison is quick and passes over nearly all; the second is exact.
where (period > year(getvariable('as_of'))::varchar and try_cast(left(period, 4) as integer) > year(getvariable('as_of')))
    or as_of > getvariable('as_of')::varchar
