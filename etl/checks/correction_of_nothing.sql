-- the phrase is excused for a figure that is not there
with excused as (
    select * from stage.corrections where what = 'phrase_without_value'
),

known as (
    select observation_id as id from stage.observations where observation_id in (select subject_id from excused)
    union all
    select target_id from stage.targets where target_id in (select subject_id from excused)
)

select _file, _row, 'subject_id' as column_name, subject_id as value, null as expected
from excused
where subject_id not in (select id from known)
