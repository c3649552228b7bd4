-- All figures that answer to the filters, targets and published actuals in one list, a stretch of rows at a time.
-- A year stands for its last year; a target's year is the one it falls due in. `texts` are spellings of one search text:
-- a figure is found where its words, its document, its region or its indicator hold one of them.
-- `newest_first` orders by year; else by region, indicator, year. Counts are of all rows found, not of the stretch.
-- params: lang text, kind text, theme text, indicator_ids text[], region_codes text[], level text, year_from integer, year_to integer, qualities text[], states text[], texts text[], newest_first boolean, row_limit integer, row_offset integer
-- columns: figure_id text, kind text, region_code text, region text, level text, indicator_id text, indicator text, theme text, unit text, form text, comparator text, value double, value_high double, period_start integer, period text, year integer, as_of text, sample_size bigint, state text, is_preferred boolean, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text, found bigint, found_targets bigint, found_regions bigint, found_indicators bigint, found_documents bigint
with figures as (
    select
        observation_id as figure_id,
        'actual' as kind,
        region_code,
        indicator_id,
        theme,
        unit,
        null as form,
        comparator,
        value,
        value_high,
        period_start,
        period,
        coalesce(period_start, year) as first_year,
        year,
        as_of,
        sample_size,
        null as state,
        is_preferred,
        source_id,
        locator,
        phrase,
        quality,
        note,
    from observations
    where $kind is distinct from 'target' and $states is null
    union all
    select
        targets.target_id,
        'target',
        targets.region_code,
        targets.indicator_id,
        targets.theme,
        targets.unit,
        targets.form,
        targets.comparator,
        targets.value,
        targets.value_high,
        targets.period_start,
        targets.due::varchar,
        targets.due,
        targets.due,
        null,
        null,
        verdicts.state,
        null,
        targets.source_id,
        targets.locator,
        targets.phrase,
        targets.quality,
        targets.note,
    from targets
    join verdicts using (target_id)
    where $kind is distinct from 'actual' and ($states is null or list_contains($states, verdicts.state))
),

answering as (
    select
        figures.*,
        regions.level,
        regions.name_zh as region_zh,
        regions.name_en as region_en,
        indicators.name_zh as indicator_zh,
        indicators.name_en as indicator_en,
        sources.title_zh,
        sources.title_en,
        if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
        sources.published,
        sources.url,
        sources.reach,
    from figures
    join regions using (region_code)
    join indicators using (indicator_id)
    join sources using (source_id)
    where ($theme is null or figures.theme = $theme)
        and ($indicator_ids is null or list_contains($indicator_ids, figures.indicator_id))
        and ($region_codes is null or list_contains($region_codes, figures.region_code))
        and ($level is null or regions.level = $level)
        and ($year_from is null or figures.year >= $year_from)
        and ($year_to is null or figures.first_year <= $year_to)
        and ($qualities is null or list_contains($qualities, figures.quality))
        and (
            $texts is null
            or len(list_filter(
                $texts,
                lambda text: contains(
                    lower(concat_ws(
                        chr(10), figures.phrase, sources.title_zh, sources.title_en, sources.publisher, sources.publisher_en,
                        regions.name_zh, regions.name_en, indicators.name_zh, indicators.name_en
                    )),
                    lower(text)
                )
            )) > 0
        )
),

counted as (
    select
        count(*) as found,
        count(*) filter (where kind = 'target') as found_targets,
        count(distinct region_code) as found_regions,
        count(distinct indicator_id) as found_indicators,
        count(distinct source_id) as found_documents,
    from answering
)

select
    figure_id,
    kind,
    region_code,
    if($lang = 'zh', region_zh, region_en) as region,
    level,
    indicator_id,
    if($lang = 'zh', indicator_zh, indicator_en) as indicator,
    theme,
    unit,
    form,
    comparator,
    value,
    value_high,
    period_start,
    period,
    year,
    as_of,
    sample_size,
    state,
    is_preferred,
    source_id,
    if($lang = 'zh', title_zh, coalesce(title_en, title_zh)) as source_title,
    publisher,
    published,
    url,
    reach,
    locator,
    phrase,
    quality,
    note,
    counted.*,
from answering
cross join counted
order by
    if($newest_first, -year, null) nulls last,
    if($newest_first, published, null) desc nulls last,
    list_position(['country', 'province', 'prefecture', 'county'], level),
    if($lang = 'zh', region_zh, null) collate zh,
    region_en,
    if($lang = 'zh', indicator_zh, null) collate zh,
    indicator_en,
    year,
    kind,
    figure_id
limit $row_limit
offset coalesce($row_offset, 0)
