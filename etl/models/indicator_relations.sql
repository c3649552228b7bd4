-- One row a pair of indicators that look alike and are not the same.
-- kind: table
select relation_id, indicator_id, related_indicator_id, relation, note_zh, note_en
from stage.indicator_relations
order by relation_id
