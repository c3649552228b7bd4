-- the figure belongs to a time after the day of judgement
with later as (
    select *
    from stage.observations
    -- The first comparison is quick and passes over nearly all; the second is exact.
    where (
            period > year(getvariable('as_of'))::varchar
            and try_cast(left(period, 4) as integer) > year(getvariable('as_of'))
        )
        or as_of > getvariable('as_of')::varchar
),

-- A document that came out after that day is no fault: its figures are kept and do not count yet. Of an undated one it
-- cannot be said, so its figures are measured against today.
dated as (
    select
        later.*,
        if(sources.published is null, greatest(getvariable('as_of'), current_date), getvariable('as_of')) as last_day,
    from later
    left join stage.sources using (source_id)
    where not coalesce(sources.published > getvariable('as_of')::varchar, false)
)

select
    _file,
    _row,
    if(as_of > last_day::varchar, 'as_of', 'period') as column_name,
    coalesce(if(as_of > last_day::varchar, as_of, null), period) as value,
    '≤ ' || last_day as expected
from dated
where try_cast(left(period, 4) as integer) > year(last_day) or as_of > last_day::varchar
