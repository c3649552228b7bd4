-- Targets beside the latest figure and the verdict, of one indicator, region or document, or of all.
-- params: lang text, indicator_id text, region_code text, theme text, level text, states text[], due integer, target_id text, programme_id text
-- columns: target_id text, region_code text, region text, level text, indicator_id text, indicator text, theme text, unit text, form text, comparator text, value double, value_high double, due integer, state text, reason_code text, rule text, base_period integer, base_value double, base_observation_id text, latest_period integer, latest_comparator text, latest_value double, latest_value_high double, latest_lower double, latest_upper double, latest_observation_id text, gap double, gap_unit text, attainment double, required_per_year double, observed_per_year double, growth_ratio double, growth_class text, linear_ratio double, linear_class text, projection_miss double, projection_class text, method_sensitive boolean, elapsed_share double, years_met bigint, years_judged bigint, cascade text, parent_target_id text, programme_id text, programme text, source_id text, source_title text, publisher text, published text, url text, reach text, locator text, phrase text, quality text, note text, latest_source_title text, latest_publisher text, latest_published text, latest_url text, latest_locator text, latest_phrase text, latest_quality text
select
    verdicts.target_id,
    verdicts.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    regions.level,
    verdicts.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    targets.theme,
    targets.unit,
    verdicts.form,
    targets.comparator,
    targets.value,
    targets.value_high,
    verdicts.due,
    verdicts.state,
    verdicts.reason_code,
    verdicts.rule,
    verdicts.base_period,
    verdicts.base_value,
    verdicts.base_observation_id,
    verdicts.latest_period,
    latest.comparator as latest_comparator,
    verdicts.latest_value,
    verdicts.latest_value_high,
    latest.lower as latest_lower,
    latest.upper as latest_upper,
    verdicts.latest_observation_id,
    verdicts.gap,
    verdicts.gap_unit,
    verdicts.attainment,
    verdicts.required_per_year,
    verdicts.observed_per_year,
    verdicts.growth_ratio,
    verdicts.growth_class,
    verdicts.linear_ratio,
    verdicts.linear_class,
    verdicts.projection_miss,
    verdicts.projection_class,
    verdicts.method_sensitive,
    verdicts.elapsed_share,
    verdicts.years_met,
    verdicts.years_judged,
    verdicts.cascade,
    verdicts.parent_target_id,
    targets.programme_id,
    if($lang = 'zh', programmes.title_zh, programmes.title_en) as programme,
    targets.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
    if($lang = 'zh', latest_sources.title_zh, coalesce(latest_sources.title_en, latest_sources.title_zh))
        as latest_source_title,
    if($lang = 'zh', latest_sources.publisher, coalesce(latest_sources.publisher_en, latest_sources.publisher))
        as latest_publisher,
    latest_sources.published as latest_published,
    latest_sources.url as latest_url,
    latest.locator as latest_locator,
    latest.phrase as latest_phrase,
    latest.quality as latest_quality,
from verdicts
join targets using (target_id)
join regions on verdicts.region_code = regions.region_code
join indicators on verdicts.indicator_id = indicators.indicator_id
join programmes using (programme_id)
join sources on targets.source_id = sources.source_id
left join observations as latest on verdicts.latest_observation_id = latest.observation_id
left join sources as latest_sources on latest.source_id = latest_sources.source_id
where verdicts.rule <> 'count'
    and ($target_id is null or verdicts.target_id = $target_id)
    and ($indicator_id is null or verdicts.indicator_id = $indicator_id)
    and ($region_code is null or verdicts.region_code = $region_code)
    and ($theme is null or targets.theme = $theme)
    and ($level is null or regions.level = $level)
    and ($states is null or list_contains($states, verdicts.state))
    and ($due is null or verdicts.due = $due)
    and ($programme_id is null or targets.programme_id = $programme_id)
order by
    list_position(['country', 'province', 'prefecture', 'county'], regions.level),
    if($lang = 'zh', regions.name_zh, null) collate zh,
    regions.name_en,
    if($lang = 'zh', indicators.name_zh, null) collate zh,
    indicators.name_en,
    verdicts.due,
    verdicts.target_id
