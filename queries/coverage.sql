-- How many figures and targets each region has in each theme. Task counts describe a document; they are no targets.
-- params: lang text, level text
-- columns: region_code text, region text, level text, theme text, targets bigint, figures bigint
with counted as (
    select region_code, theme, count(*) as targets, 0 as figures from targets where form <> 'count' group by all
    union all
    select region_code, theme, 0 as targets, count(*) as figures from observations group by all
)

select
    regions.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    regions.level,
    counted.theme,
    sum(counted.targets)::bigint as targets,
    sum(counted.figures)::bigint as figures,
from counted
join regions using (region_code)
where $level is null or regions.level = $level
group by all
order by regions.region_code, counted.theme
