-- Figures that look like a target's indicator and were not used to judge it, with the reason.
-- params: target_id text, lang text
-- columns: observation_id text, indicator text, period text, as_of text, comparator text, value double, value_high double, unit text, reason_code text, relation text, relation_note text, source_title text, publisher text, published text, phrase text
with notes as (
    select indicator_id as one, related_indicator_id as other, relation, note_zh, note_en from indicator_relations
    union all
    select related_indicator_id, indicator_id, relation, note_zh, note_en from indicator_relations
)

select
    observations.observation_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    observations.period,
    observations.as_of,
    observations.comparator,
    observations.value,
    observations.value_high,
    observations.unit,
    candidates.reason_code,
    candidates.relation,
    if($lang = 'zh', notes.note_zh, notes.note_en) as relation_note,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    observations.phrase,
from verdict_candidates as candidates
join targets using (target_id)
join observations on candidates.observation_id = observations.observation_id
join indicators on observations.indicator_id = indicators.indicator_id
join sources on observations.source_id = sources.source_id
left join notes
    on targets.indicator_id = notes.one
    and observations.indicator_id = notes.other
    and candidates.relation = notes.relation
where $target_id is null or candidates.target_id = $target_id
order by candidates.reason_code, observations.period desc, observations.observation_id
