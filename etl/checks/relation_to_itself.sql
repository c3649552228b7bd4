-- an indicator cannot be confused with itself
select _file, _row, 'related_indicator_id' as column_name, related_indicator_id as value, null as expected
from stage.indicator_relations
where indicator_id = related_indicator_id
