-- Verdicts with every input, and the names of their codes, by target id.
-- params: region_codes text[], indicator_ids text[], themes text[], levels text[], forms text[], states text[], programme_ids text[], due integer, year_from integer, year_to integer, after text, row_limit integer
-- columns: target_id text, region_code text, region_zh text, region_en text, level text, indicator_id text, indicator_zh text, indicator_en text, theme text, unit text, form text, comparator text, target_value double, target_value_high double, due integer, as_of date, state text, rule text, reason_code text, base_period integer, base_value double, base_observation_id text, latest_period bigint, latest_value double, latest_value_high double, latest_observation_id text, gap double, gap_unit text, attainment double, required_per_year double, observed_per_year double, growth_ratio double, growth_class text, linear_ratio double, linear_class text, projection_miss double, projection_class text, method_sensitive boolean, elapsed_share double, years_met bigint, years_judged bigint, parent_target_id text, cascade text, programme_id text, source_id text, locator text, phrase text, quality text, release_id text
select
    verdicts.target_id,
    verdicts.region_code,
    regions.name_zh as region_zh,
    regions.name_en as region_en,
    regions.level,
    verdicts.indicator_id,
    indicators.name_zh as indicator_zh,
    indicators.name_en as indicator_en,
    targets.theme,
    targets.unit,
    verdicts.form,
    verdicts.comparator,
    verdicts.target_value,
    verdicts.target_value_high,
    verdicts.due,
    verdicts.as_of,
    verdicts.state,
    verdicts.rule,
    verdicts.reason_code,
    verdicts.base_period,
    verdicts.base_value,
    verdicts.base_observation_id,
    verdicts.latest_period,
    verdicts.latest_value,
    verdicts.latest_value_high,
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
    verdicts.parent_target_id,
    verdicts.cascade,
    targets.programme_id,
    targets.source_id,
    targets.locator,
    targets.phrase,
    targets.quality,
    release.release_id,
from verdicts
join targets using (target_id)
join regions on verdicts.region_code = regions.region_code
join indicators on verdicts.indicator_id = indicators.indicator_id
cross join release
where ($region_codes is null or list_contains($region_codes, verdicts.region_code))
    and ($indicator_ids is null or list_contains($indicator_ids, verdicts.indicator_id))
    and ($themes is null or list_contains($themes, targets.theme))
    and ($levels is null or list_contains($levels, regions.level))
    and ($forms is null or list_contains($forms, verdicts.form))
    and ($states is null or list_contains($states, verdicts.state))
    and ($programme_ids is null or list_contains($programme_ids, targets.programme_id))
    and ($due is null or verdicts.due = $due)
    and ($year_from is null or verdicts.due >= $year_from)
    and ($year_to is null or verdicts.due <= $year_to)
    and ($after is null or verdicts.target_id > $after)
order by verdicts.target_id
limit $row_limit
