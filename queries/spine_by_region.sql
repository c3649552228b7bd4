-- Each indicator of one region inside the range of the regions of its level, and its parent's figure beside it.
-- Set side by side are only figures of one level whose years differ from the region's newest by at most one, counts by
-- another size (`per`; 10 000 residents unless named). What cannot be set side by side stands with its reason.
-- A position runs from -1 (worst) over 0 (median) to 1 (best), a quarter of the regions on each half unit; 1.12 and -1.12
-- lie beyond all of them.
-- params: lang text, region_code text, per text
-- columns: indicator_id text, indicator text, theme text, unit text, per text, year integer, value double, lower double, upper double, compared bigint, worst double, worst_region text, middle double, best double, best_region text, rank_low bigint, rank_high bigint, position double, position_lower double, position_upper double, standing text, reason text, parent text, parent_year integer, parent_value double, parent_position double, parent_observation_id text, observation_id text, stated_value double, denominator_value double, denominator_year integer, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
with asked as (
    select coalesce($per, 'resident_population') as size
),

-- Sizes of regions are no achievement, and where neither more nor less is better there is no better end.
judgeable as (
    select indicator_id, name_zh, name_en, theme
    from indicators
    where theme <> 'context' and direction <> 'neutral'
),

newest as (
    select *
    from comparable_figures
    where region_code = $region_code and per = '' and indicator_id in (select indicator_id from judgeable)
    qualify row_number() over (partition by indicator_id order by year desc) = 1
),

own as (
    select
        newest.region_code,
        newest.level,
        newest.indicator_id,
        newest.unit,
        newest.sign,
        newest.per_capita,
        newest.year,
        newest.observation_id,
        newest.stated_value,
        if(newest.per_capita, asked.size, '') as per,
        if(newest.per_capita, rates.value, newest.value) as value,
        if(newest.per_capita, rates.lower, newest.lower) as lower,
        if(newest.per_capita, rates.upper, newest.upper) as upper,
        if(newest.per_capita, rates.interval_kind, newest.interval_kind) as interval_kind,
        rates.denominator_value,
        rates.denominator_year,
    from newest
    cross join asked
    left join comparable_figures as rates
        on newest.observation_id = rates.observation_id and rates.per = asked.size
),

-- Of each region of the level the figure nearest in time; the region itself is one of them. More is better, once signed.
beside as (
    select
        own.indicator_id,
        figures.region_code,
        own.sign * figures.value as goodness,
        coalesce(if(own.sign > 0, figures.lower, -figures.upper), '-inf'::double) as least_good,
        coalesce(if(own.sign > 0, figures.upper, -figures.lower), 'inf'::double) as most_good,
    from own
    join comparable_figures as figures
        on own.indicator_id = figures.indicator_id
        and own.per = figures.per
        and own.level = figures.level
        and figures.year between own.year - 1 and own.year + 1
    where own.value is not null
    qualify row_number() over (
        partition by own.indicator_id, figures.region_code
        order by abs(figures.year - own.year), figures.year desc
    ) = 1
),

ranges as (
    select
        indicator_id,
        count(*) as compared,
        min(goodness) as worst,
        quantile_cont(goodness, 0.25) as worse_quartile,
        median(goodness) as middle,
        quantile_cont(goodness, 0.75) as better_quartile,
        max(goodness) as best,
        arg_min(region_code, goodness) as worst_code,
        arg_max(region_code, goodness) as best_code,
        1.4826 * mad(goodness) as spread,
    from beside
    group by indicator_id
),

-- Ranks are intervals: a region stands above another only if its whole interval does.
ranks as (
    select
        itself.indicator_id,
        1 + count(*) filter (where other.least_good > itself.most_good) as rank_low,
        count(*) - count(*) filter (where other.most_good < itself.least_good) as rank_high,
    from beside as itself
    join beside as other using (indicator_id)
    where itself.region_code = $region_code
    group by itself.indicator_id
),

parents as (
    select
        own.indicator_id,
        figures.region_code,
        figures.year,
        figures.value,
        figures.observation_id,
    from own
    join regions on own.region_code = regions.region_code
    join comparable_figures as figures
        on regions.parent_code = figures.region_code
        and own.indicator_id = figures.indicator_id
        and own.per = figures.per
        and figures.year between own.year - 1 and own.year + 1
    qualify row_number() over (
        partition by own.indicator_id
        order by abs(figures.year - own.year), figures.year desc
    ) = 1
),

