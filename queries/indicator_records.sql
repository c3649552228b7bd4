-- Indicators as the release holds them, by id.
-- params: indicator_ids text[], themes text[], after text, row_limit integer
-- columns: indicator_id text, name_zh text, name_en text, theme text, unit text, basis text, direction text, per_capita boolean, definition_zh text, definition_en text, synonyms text
select
    indicator_id,
    name_zh,
    name_en,
    theme,
    unit,
    basis,
    direction,
    per_capita,
    definition_zh,
    definition_en,
    synonyms,
from indicators
where ($indicator_ids is null or list_contains($indicator_ids, indicator_id))
    and ($themes is null or list_contains($themes, theme))
    and ($after is null or indicator_id > $after)
order by indicator_id
limit $row_limit
