-- How many targets of each region are in each state; the regions with most targets first.
-- params: lang text, theme text
-- columns: region_code text, region text, state text, targets bigint
with judged as (
    select
        verdicts.region_code,
        if($lang = 'zh', regions.name_zh, regions.name_en) as region,
        verdicts.state,
    from verdicts
    join targets using (target_id)
    join regions on verdicts.region_code = regions.region_code
    where verdicts.rule <> 'count'
        and ($theme is null or targets.theme = $theme)
),

totals as (
    select region_code, count(*) as targets_of_region from judged group by region_code
),

counted as (
    select region_code, region, state, count(*) as targets from judged group by all
)

select region_code, region, state, targets
from counted
join totals using (region_code)
order by targets_of_region desc, region_code, state
