-- the programme belongs to another region
select
    targets._file, targets._row, 'region_code' as column_name, targets.region_code as value, programmes.region_code as expected
from stage.targets
join stage.programmes using (programme_id)
where targets.region_code <> programmes.region_code
    and targets.note is null
