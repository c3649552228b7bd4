-- How many targets of each region and theme are in each state; regions in the reader's order.
-- params: lang text
-- columns: region_code text, region text, level text, theme text, state text, targets bigint
with counted as (
    select
        verdicts.region_code,
        if($lang = 'zh', regions.name_zh, regions.name_en) as region,
        regions.level,
        targets.theme,
        verdicts.state,
        count(*) as targets,
    from verdicts
    join targets using (target_id)
    join regions on verdicts.region_code = regions.region_code
    where verdicts.rule <> 'count'
    group by all
)

select *
from counted
order by
    list_position(['country', 'province', 'prefecture', 'county'], level),
    if($lang = 'zh', region, null) collate zh,
    region,
    theme,
    state
