-- One row an indicator.
-- kind: table
select indicator_id, name_zh, name_en, theme, unit, basis, direction, per_capita, definition_zh, definition_en, synonyms
from stage.indicators
order by indicator_id
