-- One row a region, indicator, year and denominator: the figure as it may be set beside other regions', with its interval.
-- needs: yearly_figures, sampling_intervals, indicators, regions
-- kind: view
-- `per` is '' for the figure itself, else the indicator it is divided by; only counts that grow with a region's size are.
with figures as (
    select
        yearly_figures.region_code,
        regions.level,
        yearly_figures.indicator_id,
        indicators.per_capita,
        indicators.basis,
        indicators.unit,
        if(indicators.direction = 'lower' or indicators.basis = 'rank', -1, 1) as sign,
        yearly_figures.year,
        yearly_figures.observation_id,
        yearly_figures.value,
        -- The chance of the sample counts where its size is known, else what the words leave open.
        coalesce(sampling_intervals.lower, yearly_figures.lower) as lower,
        coalesce(sampling_intervals.upper, yearly_figures.upper) as upper,
        case
            when sampling_intervals.observation_id is not null then 'sampling'
            when yearly_figures.lower is distinct from yearly_figures.upper then 'wording'
            else 'none'
        end as interval_kind,
    from yearly_figures
    join indicators using (indicator_id)
    join regions using (region_code)
    left join sampling_intervals using (observation_id)
),

-- 亿元 are one hundred million yuan, hence the factor of 1 for GDP.
denominators as (
    select
        yearly_figures.region_code,
        yearly_figures.indicator_id as per,
        yearly_figures.observation_id,
        yearly_figures.value,
        yearly_figures.lower,
        yearly_figures.upper,
        yearly_figures.year,
        if(yearly_figures.indicator_id = 'gdp', 1, 10000) as factor,
        unnest([year - 1, year, year + 1]) as numerator_year,
    from yearly_figures
    where yearly_figures.indicator_id in ('resident_population', 'market_entities', 'gdp') and yearly_figures.value > 0
),

rates as (
    select
        figures.*,
        denominators.per,
        denominators.factor,
        denominators.observation_id as denominator_observation_id,
        denominators.value as denominator_value,
        denominators.lower as denominator_lower,
        denominators.upper as denominator_upper,
        denominators.year as denominator_year,
    from figures
    join denominators
        on figures.region_code = denominators.region_code
        and figures.year = denominators.numerator_year
        and figures.indicator_id <> denominators.per
    where figures.per_capita
    qualify row_number() over (
        partition by figures.observation_id, denominators.per
        order by abs(denominators.year - figures.year), denominators.year
    ) = 1
)

select
    region_code,
    level,
    indicator_id,
    per_capita,
    basis,
    unit,
    sign,
    year,
    '' as per,
    observation_id,
    value as stated_value,
    value,
    lower,
    upper,
    interval_kind,
    null as denominator_observation_id,
    null as denominator_value,
    null as denominator_year,
from figures
union all
select
    region_code,
    level,
    indicator_id,
    per_capita,
    basis,
    unit,
    sign,
    year,
    per,
    observation_id,
    value,
    factor * value / denominator_value,
    factor * lower / nullif(denominator_upper, 0),
    factor * upper / nullif(denominator_lower, 0),
    if(denominator_lower is distinct from denominator_upper, 'wording', interval_kind),
    denominator_observation_id,
    denominator_value,
    denominator_year,
from rates
