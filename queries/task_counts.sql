-- Numbers that describe a document and are not judged: tasks, areas, projects that it counts itself.
-- params: lang text, programme_id text, region_code text, level text
-- columns: target_id text, programme_id text, programme text, region_code text, region text, indicator_id text, indicator text, unit text, comparator text, value double, value_high double, due integer, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
select
    targets.target_id,
    targets.programme_id,
    if($lang = 'zh', programmes.title_zh, programmes.title_en) as programme,
    targets.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    targets.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    targets.unit,
    targets.comparator,
    targets.value,
    targets.value_high,
    targets.due,
    targets.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
from targets
join programmes using (programme_id)
join regions on targets.region_code = regions.region_code
join indicators using (indicator_id)
join sources on targets.source_id = sources.source_id
where targets.form = 'count'
    and ($programme_id is null or targets.programme_id = $programme_id)
    and ($region_code is null or targets.region_code = $region_code)
    and ($level is null or regions.level = $level)
order by targets.value desc nulls last, targets.target_id
