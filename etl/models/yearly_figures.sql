-- One row a region, indicator and year: the figure that stands for the year on the day of judgement, and the run it ends.
-- needs: observations
-- kind: table
with counted as (
    select
        *,
        -- A stock inside the year is that day's stock; a flow or a rate that ends inside the year is a part of it.
        is_before_year_end(as_of) as is_inside_year,
    from observations
    where period_kind = 'year'
        and year <= year(getvariable('as_of'))
        and (published_from is null or published_from <= getvariable('as_of'))
        and (as_of is null or left(as_of, 10) <= getvariable('as_of')::varchar)
        -- A flow of several years is no figure of its last year.
        and (period_start is null or period_start = year or basis in ('stock', 'cumulative'))
),

chosen as (
    select
        *,
        count(*) over same_year as published_figures,
        max(upper) over same_year as highest,
        min(lower) over same_year as lowest,
    from counted
    where not is_inside_year or is_of_a_day(basis, unit)
    window same_year as (partition by region_code, indicator_id, year)
    qualify row_number() over (
        partition by region_code, indicator_id, year
        order by is_inside_year, quality, as_of desc nulls first, published_from desc nulls last, observation_id
    ) = 1
),

with_change as (
    select
        *,
        lag(year) over series as previous_year,
        lag(value) over series as previous_value,
        year - row_number() over series as run,
    from chosen
    window series as (partition by region_code, indicator_id order by year)
)

select
    region_code,
    indicator_id,
    year,
    observation_id,
    comparator,
    value,
    value_high,
    lower,
    upper,
    comparator = '>' as lower_open,
    comparator in ('<', '~') as upper_open,
    is_inside_year,
    published_figures,
    lowest,
    highest,
    previous_year,
    previous_value,
    count(*) over run_so_far as run_length,
    avg(if(previous_year = year - 1, value - previous_value, null)) over last_five as mean_change,
from with_change
window
    run_so_far as (partition by region_code, indicator_id, run order by year),
    last_five as (partition by region_code, indicator_id, run order by year rows 4 preceding)
