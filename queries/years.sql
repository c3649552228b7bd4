-- Years that some figure stands for or some target falls due in, newest first.
-- params:
-- columns: year integer
with named as (
    select year from observations
    union
    select coalesce(period_start, year) from observations
    union
    select due from targets
)

select year from named where year is not null order by year desc
