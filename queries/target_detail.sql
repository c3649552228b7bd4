-- Every figure that a target's verdict used, each with its part in it and its source.
-- params: lang text, target_id text
-- columns: target_id text, part text, figure_id text, region text, indicator text, unit text, comparator text, value double, value_high double, period text, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text
with chosen as (
    select * from verdicts where $target_id is null or target_id = $target_id
),

strip_figures as (
    select distinct target_id, observation_id
    from verdict_years
    where observation_id is not null
),

reference_figures as (
    select chosen.target_id, yearly_figures.observation_id
    from chosen
    join targets using (target_id)
    join yearly_figures
        on targets.reference_region_code = yearly_figures.region_code
        and targets.indicator_id = yearly_figures.indicator_id
        and chosen.latest_period = yearly_figures.year
),

parts as (
    select target_id, 1 as place, 'target' as part, target_id as figure_id from chosen
    union all
    select target_id, 2, 'base', base_observation_id from chosen
    union all
    select target_id, 3, 'latest', latest_observation_id from chosen
    union all
    select target_id, 4, 'reference', observation_id from reference_figures
    union all
    select target_id, 5, 'year', observation_id from strip_figures semi join chosen using (target_id)
    union all
    select target_id, 6, 'parent_target', parent_target_id from chosen
),

figures as (
    select
        observation_id as figure_id, region_code, indicator_id, unit, comparator, value, value_high, period,
        source_id, locator, phrase, quality, note,
    from observations
    union all
    select
        target_id, region_code, indicator_id, unit, comparator, value, value_high, due::varchar,
        source_id, locator, phrase, quality, note,
    from targets
)

select
    parts.target_id,
    parts.part,
    figures.figure_id,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    figures.unit,
    figures.comparator,
    figures.value,
    figures.value_high,
    figures.period,
    figures.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    figures.locator,
    figures.phrase,
    figures.quality,
    figures.note,
from parts
join figures using (figure_id)
join regions using (region_code)
join indicators using (indicator_id)
join sources using (source_id)
order by parts.target_id, parts.place, figures.period, figures.figure_id
