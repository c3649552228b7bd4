-- One row a level commitment with a base and a later figure: its pace by each rule that applies.
-- needs: commitments, commitment_figures
-- kind: table
with pairs as (
    select
        commitments.target_id,
        commitments.sign,
        commitments.goal,
        commitments.due,
        commitments.bound_comparator,
        commitments.bound,
        coalesce(commitments.baseline_period, base.year) as base_period,
        if(commitments.baseline_value is null, base.value, commitments.baseline_value) as base_value,
        if(commitments.baseline_value is null, base.lower, commitments.baseline_value) as base_lower,
        if(commitments.baseline_value is null, base.upper, commitments.baseline_value) as base_upper,
        if(commitments.baseline_value is null, base.observation_id, null) as base_observation_id,
        latest.year as latest_period,
        latest.value as latest_value,
        latest.lower as latest_lower,
        latest.upper as latest_upper,
        if(run_length >= 4, mean_change, null) as mean_change,
    from commitments
    join commitment_figures using (target_id)
    where commitments.goal is not null and commitments.form in ('level', 'range', 'cumulative')
),

paired as (
    select
        *,
        latest_period - base_period as years_seen,
        due - base_period as years_all,
        -- The pace at the slow and at the fast end of what the words allow; unbounded above is as fast as can be.
        if(sign > 0, latest_lower, latest_upper) as slow_latest,
        if(sign > 0, latest_upper, latest_lower) as fast_latest,
        if(sign > 0, base_upper, base_lower) as slow_base,
        if(sign > 0, base_lower, base_upper) as fast_base,
    from pairs
    where base_value is not null and base_period < latest_period and base_period < due
),

with_ratios as (
    select
        *,
        growth_ratio(sign, base_value, latest_value, goal, years_seen, years_all) as growth_ratio,
        linear_ratio_of(sign, base_value, latest_value, goal, years_seen, years_all) as linear_ratio,
        coalesce(
            growth_class_of(growth_ratio(sign, slow_base, slow_latest, goal, years_seen, years_all)),
            if(latest_lower = latest_upper and base_lower = base_upper, null, 'unbounded')
        ) as slow_class,
        coalesce(
            growth_class_of(growth_ratio(sign, fast_base, fast_latest, goal, years_seen, years_all)),
            if(latest_lower = latest_upper and base_lower = base_upper, null, 'on_track')
        ) as fast_class,
        latest_value + mean_change * (due - latest_period) as projected,
    from paired
),

with_classes as (
    select
        * exclude (growth_ratio, linear_ratio),
        if(isfinite(growth_ratio), growth_ratio, null) as growth_ratio,
        if(isfinite(linear_ratio), linear_ratio, null) as linear_ratio,
        case
            when mean_change is null or due <= latest_period then null
            when sign * (goal - latest_value) <= 0 then 0
            else (goal - projected) / nullif(goal - latest_value, 0)
        end as projection_miss,
    from with_ratios
)

select
    target_id,
    base_period,
    base_value,
    base_observation_id,
    growth_ratio,
    growth_class_of(growth_ratio) as growth_class,
    linear_ratio,
    linear_class_of(linear_ratio) as linear_class,
    projection_miss,
    case
        when projection_miss is null then null
        when sign * mean_change < 0 then 'moving_away'
        when projection_miss < 0.05 then 'on_track'
        when projection_miss <= 0.20 then 'slightly_off'
        else 'off_track'
    end as projection_class,
    slow_class is distinct from fast_class as changes_inside_interval,
    goal = base_value as is_base_at_goal,
    base_value = 0 as is_base_zero,
    base_value * goal < 0 or base_value * latest_value < 0 as is_sign_changed,
    holds(bound_comparator, bound, base_lower, base_upper, false, false) as held_at_base,
    (latest_value - base_value) / years_seen as observed_per_year,
    years_seen / nullif(years_all, 0) as elapsed_share,
from with_classes
