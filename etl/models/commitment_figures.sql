-- One row a commitment with figures: the latest up to its due year, the due year's own, its base, and the first later one.
-- needs: commitments, yearly_runs
-- kind: table
with years as (
    select
        commitments.target_id,
        any_value(commitments.region_code) as region_code,
        any_value(commitments.indicator_id) as indicator_id,
        max(year) filter (year between counts_from and last_year) as latest_year,
        max(year) filter (year = due and year >= counts_from) as due_year,
        max(year)
            filter (year <= coalesce(baseline_period, issued_year, first_year) and year < coalesce(due, 9999))
            as base_year,
        min(year)
            filter (year > due and holds(bound_comparator, bound, lower, upper, lower_open, upper_open))
            as met_later_year,
        min(year) filter (year > due) as first_later_year,
        -- Met once and lost since: a year up to the latest that held, whatever came after.
        bool_or(holds(bound_comparator, bound, lower, upper, lower_open, upper_open)) filter (year <= last_year)
            as held_once,
    from commitments
    join yearly_runs using (region_code, indicator_id)
    group by commitments.target_id
)

select
    years.target_id,
    -- A row that a left join does not find is a struct of nulls, not null.
    if(latest.year is null, null, latest) as latest,
    if(at_due.year is null, null, at_due) as at_due,
    if(base.year is null, null, base) as base,
    years.met_later_year,
    years.first_later_year,
    years.held_once,
from years
left join yearly_runs as latest
    on years.region_code = latest.region_code
    and years.indicator_id = latest.indicator_id
    and years.latest_year = latest.year
left join yearly_runs as at_due
    on years.region_code = at_due.region_code
    and years.indicator_id = at_due.indicator_id
    and years.due_year = at_due.year
left join yearly_runs as base
    on years.region_code = base.region_code
    and years.indicator_id = base.indicator_id
    and years.base_year = base.year
