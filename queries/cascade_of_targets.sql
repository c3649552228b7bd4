-- Targets of a region, an indicator or a document, each beside the nearest target above it and the nation's.
-- params: lang text, region_code text, indicator_id text, level text, programme_id text
-- columns: target_id text, programme text, region_code text, region text, level text, indicator_id text, indicator text, theme text, unit text, form text, comparator text, value double, value_high double, due integer, state text, cascade text, parent_target_id text, parent_region text, parent_level text, parent_comparator text, parent_value double, parent_value_high double, parent_due integer, nation_target_id text, nation_comparator text, nation_value double, nation_value_high double, nation_due integer, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
with recursive upwards as (
    select target_id, target_id as above_id from verdicts
    union
    select upwards.target_id, verdicts.parent_target_id
    from upwards
    join verdicts on upwards.above_id = verdicts.target_id
    where verdicts.parent_target_id is not null
),

of_the_nation as (
    select upwards.target_id, nation.target_id as nation_target_id, nation.comparator, nation.target_value,
        nation.target_value_high, nation.due
    from upwards
    join verdicts as nation on upwards.above_id = nation.target_id
    join regions on nation.region_code = regions.region_code
    where regions.level = 'country' and upwards.target_id <> nation.target_id
)

select
    verdicts.target_id,
    if($lang = 'zh', programmes.title_zh, programmes.title_en) as programme,
    verdicts.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    regions.level,
    verdicts.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    targets.theme,
    targets.unit,
    verdicts.form,
    verdicts.comparator,
    verdicts.target_value as value,
    verdicts.target_value_high as value_high,
    verdicts.due,
    verdicts.state,
    verdicts.cascade,
    verdicts.parent_target_id,
    if($lang = 'zh', parent_regions.name_zh, parent_regions.name_en) as parent_region,
    parent_regions.level as parent_level,
    parents.comparator as parent_comparator,
    parents.target_value as parent_value,
    parents.target_value_high as parent_value_high,
    parents.due as parent_due,
    of_the_nation.nation_target_id,
    of_the_nation.comparator as nation_comparator,
    of_the_nation.target_value as nation_value,
    of_the_nation.target_value_high as nation_value_high,
    of_the_nation.due as nation_due,
    targets.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
from verdicts
join targets using (target_id)
join regions on verdicts.region_code = regions.region_code
join indicators on verdicts.indicator_id = indicators.indicator_id
join programmes using (programme_id)
join sources on targets.source_id = sources.source_id
left join verdicts as parents on verdicts.parent_target_id = parents.target_id
left join regions as parent_regions on parents.region_code = parent_regions.region_code
left join of_the_nation on verdicts.target_id = of_the_nation.target_id
where verdicts.rule <> 'count'
    and ($region_code is null or verdicts.region_code = $region_code)
    and ($indicator_id is null or verdicts.indicator_id = $indicator_id)
    and ($level is null or regions.level = $level)
    and ($programme_id is null or targets.programme_id = $programme_id)
order by
    list_position(['aligned', 'higher', 'lower', 'years_differ', 'size_differs', 'orphan'], verdicts.cascade),
    list_position(['country', 'province', 'prefecture', 'county'], regions.level),
    if($lang = 'zh', regions.name_zh, null) collate zh,
    regions.name_en,
    if($lang = 'zh', indicators.name_zh, null) collate zh,
    indicators.name_en,
    verdicts.due,
    verdicts.target_id
