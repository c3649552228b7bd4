-- a percentage lies outside 0 to 100
select observations._file, observations._row, 'value' as column_name, value::varchar as value, '0–100' as expected
from stage.observations
join stage.indicators using (indicator_id)
where indicators.unit = '%'
    and indicators.basis = 'share'
    -- Rates of growth and of increase may pass either end.
    and not regexp_matches(indicators.indicator_id, 'growth|increase|decrease|change|reduction')
    and (value not between 0 and 100 or value_high not between 0 and 100)
