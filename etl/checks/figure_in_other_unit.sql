-- the unit is not the indicator's
select observations._file, observations._row, 'unit' as column_name, observations.unit as value, indicators.unit as expected
from stage.observations
join stage.indicators using (indicator_id)
where observations.unit is not null
    and observations.unit <> indicators.unit
