-- One row a published figure, readable by itself: names of region, indicator and document beside their codes.
-- needs: observations, regions, indicators, sources
-- kind: view
select
    observations.observation_id,
    observations.region_code,
    regions.name_zh as region_zh,
    regions.name_en as region_en,
    regions.level,
    observations.indicator_id,
    indicators.name_zh as indicator_zh,
    indicators.name_en as indicator_en,
    observations.* exclude (observation_id, region_code, indicator_id, source_id),
    observations.source_id,
    sources.title_zh as source_title_zh,
    sources.title_en as source_title_en,
    sources.publisher,
    sources.publisher_en,
    sources.published,
    sources.url,
from observations
join regions using (region_code)
join indicators using (indicator_id)
join sources using (source_id)
