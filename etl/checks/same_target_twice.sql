-- the same commitment stands twice in the same programme
select _file, _row, 'value' as column_name, value::varchar as value, null as expected
from stage.targets
where value is not null
qualify row_number() over (
    partition by programme_id, region_code, indicator_id, form, comparator, value, value_high, period_start, due,
        source_id
    order by _row
) > 1
