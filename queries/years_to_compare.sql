-- Years to compare regions in, by indicator, with how many regions have a figure of the year or of the year before.
-- Counted are the regions named and all of their levels; the year that holds most of the named ones comes first.
-- params: indicator_ids text[], region_codes text[], per text
-- columns: indicator_id text, year integer, regions_named bigint, regions bigint
with figures as (
    select comparable_figures.*
    from comparable_figures
    where ($indicator_ids is null or list_contains($indicator_ids, indicator_id))
        and per = if(per_capita, coalesce($per, ''), '')
        and (
            $region_codes is null
            or level in (select level from regions where list_contains($region_codes, region_code))
        )
),

years as (
    select distinct indicator_id, year from figures
)

select
    years.indicator_id,
    years.year,
    count(distinct figures.region_code) filter (where list_contains($region_codes, figures.region_code))
        as regions_named,
    count(distinct figures.region_code) as regions,
from years
join figures
    on years.indicator_id = figures.indicator_id
    and figures.year between years.year - 1 and years.year
group by all
order by years.indicator_id, regions_named desc, regions desc, years.year desc
