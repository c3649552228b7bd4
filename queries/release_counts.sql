-- How much the release holds.
-- params:
-- columns: regions bigint, indicators bigint, targets bigint, figures bigint, documents bigint, programmes bigint
with used as (
    select region_code, indicator_id, source_id from targets
    union all
    select region_code, indicator_id, source_id from observations
)

select
    count(distinct region_code) as regions,
    count(distinct indicator_id) as indicators,
    (select count(*) from targets where form <> 'count') as targets,
    (select count(*) from observations) as figures,
    count(distinct source_id) as documents,
    (select count(*) from programmes) as programmes,
from used
