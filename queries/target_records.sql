-- Commitments with the names of their codes and their documents, by id.
-- params: region_codes text[], indicator_ids text[], themes text[], levels text[], forms text[], states text[], programme_ids text[], qualities text[], source_ids text[], due integer, year_from integer, year_to integer, after text, row_limit integer
-- columns: target_id text, programme_id text, programme_zh text, programme_en text, region_code text, region_zh text, region_en text, level text, indicator_id text, indicator_zh text, indicator_en text, theme text, unit text, basis text, form text, comparator text, value double, value_high double, reference_region_code text, period_start integer, due integer, baseline_period integer, baseline_value double, state text, reason_code text, source_id text, source_title_zh text, source_title_en text, publisher text, published text, url text, locator text, phrase text, quality text, note text, release_id text
select
    targets.target_id,
    targets.programme_id,
    programmes.title_zh as programme_zh,
    programmes.title_en as programme_en,
    targets.region_code,
    regions.name_zh as region_zh,
    regions.name_en as region_en,
    regions.level,
    targets.indicator_id,
    indicators.name_zh as indicator_zh,
    indicators.name_en as indicator_en,
    targets.theme,
    targets.unit,
    targets.basis,
    targets.form,
    targets.comparator,
    targets.value,
    targets.value_high,
    targets.reference_region_code,
    targets.period_start,
    targets.due,
    targets.baseline_period,
    targets.baseline_value,
    verdicts.state,
    verdicts.reason_code,
    targets.source_id,
    sources.title_zh as source_title_zh,
    sources.title_en as source_title_en,
    sources.publisher,
    sources.published,
    sources.url,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
    release.release_id,
from targets
join regions using (region_code)
join indicators using (indicator_id)
join programmes using (programme_id)
join sources on targets.source_id = sources.source_id
left join verdicts using (target_id)
cross join release
where ($region_codes is null or list_contains($region_codes, targets.region_code))
    and ($indicator_ids is null or list_contains($indicator_ids, targets.indicator_id))
    and ($themes is null or list_contains($themes, targets.theme))
    and ($levels is null or list_contains($levels, regions.level))
    and ($forms is null or list_contains($forms, targets.form))
    and ($states is null or list_contains($states, verdicts.state))
    and ($programme_ids is null or list_contains($programme_ids, targets.programme_id))
    and ($qualities is null or list_contains($qualities, targets.quality))
    and ($source_ids is null or list_contains($source_ids, targets.source_id))
    and ($due is null or targets.due = $due)
    and ($year_from is null or targets.due >= $year_from)
    and ($year_to is null or targets.due <= $year_to)
    and ($after is null or targets.target_id > $after)
order by targets.target_id
limit $row_limit
