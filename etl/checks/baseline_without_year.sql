-- a baseline needs its year
select _file, _row, 'baseline_period' as column_name, null as value, baseline_value::varchar as expected
from stage.targets
where baseline_value is not null and baseline_period is null
