-- One row a target as it is judged: which way is better, the bound that decides, its years, whether its due year is over.
-- needs: targets, programmes, indicators
-- kind: table
with dated as (
    select
        targets.* exclude (form),
        targets.form as worded_form,
        -- A range of what is new (新增3—5家) is added up like any other flow; a range a year is met year by year.
        case
            when targets.form = 'range' and indicators.basis = 'new' then 'new'
            when targets.form = 'range' and indicators.basis = 'annual' then 'annual'
            else targets.form
        end as form,
        indicators.per_capita,
        cast(left(programmes.issued, 4) as integer) as issued_year,
        -- A plan's first year is told by the target, else by the plan's horizon, else it is the year of issue; a plan
        -- told of after its due year tells no first year.
        coalesce(
            targets.period_start,
            if(programmes.horizon_start <= coalesce(targets.due, 9999), programmes.horizon_start, null),
            if(issued_year <= coalesce(targets.due, 9999), issued_year, null)
        ) as first_year,
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
    worded_form,
    form,
    comparator,
    value,
    value_high,
    bound_comparator,
    if(bound_comparator in ('>=', '>'), 1, -1) as sign,
    case
        when worded_form = 'range' and bound_comparator in ('<=', '<') then coalesce(value_high, value)
        else value
    end as goal,
    goal - if(comparator = '~', coalesce(rounding_step(goal), 0) / 2 * sign, 0) as bound,
    issued_year,
    first_year,
    -- What came before the first year of a yearly or added-up commitment says nothing of it.
    if(form in ('annual', 'new', 'cumulative'), coalesce(first_year, 0), 0) as counts_from,
    -- Only a year that the text gives; a plan that runs to 2035 says nothing of when an undated clause falls due.
    due,
    due is not null and getvariable('as_of') > make_date(due, 12, 31) as is_due_over,
    least(coalesce(due, 9999), year(getvariable('as_of'))) as last_year,
    baseline_period,
    baseline_value,
from bounded
