-- Counts of regions per 10 000 residents, per 10 000 market entities and per 100 million yuan of GDP, with the denominator.
-- A figure without a denominator of its year, the year before or after stands without a rate and with the reason.
-- params: lang text, indicator_id text, level text, region_codes text[], year integer, per text
-- columns: region_code text, region text, level text, indicator_id text, unit text, year integer, stated_value double, per text, rate double, lower double, upper double, denominator_value double, denominator_year integer, reason text, observation_id text, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text, denominator_observation_id text, denominator_source_title text, denominator_publisher text, denominator_published text, denominator_url text, denominator_phrase text
with counts as (
    select *
    from comparable_figures
    where per = ''
        and per_capita
        and ($indicator_id is null or indicator_id = $indicator_id)
        and ($level is null or level = $level)
        and ($region_codes is null or list_contains($region_codes, region_code))
        and ($year is null or year = $year)
),

denominators as (
    select unnest(['resident_population', 'market_entities', 'gdp']) as per
),

wanted as (
    select counts.* exclude (per), denominators.per
    from counts
    cross join denominators
    where counts.indicator_id <> denominators.per and ($per is null or denominators.per = $per)
),

known_denominators as (
    select distinct region_code, indicator_id as per from yearly_figures
)

select
    wanted.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    wanted.level,
    wanted.indicator_id,
    wanted.unit,
    wanted.year,
    wanted.stated_value,
    wanted.per,
    rates.value as rate,
    rates.lower,
    rates.upper,
    rates.denominator_value,
    rates.denominator_year,
    case
        when rates.observation_id is not null then null
        when known_denominators.per is not null then 'denominator_years_apart'
        else 'denominator_not_reported'
    end as reason,
    wanted.observation_id,
    observations.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    observations.locator,
    observations.phrase,
    observations.quality,
    observations.note,
    rates.denominator_observation_id,
    if($lang = 'zh', below_sources.title_zh, coalesce(below_sources.title_en, below_sources.title_zh))
        as denominator_source_title,
    if($lang = 'zh', below_sources.publisher, coalesce(below_sources.publisher_en, below_sources.publisher))
        as denominator_publisher,
    below_sources.published as denominator_published,
    below_sources.url as denominator_url,
    below.phrase as denominator_phrase,
from wanted
left join comparable_figures as rates
    on wanted.observation_id = rates.observation_id and wanted.per = rates.per
left join known_denominators
    on wanted.region_code = known_denominators.region_code and wanted.per = known_denominators.per
join regions on wanted.region_code = regions.region_code
join observations on wanted.observation_id = observations.observation_id
join sources on observations.source_id = sources.source_id
left join observations as below on rates.denominator_observation_id = below.observation_id
left join sources as below_sources on below.source_id = below_sources.source_id
order by wanted.indicator_id, wanted.per, rates.value desc nulls last, wanted.region_code, wanted.year desc
