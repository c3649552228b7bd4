-- One row a target as it is judged: which way is better, the bound that decides, its years, whether its due year is over.
-- needs: targets, programmes, indicators
-- kind: table
with dated as (
    select
        targets.*,
        indicators.per_capita,
        cast(left(programmes.issued, 4) as integer) as issued_year,
        coalesce(targets.due, programmes.horizon_end) as judged_due,
        -- A plan's first year is told by the target, else by the plan's horizon, else it is the year of issue.
        coalesce(targets.period_start, programmes.horizon_start, cast(left(programmes.issued, 4) as integer)) as first_year,
    from targets
    join programmes using (programme_id)
    join indicators using (indicator_id)
),

-- 达到100 and 约100 bound from the side that the indicator's direction names; of a range the weakest bound decides.
bounded as (
    select
        *,
        case
            when form = 'rank' then '<='
            when comparator in ('>=', '>', '<=', '<') then comparator
            when direction = 'lower' then '<='
            else '>='
        end as bound_comparator,
    from dated
)

select
    target_id,
    programme_id,
    region_code,
    reference_region_code,
    indicator_id,
    theme,
    unit,
    basis,
    per_capita,
    form,
    comparator,
    value,
    value_high,
    bound_comparator,
    if(bound_comparator in ('>=', '>'), 1, -1) as sign,
    case
        when form = 'range' and bound_comparator in ('<=', '<') then coalesce(value_high, value)
        else value
    end as goal,
    goal - if(comparator = '~', coalesce(rounding_step(goal), 0) / 2 * sign, 0) as bound,
    issued_year,
    first_year,
    judged_due as due,
    due is not null and getvariable('as_of') > make_date(due, 12, 31) as is_due_over,
    least(coalesce(due, 9999), year(getvariable('as_of'))) as last_year,
    baseline_period,
    baseline_value,
from bounded
