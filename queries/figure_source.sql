-- Everything that is known of one figure: a published actual or a target, by its id.
-- params: figure_id text, lang text
-- columns: figure_id text, kind text, region_code text, region text, indicator_id text, indicator text, unit text, comparator text, value double, value_high double, period text, as_of text, sample_size bigint, source_id text, source_title text, original_title text, publisher text, published text, date_note text, url text, reach text, locator text, phrase text, quality text, note text
with figures as (
    select
        observation_id as figure_id,
        'actual' as kind,
        region_code,
        indicator_id,
        unit,
        comparator,
        value,
        value_high,
        period,
        as_of,
        sample_size,
        source_id,
        locator,
        phrase,
        quality,
        note,
    from observations
    union all
    select
        target_id,
        'target',
        region_code,
        indicator_id,
        unit,
        comparator,
        value,
        value_high,
        due::varchar,
        null,
        null,
        source_id,
        locator,
        phrase,
        quality,
        note,
    from targets
)

select
    figures.figure_id,
    figures.kind,
    figures.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    figures.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    figures.unit,
    figures.comparator,
    figures.value,
    figures.value_high,
    figures.period,
    figures.as_of,
    figures.sample_size,
    figures.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    sources.title_zh as original_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.date_note,
    sources.url,
    sources.reach,
    figures.locator,
    figures.phrase,
    figures.quality,
    figures.note,
from figures
join regions using (region_code)
join indicators using (indicator_id)
join sources using (source_id)
where $figure_id is null or figures.figure_id = $figure_id
