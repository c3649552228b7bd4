-- the pair of indicators stands twice
select _file, _row, 'related_indicator_id' as column_name, related_indicator_id as value, null as expected
from stage.indicator_relations
qualify row_number() over (
    partition by least(indicator_id, related_indicator_id), greatest(indicator_id, related_indicator_id)
    order by _row
) > 1
