-- How many commitments give a number, by theme or by form; of one document, of some regions, or of all.
-- params: programme_id text, region_code text, level text, group_by text
-- columns: group_key text, commitments bigint, quantified bigint, share_quantified double
with counted as (
    select
        if($group_by = 'form', form, theme) as group_key,
        count(*) as commitments,
        count(value) as quantified,
    from targets
    join regions using (region_code)
    where form <> 'count'
        and ($programme_id is null or programme_id = $programme_id)
        and ($region_code is null or region_code = $region_code)
        and ($level is null or regions.level = $level)
    group by group_key
)

select *, quantified / commitments as share_quantified
from counted
order by commitments desc, group_key
