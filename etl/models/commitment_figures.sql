-- One row a commitment with figures: the latest up to its due year, the due year's own, its base, and the first later one.
-- needs: commitments, yearly_figures
-- kind: table
select
    commitments.target_id,
    -- What came before the first year of a yearly or added-up commitment says nothing of it.
    arg_max(yearly_figures, year) filter (
        year <= last_year and (form not in ('annual', 'new', 'cumulative') or coalesce(year >= first_year, true))
    ) as latest,
    any_value(yearly_figures) filter (year = due) as at_due,
    arg_max(yearly_figures, year)
        filter (year <= coalesce(baseline_period, issued_year, first_year) and year < coalesce(due, 9999)) as base,
    arg_min(yearly_figures, year)
        filter (year > due and holds(bound_comparator, bound, lower, upper, lower_open, upper_open)) as met_later,
    min(year) filter (year > due) as first_later_year,
    -- Met once and lost since: a year up to the latest that held, whatever came after.
    bool_or(holds(bound_comparator, bound, lower, upper, lower_open, upper_open)) filter (year <= last_year) as held_once,
from commitments
join yearly_figures using (region_code, indicator_id)
group by commitments.target_id
