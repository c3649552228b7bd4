-- Each region of one level against the level's median, or against one region: higher, similar, lower, or uncertain.
-- Where samples are known the Wilson intervals decide, else 1.4826 times the median absolute deviation of the level.
-- params: lang text, indicator_id text, level text, year integer, per text, region_code text
-- columns: region_code text, region text, indicator_id text, unit text, per text, year integer, value double, lower double, upper double, yardstick double, spread double, compared bigint, similarity text, standing text, method text, reason text, observation_id text, denominator_observation_id text, denominator_year integer, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
with figures as (
    select *
    from comparable_figures
    where ($indicator_id is null or indicator_id = $indicator_id)
        and level = coalesce($level, 'province')
        and per = coalesce($per, '')
),

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
        case
            when per_capita and per = '' then 'count_not_per_head'
            when year not between reference_year - 1 and reference_year then 'years_apart'
        end as reason,
    from figures
    join reference_years using (indicator_id)
    qualify row_number() over (
        partition by region_code, indicator_id
        order by year between reference_year - 1 and reference_year desc, year desc
    ) = 1
),

levels as (
    select
        indicator_id,
        median(value) as middle,
        1.4826 * mad(value) as spread,
        count(*) as compared,
    from latest
    where reason is null
    group by indicator_id
),

yardsticks as (
    select
        levels.*,
        if($region_code is null, levels.middle, named.value) as yardstick,
        if($region_code is null, levels.middle, named.lower) as yardstick_lower,
        if($region_code is null, levels.middle, named.upper) as yardstick_upper,
        coalesce(named.interval_kind = 'sampling', $region_code is null) as is_yardstick_certain,
        coalesce(levels.compared >= 3, false) as has_spread,
    from levels
    left join latest as named
        on levels.indicator_id = named.indicator_id and named.region_code = $region_code and named.reason is null
),

placed as (
    select
        latest.*,
        yardsticks.* exclude (indicator_id),
        case
            when latest.reason is not null or yardstick is null then null
            when interval_kind = 'sampling' and is_yardstick_certain then 'sampling_intervals'
            when has_spread then 'median_absolute_deviation'
        end as method,
    from latest
    left join yardsticks using (indicator_id)
),

told as (
    select
        *,
        case
            when method is null then null
            when method = 'sampling_intervals' and lower > yardstick_upper then 'higher'
            when method = 'sampling_intervals' and upper < yardstick_lower then 'lower'
            when method = 'sampling_intervals' then 'similar'
            -- What the words of a figure leave open must not change the answer.
            when coalesce(lower, '-inf'::double) > yardstick + spread then 'higher'
            when coalesce(upper, 'inf'::double) < yardstick - spread then 'lower'
            when lower >= yardstick - spread and upper <= yardstick + spread then 'similar'
            else 'uncertain'
        end as similarity,
    from placed
)

select
    told.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    told.indicator_id,
    told.unit,
    told.per,
    told.year,
    told.value,
    told.lower,
    told.upper,
    told.yardstick,
    told.spread,
    told.compared,
    told.similarity,
    case
        when told.similarity in ('similar', 'uncertain') or indicators.direction = 'neutral' then told.similarity
        when (told.similarity = 'higher') = (told.sign > 0) then 'better'
        when told.similarity is not null then 'worse'
    end as standing,
    told.method,
    case
        when told.reason is not null then told.reason
        when told.yardstick is null then 'yardstick_not_reported'
        when told.method is null then 'too_few_regions'
    end as reason,
    told.observation_id,
    told.denominator_observation_id,
    told.denominator_year,
    observations.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    observations.locator,
    observations.phrase,
    observations.quality,
    observations.note,
from told
join regions using (region_code)
join indicators using (indicator_id)
join observations using (observation_id)
join sources using (source_id)
order by told.indicator_id, told.value desc, told.region_code
