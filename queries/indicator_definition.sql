-- What an indicator means, in both languages, and how its figures are to be read.
-- params: lang text, indicator_id text
-- columns: indicator_id text, name text, name_zh text, name_en text, definition_zh text, definition_en text, theme text, unit text, basis text, direction text, per_capita boolean, synonyms text
select
    indicator_id,
    if($lang = 'zh', name_zh, name_en) as name,
    name_zh,
    name_en,
    definition_zh,
    definition_en,
    theme,
    unit,
    basis,
    direction,
    per_capita,
    synonyms,
from indicators
where $indicator_id is null or indicator_id = $indicator_id
order by indicator_id
