-- How many targets of each region are in each state, theme by theme.
-- params: lang text
-- columns: region_code text, region text, theme text, state text, targets bigint
select
    verdicts.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    targets.theme,
    verdicts.state,
    count(*) as targets,
from verdicts
join targets using (target_id)
join regions on verdicts.region_code = regions.region_code
where verdicts.rule <> 'count'
group by all
order by verdicts.region_code, targets.theme, verdicts.state
