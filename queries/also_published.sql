-- What else was published for the region, indicator and year of one figure.
-- params: figure_id text, lang text
-- columns: observation_id text, period text, comparator text, value double, value_high double, unit text, is_preferred boolean, source_title text, publisher text, published text, phrase text
with asked as (
    select region_code, indicator_id, left(period, 4) as year
    from observations
    where observation_id = $figure_id
)

select
    observations.observation_id,
    observations.period,
    observations.comparator,
    observations.value,
    observations.value_high,
    observations.unit,
    observations.is_preferred,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    observations.phrase,
from observations
join asked
    on observations.region_code = asked.region_code
    and observations.indicator_id = asked.indicator_id
    and left(observations.period, 4) is not distinct from asked.year
join sources using (source_id)
where observations.observation_id <> $figure_id
order by observations.period, observations.is_preferred desc, observations.observation_id
