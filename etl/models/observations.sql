-- One row a published figure, with the interval its words allow and whether it is the preferred one of its period.
-- needs: indicators, sources
-- kind: table
with passed_over as (
    select staged.observation_id
    -- Only where a period has more than one figure is there anything to prefer.
    from stage.repeated_figures as staged
    join sources using (source_id)
    where staged.period is not null
    qualify row_number() over (
        partition by staged.region_code, staged.indicator_id, staged.period, staged.period_start
        order by
            staged.quality,
            coalesce(staged.as_of, '9999') desc,
            sources.published_from desc nulls last,
            staged.observation_id
    ) > 1
),

figures as (
    select
        staged.* exclude (_row, _file, unit),
        indicators.theme,
        indicators.unit,
        indicators.basis,
        sources.published_from,
        cast(left(staged.period, 4) as integer) as year,
        case
            when staged.period like '%-S%' then 'half'
            when staged.period like '%-Q%' then 'quarter'
            when length(staged.period) = 7 then 'month'
            when staged.period is not null then 'year'
        end as period_kind,
        if(staged.comparator = '~', rounding_step(staged.value), null) as step,
    from stage.observations as staged
    join indicators using (indicator_id)
    join sources using (source_id)
),

bounded as (
    select
        figures.* exclude (step),
        case
            when comparator in ('<', '<=') then null
            when step is null then value
            when regexp_matches(phrase, '[余餘多]') then value
            when regexp_matches(phrase, '近') then value - step
            else value - step / 2
        end as lower,
        case
            when comparator in ('>', '>=') then null
            when value_high is not null then value_high
            when step is null then value
            when regexp_matches(phrase, '[余餘多]') then value + step
            when regexp_matches(phrase, '近') then value
            else value + step / 2
        end as upper,
    from figures
)

select
    observation_id,
    region_code,
    indicator_id,
    theme,
    unit,
    basis,
    period_start,
    period,
    year,
    period_kind,
    as_of,
    comparator,
    value,
    value_high,
    lower,
    upper,
    sample_size,
    period is not null and passed_over.observation_id is null as is_preferred,
    coalesce(period_kind = 'year' and is_before_year_end(as_of), false) as is_inside_year,
    -- Whether it may stand for its year on the day of judgement: published and dated by then, and of the whole year.
    coalesce(
        period_kind = 'year'
        and is_known_on(getvariable('as_of'), published_from, year, as_of)
        -- A flow of several years is no figure of its last year.
        and (period_start is null or period_start = year or basis in ('stock', 'cumulative'))
        -- A stock inside the year is that day's stock; a flow or a rate that ends inside the year is a part of it.
        and (is_of_a_day(basis, unit) or not is_before_year_end(as_of)),
        false
    ) as counts_for_year,
    source_id,
    published_from,
    locator,
    phrase,
    quality,
    note,
from bounded
left join passed_over using (observation_id)
