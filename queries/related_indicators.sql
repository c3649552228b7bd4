-- Indicators that must not be taken for one another, each with how it differs; seen from either side.
-- params: lang text, indicator_id text
-- columns: indicator_id text, related_indicator_id text, related text, unit text, relation text, note text, targets bigint, figures bigint
with both_ways as (
    select indicator_id, related_indicator_id, relation, note_zh, note_en from indicator_relations
    union
    select related_indicator_id, indicator_id, relation, note_zh, note_en from indicator_relations
)

select
    both_ways.indicator_id,
    both_ways.related_indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as related,
    indicators.unit,
    both_ways.relation,
    if($lang = 'zh', both_ways.note_zh, both_ways.note_en) as note,
    (select count(*) from targets where targets.indicator_id = both_ways.related_indicator_id) as targets,
    (select count(*) from observations where observations.indicator_id = both_ways.related_indicator_id) as figures,
from both_ways
join indicators on both_ways.related_indicator_id = indicators.indicator_id
where $indicator_id is null or both_ways.indicator_id = $indicator_id
order by both_ways.indicator_id, both_ways.relation, figures desc, both_ways.related_indicator_id, note
