-- One row a programme that states targets.
-- kind: table
select
    programme_id,
    region_code,
    title_zh,
    title_en,
    issuer,
    issuer_en,
    issued,
    horizon_start,
    horizon_end,
    source_id,
    note,
from stage.programmes
order by programme_id
