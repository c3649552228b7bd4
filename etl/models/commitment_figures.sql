-- One row a commitment with figures: the latest up to its due year with the run it ends, its base, and what came later.
-- needs: commitments, yearly_figures
-- kind: table
with years as (
    select
        commitments.target_id,
        any_value(commitments.region_code) as region_code,
        any_value(commitments.indicator_id) as indicator_id,
        -- Once the due year is over this is its own figure, where it has one.
        max(year) filter (year between counts_from and last_year) as latest_year,
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
    join yearly_figures using (region_code, indicator_id)
    group by commitments.target_id
),

latest as (
    select years.target_id, yearly_figures as figure
    from years
    join yearly_figures
        on years.region_code = yearly_figures.region_code
        and years.indicator_id = yearly_figures.indicator_id
        and years.latest_year = yearly_figures.year
),

base as (
    select years.target_id, yearly_figures as figure
    from years
    join yearly_figures
        on years.region_code = yearly_figures.region_code
        and years.indicator_id = yearly_figures.indicator_id
        and years.base_year = yearly_figures.year
),

earlier as (
    select
        years.target_id,
        arg_max(value, year) as previous_value,
        max(value) filter (year = latest_year - 1) as one_before,
        max(value) filter (year = latest_year - 2) as two_before,
        max(value) filter (year = latest_year - 3) as three_before,
        max(value) filter (year = latest_year - 4) as four_before,
        max(value) filter (year = latest_year - 5) as five_before,
    from years
    join yearly_figures using (region_code, indicator_id)
    where year < latest_year
    group by years.target_id
),

runs as (
    select
        target_id,
        previous_value,
        -- Consecutive years up to the latest, as far as a projection looks back.
        case
            when one_before is null then 1
            when two_before is null then 2
            when three_before is null then 3
            when four_before is null then 4
            when five_before is null then 5
            else 6
        end as run_length,
        -- The first of the run: the mean of its yearly changes is what lies between its ends, by its length.
        [one_before, two_before, three_before, four_before, five_before][run_length - 1] as first_of_run,
    from earlier
)

select
    years.target_id,
    latest.figure as latest,
    base.figure as base,
    years.met_later_year,
    years.first_later_year,
    years.held_once,
    runs.previous_value,
    coalesce(runs.run_length, 1) as run_length,
    (latest.figure.value - runs.first_of_run) / (runs.run_length - 1) as mean_change,
from years
left join latest using (target_id)
left join base using (target_id)
left join runs using (target_id)
