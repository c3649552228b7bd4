-- Published figures with the names of their codes and their documents, for the filters; one left out does not filter.
-- params: lang text, region_code text, indicator_id text, theme text, level text, year integer
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
where ($region_code is null or region_code = $region_code)
    and ($indicator_id is null or indicator_id = $indicator_id)
    and ($theme is null or theme = $theme)
    and ($level is null or level = $level)
    and ($year is null or year = $year)
order by region_code, indicator_id, year, period, observation_id
