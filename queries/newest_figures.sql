-- The figures published last, in the shape of `figures`.
-- params: lang text
-- columns: observation_id text, region_code text, region text, level text, indicator_id text, indicator text, theme text, unit text, period_start integer, period text, year integer, as_of text, comparator text, value double, value_high double, sample_size bigint, is_preferred boolean, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, quality text, note text
select
    observation_id,
    region_code,
    if($lang = 'zh', region_zh, region_en) as region,
    level,
    indicator_id,
    if($lang = 'zh', indicator_zh, indicator_en) as indicator,
    theme,
    unit,
    period_start,
    period,
    year,
    as_of,
    comparator,
    value,
    value_high,
    sample_size,
    is_preferred,
    source_id,
    if($lang = 'zh', source_title_zh, coalesce(source_title_en, source_title_zh)) as source_title,
    if($lang = 'zh', publisher, coalesce(publisher_en, publisher)) as publisher,
    published,
    url,
    locator,
    phrase,
    quality,
    note,
from observations_in_words
where published_from is not null
order by published_from desc, observation_id
limit 20
