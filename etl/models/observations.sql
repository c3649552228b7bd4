-- One row a published figure, with the interval its words allow and whether it is the preferred one of its period.
-- needs: indicators, sources
-- kind: table
with figures as (
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
),

-- Only where a period has more than one figure is there anything to prefer.
stated_more_than_once as (
    select region_code, indicator_id, period
    from bounded
    where period is not null
    group by all
    having count(*) > 1
),

passed_over as (
    select observation_id
    from bounded
    semi join stated_more_than_once using (region_code, indicator_id, period)
    qualify row_number() over (
        partition by region_code, indicator_id, period, period_start
        order by quality, coalesce(as_of, '9999') desc, published_from desc nulls last, observation_id
    ) > 1
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
    source_id,
    published_from,
    locator,
    phrase,
    quality,
    note,
from bounded
left join passed_over using (observation_id)
