-- the date lies outside the figure's period
select _file, _row, 'as_of' as column_name, as_of as value, period as expected
from stage.observations
where as_of is not null
    and left(as_of, 4) <> left(period, 4)
