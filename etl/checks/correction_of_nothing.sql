-- the phrase is excused for a figure that is not there
select _file, _row, 'subject_id' as column_name, subject_id as value, null as expected
from stage.corrections
where what = 'phrase_without_value'
    and subject_id not in (select observation_id from stage.observations where observation_id is not null)
    and subject_id not in (select target_id from stage.targets where target_id is not null)
