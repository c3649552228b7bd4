-- One row a commitment judged year by year: how its strip stands at its end and at its due year.
-- needs: commitments, verdict_years
-- kind: table
with ends as (
    select
        target_id,
        count(*) as years_elapsed,
        count(met) as years_judged,
        count(*) filter (where met) as years_met,
        count(*) filter (where not met) as years_not_met,
        count(*) filter (where is_reported) as years_reported,
        bool_or(is_doubtful) as has_doubtful_year,
        arg_max(verdict_years, period) filter (where is_conclusive) as last_told,
        max(value_so_far) as largest_sum,
        arg_max(lower, period) filter (where is_reported) as lower_sum,
        arg_max(is_complete, period) as is_complete,
    from verdict_years
    group by target_id
)

select
    ends.*,
    last_told.met as last_met,
    last_told.period as last_period,
    last_told.observation_id as last_observation_id,
    last_told.value_so_far as last_value,
    last_told.required as last_required,
    last_told.value_so_far / nullif(last_told.required, 0) as last_share,
    last_told.elapsed_share as elapsed_share,
    holds(bound_comparator, bound, lower_sum, null, false, false) as sum_already_holds,
from ends
join commitments using (target_id)
