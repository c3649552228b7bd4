-- Figures of regions by year for one indicator, with the interval of each and the words that state it.
-- A count may be divided by its region's size (`per`), by which figures without a size fall away; what is no count stands
-- as it is. With a year: figures of that year and of the year before only.
-- params: lang text, indicator_id text, region_codes text[], per text, year integer
-- columns: region_code text, region text, level text, indicator_id text, indicator text, unit text, sign integer, per_capita boolean, per text, year integer, is_newest boolean, comparator text, value double, lower double, upper double, interval_kind text, sample_size bigint, stated_value double, stated_value_high double, observation_id text, denominator_observation_id text, denominator_value double, denominator_year integer, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text
with figures as (
    select *
    from comparable_figures
    where ($indicator_id is null or indicator_id = $indicator_id)
        and ($region_codes is null or list_contains($region_codes, region_code))
        and ($year is null or year between $year - 1 and $year)
        and per = if(per_capita, coalesce($per, ''), '')
)

select
    figures.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    figures.level,
    figures.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    figures.unit,
    figures.sign,
    figures.per_capita,
    figures.per,
    figures.year,
    row_number() over (partition by figures.region_code, figures.indicator_id order by figures.year desc) = 1
        as is_newest,
    observations.comparator,
    figures.value,
    figures.lower,
    figures.upper,
    figures.interval_kind,
    observations.sample_size,
    figures.stated_value,
    observations.value_high as stated_value_high,
    figures.observation_id,
    figures.denominator_observation_id,
    figures.denominator_value,
    figures.denominator_year,
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
from figures
join regions using (region_code)
join indicators using (indicator_id)
join observations using (observation_id)
join sources using (source_id)
order by figures.indicator_id, figures.region_code, figures.year
