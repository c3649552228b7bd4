-- the high end of the range lies below its low end
select _file, _row, 'value_high' as column_name, value_high::varchar as value, '≥ ' || value as expected
from stage.observations
where value_high < value
