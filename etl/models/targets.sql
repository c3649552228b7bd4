-- One row a commitment, with what its indicator says of theme, unit, basis and direction.
-- needs: indicators
-- kind: table
select
    targets.target_id,
    targets.programme_id,
    targets.region_code,
    targets.indicator_id,
    indicators.theme,
    indicators.unit,
    indicators.basis,
    indicators.direction,
    targets.form,
    targets.comparator,
    targets.value,
    targets.value_high,
    targets.reference_region_code,
    targets.period_start,
    targets.due,
    targets.baseline_period,
    targets.baseline_value,
    targets.source_id,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
from stage.targets as targets
join indicators using (indicator_id)
order by targets.target_id