points as (
    select indicator_id, 'own' as point, sign * value as goodness from own
    union all
    select indicator_id, 'one_end', sign * lower from own where interval_kind <> 'none'
    union all
    select indicator_id, 'other_end', sign * upper from own where interval_kind <> 'none'
    union all
    select parents.indicator_id, 'parent', own.sign * parents.value from parents join own using (indicator_id)
),

-- Where two bounds of a quarter fall together, their figures stand in its middle.
positions as (
    select
        points.indicator_id,
        points.point,
        case
            when goodness < worst then -1.12
            when goodness > best then 1.12
            when goodness <= worse_quartile
                then -1 + 0.5 * coalesce((goodness - worst) / nullif(worse_quartile - worst, 0), 0.5)
            when goodness <= middle
                then -0.5 + 0.5 * coalesce((goodness - worse_quartile) / nullif(middle - worse_quartile, 0), 0.5)
            when goodness <= better_quartile
                then 0.5 * coalesce((goodness - middle) / nullif(better_quartile - middle, 0), 0.5)
            else 0.5 + 0.5 * coalesce((goodness - better_quartile) / nullif(best - better_quartile, 0), 0.5)
        end as position,
    from points
    join ranges using (indicator_id)
    where goodness is not null and compared >= 3 and best > worst
),

placed as (
    select
        own.*,
        ranges.* exclude (indicator_id),
        ranks.rank_low,
        ranks.rank_high,
        itself.position,
        itself.position is not null as is_placed,
        case
            when own.value is null then 'denominator_not_reported'
            when ranges.compared < 3 then 'too_few_regions'
            when ranges.best = ranges.worst then 'all_alike'
        end as reason,
        if(interval_kind = 'sampling', least(own.sign * own.lower, own.sign * own.upper), null) as least_good,
        if(interval_kind = 'sampling', greatest(own.sign * own.lower, own.sign * own.upper), null) as most_good,
    from own
    left join ranges using (indicator_id)
    left join ranks using (indicator_id)
    left join positions as itself on own.indicator_id = itself.indicator_id and itself.point = 'own'
),

ends as (
    select
        indicator_id,
        least(max(position) filter (where point = 'one_end'), max(position) filter (where point = 'other_end')) as low,
        greatest(max(position) filter (where point = 'one_end'), max(position) filter (where point = 'other_end')) as high,
        max(position) filter (where point = 'parent') as parent,
    from positions
    group by indicator_id
)

select
    placed.indicator_id,
    if($lang = 'zh', judgeable.name_zh, judgeable.name_en) as indicator,
    judgeable.theme,
    placed.unit,
    placed.per,
    placed.year,
    placed.value,
    placed.lower,
    placed.upper,
    coalesce(placed.compared, 0) as compared,
    placed.sign * placed.worst as worst,
    if($lang = 'zh', worst_regions.name_zh, worst_regions.name_en) as worst_region,
    placed.sign * placed.middle as middle,
    placed.sign * placed.best as best,
    if($lang = 'zh', best_regions.name_zh, best_regions.name_en) as best_region,
    if(placed.is_placed, placed.rank_low, null) as rank_low,
    if(placed.is_placed, placed.rank_high, null) as rank_high,
    placed.position,
    ends.low as position_lower,
    ends.high as position_upper,
    -- Where the sample is known its interval decides, and says better or worse; else 1.4826 times the median absolute
    -- deviation of the level, which only says higher or lower.
    case
        when not placed.is_placed then null
        when placed.least_good > placed.middle then 'better'
        when placed.most_good < placed.middle then 'worse'
        when placed.least_good is not null then 'similar'
        when abs(placed.sign * placed.value - placed.middle) <= placed.spread then 'similar'
        when placed.value > placed.sign * placed.middle then 'higher'
        else 'lower'
    end as standing,
    placed.reason,
    if($lang = 'zh', parent_regions.name_zh, parent_regions.name_en) as parent,
    parents.year as parent_year,
    parents.value as parent_value,
    ends.parent as parent_position,
    parents.observation_id as parent_observation_id,
    placed.observation_id,
    placed.stated_value,
    placed.denominator_value,
    placed.denominator_year,
    observations.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    observations.locator,
    observations.phrase,
    observations.quality,
    observations.note,
from placed
join judgeable using (indicator_id)
join observations using (observation_id)
join sources using (source_id)
left join parents using (indicator_id)
left join ends using (indicator_id)
left join regions as worst_regions on placed.worst_code = worst_regions.region_code
left join regions as best_regions on placed.best_code = best_regions.region_code
left join regions as parent_regions on parents.region_code = parent_regions.region_code
order by placed.position is null, placed.position desc, placed.compared desc, placed.indicator_id
