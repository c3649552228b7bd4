-- Newest figures of regions for indicators that look like a chosen one and are not the same.
-- `has_chosen` tells whether the region has a figure for the chosen indicator too; `beside_observation_id` is the newest
-- figure of the chosen indicator among the other regions, which the look-alike would stand beside.
-- params: lang text, indicator_ids text[], region_codes text[]
-- columns: indicator_id text, indicator text, region_code text, region text, lookalike_id text, lookalike text, relation text, relation_note text, unit text, has_chosen boolean, beside_observation_id text, beside_region text, year integer, comparator text, value double, value_high double, observation_id text, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text
with related as (
    select indicator_id, related_indicator_id as lookalike_id, relation, note_zh, note_en from indicator_relations
    union
    select related_indicator_id, indicator_id, relation, note_zh, note_en from indicator_relations
),

newest as (
    select *
    from yearly_figures
    where list_contains($region_codes, region_code)
    qualify row_number() over (partition by region_code, indicator_id order by year desc) = 1
),

found as (
    select related.*, newest.region_code, newest.year, newest.observation_id
    from related
    join newest on related.lookalike_id = newest.indicator_id
    where list_contains($indicator_ids, related.indicator_id)
)

select
    found.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    found.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    found.lookalike_id,
    if($lang = 'zh', lookalikes.name_zh, lookalikes.name_en) as lookalike,
    found.relation,
    if($lang = 'zh', found.note_zh, found.note_en) as relation_note,
    lookalikes.unit,
    own.observation_id is not null as has_chosen,
    beside.observation_id as beside_observation_id,
    if($lang = 'zh', beside_regions.name_zh, beside_regions.name_en) as beside_region,
    found.year,
    observations.comparator,
    observations.value,
    observations.value_high,
    found.observation_id,
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
from found
join indicators using (indicator_id)
join indicators as lookalikes on found.lookalike_id = lookalikes.indicator_id
join regions using (region_code)
join observations using (observation_id)
join sources using (source_id)
left join newest as own on found.region_code = own.region_code and found.indicator_id = own.indicator_id
left join newest as beside on found.indicator_id = beside.indicator_id and found.region_code <> beside.region_code
left join regions as beside_regions on beside.region_code = beside_regions.region_code
qualify row_number() over (
    partition by found.indicator_id, found.region_code, found.lookalike_id, found.relation
    order by list_position($region_codes, beside.region_code) nulls last
) = 1
order by
    list_position($indicator_ids, found.indicator_id),
    list_position($region_codes, found.region_code),
    abs(found.year - (select max(year) from newest)),
    found.lookalike_id
