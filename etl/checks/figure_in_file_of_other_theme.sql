-- the indicator belongs to another theme's file
select
    observations._file,
    observations._row,
    'indicator_id' as column_name,
    observations.indicator_id as value,
    'observations/' || indicators.theme || '.csv' as expected
from stage.observations
join stage.indicators using (indicator_id)
where observations._file <> 'observations/' || indicators.theme || '.csv'
