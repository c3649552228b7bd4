-- Regions of one level by one indicator: each with its rank interval, or with the reason why it has no rank.
-- A count has a rank only by head or by another size (`per`); years of one ranking differ by at most one.
-- params: lang text, indicator_id text, level text, year integer, per text
-- columns: region_code text, region text, indicator_id text, unit text, per text, year integer, value double, lower double, upper double, interval_kind text, stated_value double, comparator text, rank_low bigint, rank_high bigint, ranked bigint, reason text, observation_id text, denominator_observation_id text, denominator_value double, denominator_year integer, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text
with figures as (
    select *
    from comparable_figures
    where ($indicator_id is null or indicator_id = $indicator_id)
        and level = coalesce($level, 'province')
        and per = coalesce($per, '')
),

-- The year that most regions report, the newer of two, unless one is asked for.
reference_years as (
    select indicator_id, coalesce($year, arg_max(year, (regions_reporting, year))) as reference_year
    from (
        select indicator_id, year, count(*) as regions_reporting
        from figures
        group by all
    ) as by_year
    group by indicator_id
),

latest as (
    select
        figures.*,
        -- That year's figure, else the year before's; two figures of one ranking are never two years apart.
        year between reference_year - 1 and reference_year as is_near,
    from figures
    join reference_years using (indicator_id)
    qualify row_number() over (
        partition by region_code, indicator_id
        order by year between reference_year - 1 and reference_year desc, year desc
    ) = 1
),

explained as (
    select
        *,
        case
            when per_capita and per = '' then 'count_not_per_head'
            when not is_near then 'years_apart'
        end as reason,
        -- On a scale on which more is better; an end left open by the words is as far as can be.
        coalesce(if(sign > 0, lower, -upper), '-inf'::double) as worst,
        coalesce(if(sign > 0, upper, -lower), 'inf'::double) as best,
    from latest
),

ranked as (
    select
        own.observation_id,
        own.per,
        1 + count(*) filter (where other.worst > own.best) as rank_low,
        count(*) - count(*) filter (where other.best < own.worst) as rank_high,
        count(*) as ranked,
    from explained as own
    join explained as other using (indicator_id)
    where own.reason is null and other.reason is null
    group by all
)

select
    explained.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    explained.indicator_id,
    explained.unit,
    explained.per,
    explained.year,
    explained.value,
    explained.lower,
    explained.upper,
    explained.interval_kind,
    explained.stated_value,
    observations.comparator,
    ranked.rank_low,
    ranked.rank_high,
    ranked.ranked,
    explained.reason,
    explained.observation_id,
    explained.denominator_observation_id,
    explained.denominator_value,
    explained.denominator_year,
    observations.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    observations.locator,
    observations.phrase,
    observations.quality,
    observations.note,
from explained
left join ranked using (observation_id, per)
join regions using (region_code)
join observations using (observation_id)
join sources using (source_id)
order by
    explained.indicator_id,
    ranked.rank_low nulls last,
    ranked.rank_high,
    explained.sign * explained.value desc,
    explained.region_code
