-- Nation, province, city and county beside each other for one indicator: targets, their verdicts and the latest figures.
-- With a region: the line from the nation down to it and the regions right below it. A sum of the regions below is told
-- only where every one of them reports the same year.
-- params: lang text, indicator_id text, region_code text
-- columns: region_code text, region text, level text, parent_code text, target_id text, form text, comparator text, target_value double, target_value_high double, due integer, state text, reason_code text, cascade text, parent_target_id text, target_phrase text, target_source_title text, target_url text, latest_year integer, latest_value double, observation_id text, latest_source_title text, latest_url text, latest_phrase text, regions_below bigint, regions_below_reporting bigint, sum_below double
with recursive line as (
    select region_code, parent_code from regions where region_code = $region_code
    union
    select regions.region_code, regions.parent_code
    from regions
    join line on regions.region_code = line.parent_code
),

shown as (
    select *
    from regions
    where $region_code is null
        or region_code in (select region_code from line)
        or parent_code = $region_code
),

latest as (
    select *
    from yearly_figures
    where $indicator_id is null or indicator_id = $indicator_id
    qualify row_number() over (partition by region_code, indicator_id order by year desc) = 1
),

below as (
    select
        parents.region_code,
        parents.indicator_id,
        count(*) as regions_below,
        count(figures.value) as regions_below_reporting,
        sum(figures.value) as added_up,
    from latest as parents
    join regions as children on parents.region_code = children.parent_code
    left join yearly_figures as figures
        on children.region_code = figures.region_code
        and parents.indicator_id = figures.indicator_id
        and parents.year = figures.year
    group by all
),

promised as (
    select verdicts.*, targets.phrase, targets.source_id
    from verdicts
    join targets using (target_id)
    where verdicts.rule <> 'count' and ($indicator_id is null or verdicts.indicator_id = $indicator_id)
),

-- A region stands here for its target, its figure, or both.
cells as (
    select region_code, indicator_id from promised
    union
    select region_code, indicator_id from latest
)

select
    shown.region_code,
    if($lang = 'zh', shown.name_zh, shown.name_en) as region,
    shown.level,
    shown.parent_code,
    promised.target_id,
    promised.form,
    promised.comparator,
    promised.target_value,
    promised.target_value_high,
    promised.due,
    promised.state,
    promised.reason_code,
    promised.cascade,
    promised.parent_target_id,
    promised.phrase as target_phrase,
    if($lang = 'zh', target_sources.title_zh, coalesce(target_sources.title_en, target_sources.title_zh))
        as target_source_title,
    target_sources.url as target_url,
    latest.year as latest_year,
    latest.value as latest_value,
    latest.observation_id,
    if($lang = 'zh', latest_sources.title_zh, coalesce(latest_sources.title_en, latest_sources.title_zh))
        as latest_source_title,
    latest_sources.url as latest_url,
    observations.phrase as latest_phrase,
    below.regions_below,
    below.regions_below_reporting,
    if(indicators.per_capita and below.regions_below = below.regions_below_reporting, below.added_up, null) as sum_below,
from cells
join shown using (region_code)
join indicators using (indicator_id)
left join promised using (region_code, indicator_id)
left join latest using (region_code, indicator_id)
left join below using (region_code, indicator_id)
left join observations on latest.observation_id = observations.observation_id
left join sources as latest_sources on observations.source_id = latest_sources.source_id
left join sources as target_sources on promised.source_id = target_sources.source_id
order by
    cells.indicator_id,
    list_position(['country', 'province', 'prefecture', 'county'], shown.level),
    shown.region_code,
    promised.due,
    promised.target_id
