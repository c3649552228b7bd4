-- Pass rates with a known number of samples: the 95 % Wilson score interval (Wilson 1927), as a share of 100.
-- params: lang text, indicator_id text, region_codes text[], observation_id text
-- columns: observation_id text, region_code text, region text, indicator_id text, indicator text, period text, year integer, value double, sample_size bigint, lower double, upper double, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text
select
    observations.observation_id,
    observations.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    observations.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    observations.period,
    observations.year,
    observations.value,
    intervals.sample_size,
    intervals.lower,
    intervals.upper,
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
from sampling_intervals as intervals
join observations using (observation_id)
join regions using (region_code)
join indicators using (indicator_id)
join sources using (source_id)
where ($observation_id is null or observations.observation_id = $observation_id)
    and ($indicator_id is null or observations.indicator_id = $indicator_id)
    and ($region_codes is null or list_contains($region_codes, observations.region_code))
order by observations.indicator_id, observations.region_code, observations.period, observations.observation_id
