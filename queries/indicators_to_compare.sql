-- Indicators by how many regions have a figure: of the regions named first, then of all; sizes such as population last.
-- params: lang text, region_codes text[]
-- columns: indicator_id text, name text, theme text, unit text, per_capita boolean, regions_named bigint, regions bigint, targets_named bigint
with reported as (
    select
        indicator_id,
        count(distinct region_code) filter (where list_contains($region_codes, region_code)) as regions_named,
        count(distinct region_code) as regions,
    from yearly_figures
    group by indicator_id
),

promised as (
    select
        indicator_id,
        count(*) filter (where list_contains($region_codes, region_code)) as targets_named,
    from verdicts
    where rule <> 'count'
    group by indicator_id
)

select
    indicators.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as name,
    indicators.theme,
    indicators.unit,
    indicators.per_capita,
    coalesce(reported.regions_named, 0) as regions_named,
    coalesce(reported.regions, 0) as regions,
    coalesce(promised.targets_named, 0) as targets_named,
from indicators
left join reported using (indicator_id)
left join promised using (indicator_id)
where reported.indicator_id is not null or promised.indicator_id is not null
order by
    indicators.theme = 'context',
    regions_named desc,
    regions desc,
    targets_named desc,
    indicators.indicator_id
