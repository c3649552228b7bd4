-- Published figures with the names of their codes and their documents, by id; a year stands for its last year.
-- params: region_codes text[], indicator_ids text[], themes text[], levels text[], qualities text[], source_ids text[], year_from integer, year_to integer, after text, row_limit integer
-- columns: observation_id text, region_code text, region_zh text, region_en text, level text, indicator_id text, indicator_zh text, indicator_en text, theme text, unit text, basis text, period_start integer, period text, as_of text, comparator text, value double, value_high double, sample_size bigint, is_preferred boolean, source_id text, source_title_zh text, source_title_en text, publisher text, published text, url text, locator text, phrase text, quality text, note text, release_id text
-- The page is found by narrow rows first; only its own rows are worded.
with page as (
    select observation_id
    from observations
    join regions using (region_code)
    where ($region_codes is null or list_contains($region_codes, region_code))
        and ($indicator_ids is null or list_contains($indicator_ids, indicator_id))
        and ($themes is null or list_contains($themes, theme))
        and ($levels is null or list_contains($levels, regions.level))
        and ($qualities is null or list_contains($qualities, quality))
        and ($source_ids is null or list_contains($source_ids, source_id))
        and ($year_from is null or year >= $year_from)
        and ($year_to is null or coalesce(period_start, year) <= $year_to)
        and ($after is null or observation_id > $after)
    order by observation_id
    limit $row_limit
)

select
    observation_id,
    region_code,
    region_zh,
    region_en,
    level,
    indicator_id,
    indicator_zh,
    indicator_en,
    theme,
    unit,
    basis,
    period_start,
    period,
    observations_in_words.as_of,
    comparator,
    value,
    value_high,
    sample_size,
    is_preferred,
    source_id,
    source_title_zh,
    source_title_en,
    publisher,
    published,
    url,
    locator,
    phrase,
    quality,
    note,
    release.release_id,
from page
join observations_in_words using (observation_id)
cross join release
order by observation_id
