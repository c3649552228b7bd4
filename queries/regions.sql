-- Regions that have a target or a figure, in the reader's order. Task counts describe a document; they are no targets.
-- params: lang text
-- columns: region_code text, name text, level text, parent_code text, targets bigint, figures bigint
with counted as (
    select
        regions.*,
        (
            select count(*) from targets where targets.region_code = regions.region_code and targets.form <> 'count'
        ) as targets,
        (select count(*) from observations where observations.region_code = regions.region_code) as figures,
    from regions
)

select
    region_code,
    if($lang = 'zh', name_zh, name_en) as name,
    level,
    parent_code,
    targets,
    figures,
from counted
where figures > 0 or region_code in (select region_code from targets)
order by
    list_position(['country', 'province', 'prefecture', 'county'], level),
    if($lang = 'zh', name_zh, null) collate zh,
    name_en
