-- the unit is not the indicator's
select targets._file, targets._row, 'unit' as column_name, targets.unit as value, indicators.unit as expected
from stage.targets
join stage.indicators using (indicator_id)
where targets.unit is not null
    and targets.unit <> indicators.unit
