-- One row a change made to what was collected.
-- kind: table
select correction_id, subject, subject_id, what, field, before, after, why
from stage.corrections
order by correction_id
