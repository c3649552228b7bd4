-- Targets and published figures by their ids (none: all), with everything that an SDMX file tells of a figure.
-- params: figure_ids text[], lang text
-- columns: figure_id text, kind text, region_code text, indicator_id text, period text, value double, unit text, comparator text, value_high double, period_start integer, as_of text, sample_size bigint, is_preferred boolean, form text, state text, reason_code text, quality text, source_id text, source_title text, publisher text, published text, url text, locator text, phrase text, note text, release_id text
with figures as (
    select
        observation_id as figure_id,
        'actual' as kind,
        region_code,
        indicator_id,
        period,
        value,
        unit,
        comparator,
        value_high,
        period_start,
        as_of,
        sample_size,
        is_preferred,
        null as form,
        null as state,
        null as reason_code,
        quality,
        source_id,
        locator,
        phrase,
        note,
    from observations
    where $figure_ids is null or list_contains($figure_ids, observation_id)
    union all
    select
        targets.target_id,
        'target',
        targets.region_code,
        targets.indicator_id,
        targets.due::varchar,
        targets.value,
        targets.unit,
        targets.comparator,
        targets.value_high,
        targets.period_start,
        null,
        null,
        null,
        targets.form,
        verdicts.state,
        verdicts.reason_code,
        targets.quality,
        targets.source_id,
        targets.locator,
        targets.phrase,
        targets.note,
    from targets
    left join verdicts using (target_id)
    where $figure_ids is null or list_contains($figure_ids, targets.target_id)
)

select
    figures.figure_id,
    figures.kind,
    figures.region_code,
    figures.indicator_id,
    figures.period,
    figures.value,
    figures.unit,
    figures.comparator,
    figures.value_high,
    figures.period_start,
    figures.as_of,
    figures.sample_size,
    figures.is_preferred,
    figures.form,
    figures.state,
    figures.reason_code,
    figures.quality,
    figures.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    figures.locator,
    figures.phrase,
    figures.note,
    release.release_id,
from figures
join sources using (source_id)
cross join release
order by figures.region_code, figures.indicator_id, figures.period, figures.figure_id
