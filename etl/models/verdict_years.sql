-- One row a commitment and year that its strip covers: the figure, what was required by then, whether it was met.
-- needs: commitments, yearly_figures, period_totals, indicator_relations, indicators
-- kind: table
with spans as (
    select
        target_id,
        region_code,
        indicator_id,
        form,
        bound_comparator,
        bound,
        coalesce(first_year, baseline_period + 1) as first_year,
        due,
        last_year,
    from commitments
    where form in ('keep', 'annual', 'new', 'cumulative') and bound is not null
),

years as (
    select
        spans.*,
        unnest(range(first_year, last_year + 1)) as period,
    from spans
    where first_year is not null and last_year - first_year between 0 and 60
),

-- New in a year, where nobody published it, is the difference of two stocks of the related indicator.
stock_of_new as (
    select
        if(first_side.basis = 'new', first_side.indicator_id, second_side.indicator_id) as new_indicator_id,
        if(first_side.basis = 'new', second_side.indicator_id, first_side.indicator_id) as stock_indicator_id,
    from indicator_relations
    join indicators as first_side using (indicator_id)
    join indicators as second_side on indicator_relations.related_indicator_id = second_side.indicator_id
    where indicator_relations.relation = 'stock_against_new'
        and first_side.unit = second_side.unit
        and (first_side.basis = 'new') <> (second_side.basis = 'new')
),

stocks as (
    select
        *,
        lag(year) over series as previous_year,
        lag(value) over series as previous_value,
    from yearly_figures
    where indicator_id in (select stock_indicator_id from stock_of_new)
    window series as (partition by region_code, indicator_id order by year)
),

differences as (
    select
        stocks.region_code,
        stock_of_new.new_indicator_id as indicator_id,
        stocks.year,
        min(stocks.value - stocks.previous_value) as difference,
    from stocks
    join stock_of_new on stocks.indicator_id = stock_of_new.stock_indicator_id
    where stocks.previous_year = stocks.year - 1
        -- A stock that fell lost more than it gained; how much was new it does not say.
        and stocks.value >= stocks.previous_value
        and stocks.lower = stocks.upper
        and not stocks.is_inside_year
    group by all
),

yearly as (
    select
        years.*,
        coalesce(totals.observation_id, figures.observation_id) as observation_id,
        -- A sum that a document states for the whole stretch so far goes before our own addition.
        totals.value as total,
        totals.lower as total_lower,
        totals.upper as total_upper,
        totals.observation_id is not null as is_total,
        coalesce(figures.value, if(years.form = 'new', differences.difference, null)) as value,
        if(figures.value is null, differences.difference, figures.lower) as lower,
        if(figures.value is null, differences.difference, figures.upper) as upper,
        coalesce(totals.is_doubtful, figures.is_doubtful, false) as is_doubtful,
        coalesce(figures.lower_open, false) as lower_open,
        coalesce(figures.upper_open, false) as upper_open,
        figures.value is not null
            or totals.observation_id is not null
            or (years.form = 'new' and differences.difference is not null) as is_reported,
    from years
    left join yearly_figures as figures
        on years.region_code = figures.region_code
        and years.indicator_id = figures.indicator_id
        and years.period = figures.year
    left join differences
        on years.region_code = differences.region_code
        and years.indicator_id = differences.indicator_id
        and years.period = differences.year
        and years.form = 'new'
    left join period_totals as totals
        on years.region_code = totals.region_code
        and years.indicator_id = totals.indicator_id
        and years.first_year = totals.period_start
        and years.period = totals.year
        and years.form = 'new'
),

added_up as (
    select
        *,
        (period - first_year + 1) / nullif(due - first_year + 1, 0) as elapsed_share,
        if(is_total, total, sum(value) over so_far) as value_so_far,
        if(is_total, total_lower, sum(lower) over so_far) as lower_so_far,
        -- One year without an upper end leaves the sum without one.
        case
            when is_total then total_upper
            when count(*) filter (where is_reported and upper is null) over so_far = 0 then sum(upper) over so_far
        end as upper_so_far,
        is_total or count(*) filter (where is_reported) over so_far = period - first_year + 1 as is_complete,
    from yearly
    window so_far as (partition by target_id order by period)
)

select
    target_id,
    period,
    observation_id,
    value,
    is_reported,
    is_doubtful,
    is_complete,
    -- A sum with a silent year in it tells nothing; a year's own figure does.
    is_reported and (form <> 'new' or is_complete) as is_conclusive,
    if(form = 'new', value_so_far, value) as value_so_far,
    if(form = 'new', lower_so_far, lower) as lower,
    if(form = 'new', upper_so_far, upper) as upper,
    elapsed_share,
    case
        when form in ('new', 'cumulative') then bound * elapsed_share
        else bound
    end as required,
    case
        when not is_reported then null
        when form = 'new' and is_complete
            then holds(bound_comparator, bound * elapsed_share, lower_so_far, upper_so_far, lower_open, upper_open)
        when form = 'new' then null
        when form = 'cumulative'
            then holds(bound_comparator, bound * elapsed_share, lower, upper, lower_open, upper_open)
        else holds(bound_comparator, bound, lower, upper, lower_open, upper_open)
    end as met,
from added_up
