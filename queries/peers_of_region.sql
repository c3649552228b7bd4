-- Regions of one region's level with what makes each a peer: same parent, near population, near GDP per head.
-- What is not known stays unknown; nearness is by ratio, 1 is the nearest.
-- params: lang text, region_code text, indicator_ids text[]
-- columns: region_code text, region text, level text, is_same_parent boolean, parent text, population double, population_year integer, population_observation_id text, own_population double, own_population_year integer, population_place bigint, gdp_per_head double, gdp_per_head_year integer, gdp_per_head_is_stated boolean, gdp_observation_id text, own_gdp_per_head double, own_gdp_per_head_year integer, gdp_place bigint, indicators_reported bigint, figures bigint, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
with populations as (
    select region_code, value as population, year as population_year, observation_id as population_observation_id
    from yearly_figures
    where indicator_id = 'resident_population' and value > 0
    qualify row_number() over (partition by region_code order by year desc) = 1
),

-- As stated, else worked out: 亿元 to 10 000 residents are ten thousand yuan to one.
gdp_per_heads as (
    select *
    from (
        select region_code, value as gdp_per_head, year as gdp_per_head_year, true as gdp_per_head_is_stated,
            observation_id as gdp_observation_id
        from comparable_figures
        where indicator_id = 'gdp_per_capita' and per = '' and value > 0
        union all
        select region_code, 10000 * value, year, false, observation_id
        from comparable_figures
        where indicator_id = 'gdp' and per = 'resident_population' and value > 0
    ) as known
    qualify row_number() over (
        partition by region_code order by gdp_per_head_year desc, gdp_per_head_is_stated desc
    ) = 1
),

counted as (
    select
        region_code,
        count(*) as figures,
        count(distinct indicator_id) filter (where list_contains($indicator_ids, indicator_id)) as indicators_reported,
    from yearly_figures
    group by region_code
),

own as (
    select regions.region_code, regions.level, regions.parent_code, populations.*, gdp_per_heads.*
    from regions
    left join populations using (region_code)
    left join gdp_per_heads using (region_code)
    where regions.region_code = $region_code
),

candidates as (
    select
        regions.region_code,
        if($lang = 'zh', regions.name_zh, regions.name_en) as region,
        regions.level,
        regions.parent_code = own.parent_code as is_same_parent,
        if($lang = 'zh', parents.name_zh, parents.name_en) as parent,
        populations.population,
        populations.population_year,
        populations.population_observation_id,
        own.population as own_population,
        own.population_year as own_population_year,
        abs(ln(populations.population / own.population)) as population_distance,
        gdp_per_heads.gdp_per_head,
        gdp_per_heads.gdp_per_head_year,
        gdp_per_heads.gdp_per_head_is_stated,
        gdp_per_heads.gdp_observation_id,
        own.gdp_per_head as own_gdp_per_head,
        own.gdp_per_head_year as own_gdp_per_head_year,
        abs(ln(gdp_per_heads.gdp_per_head / own.gdp_per_head)) as gdp_distance,
        coalesce(counted.indicators_reported, 0) as indicators_reported,
        coalesce(counted.figures, 0) as figures,
    from own
    join regions on own.level = regions.level and own.region_code <> regions.region_code
    left join regions as parents on regions.parent_code = parents.region_code
    left join populations on regions.region_code = populations.region_code
    left join gdp_per_heads on regions.region_code = gdp_per_heads.region_code
    join counted on regions.region_code = counted.region_code
)

select
    candidates.region_code,
    region,
    level,
    is_same_parent,
    parent,
    population,
    population_year,
    population_observation_id,
    own_population,
    own_population_year,
    if(population_distance is null, null, row_number() over (order by population_distance nulls last, candidates.region_code))
        as population_place,
    gdp_per_head,
    gdp_per_head_year,
    gdp_per_head_is_stated,
    gdp_observation_id,
    own_gdp_per_head,
    own_gdp_per_head_year,
    if(gdp_distance is null, null, row_number() over (order by gdp_distance nulls last, candidates.region_code)) as gdp_place,
    indicators_reported,
    figures,
    -- Of the population, as the first thing that makes a peer.
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    observations.locator,
    observations.phrase,
    observations.quality,
    observations.note,
from candidates
left join observations on candidates.population_observation_id = observations.observation_id
left join sources using (source_id)
order by indicators_reported desc, is_same_parent desc, population_distance nulls last, figures desc,
    candidates.region_code
