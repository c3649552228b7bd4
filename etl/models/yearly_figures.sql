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
        and (is_of_a_day(basis, unit) or not is_before_year_end(as_of))
),

-- Only where a year has more than one figure is there anything to choose.
told_again as (
    select
        region_code,
        indicator_id,
        year,
        count(*) as published_figures,
        min(lower) as lowest,
        max(upper) as highest,
    from counted
    group by all
    having count(*) > 1
),

passed_over as (
    select observation_id
    from counted
    semi join told_again using (region_code, indicator_id, year)
    qualify row_number() over (
        partition by region_code, indicator_id, year
        order by is_inside_year, quality, as_of desc nulls first, published_from desc nulls last, observation_id
    ) > 1
),

chosen as (
    select
        counted.*,
        coalesce(told_again.published_figures, 1) as published_figures,
        if(told_again.published_figures is null, counted.lower, told_again.lowest) as lowest,
        if(told_again.published_figures is null, counted.upper, told_again.highest) as highest,
    from counted
    left join told_again using (region_code, indicator_id, year)
    anti join passed_over using (observation_id)
),

with_earlier as (
    select
        *,
        lag(year) over series as previous_year,
        lag(value) over series as previous_value,
        lag(year, 2) over series = year - 2 as has_two_before,
        lag(year, 3) over series = year - 3 as has_three_before,
        lag(year, 4) over series = year - 4 as has_four_before,
        lag(year, 5) over series = year - 5 as has_five_before,
        lag(value, 2) over series as two_before,
        lag(value, 3) over series as three_before,
        lag(value, 4) over series as four_before,
        lag(value, 5) over series as five_before,
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
    -- Consecutive years up to this one, as far as a projection looks back.
    case
        when has_five_before then 6
        when has_four_before then 5
        when has_three_before then 4
        when has_two_before then 3
        when previous_year = year - 1 then 2
        else 1
    end as run_length,
    -- The mean of the last (up to five) yearly changes of the run is what lies between its ends, by its length.
    case
        when has_five_before then (value - five_before) / 5
        when has_four_before then (value - four_before) / 4
        when has_three_before then (value - three_before) / 3
        when has_two_before then (value - two_before) / 2
        when previous_year = year - 1 then value - previous_value
    end as mean_change,
from with_earlier
