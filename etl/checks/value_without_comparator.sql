-- a target value needs its comparator
select _file, _row, 'comparator' as column_name, null as value, value::varchar as expected
from stage.targets
where value is not null and comparator is null
