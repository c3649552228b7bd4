-- How many targets of each theme are in each state; the themes with most targets first.
-- params: region_code text
-- columns: theme text, state text, targets bigint
with judged as (
    select targets.theme, verdicts.state
    from verdicts
    join targets using (target_id)
    where verdicts.rule <> 'count'
        and ($region_code is null or verdicts.region_code = $region_code)
),

themes as (
    select theme, count(*) as targets_of_theme from judged group by theme
),

counted as (
    select theme, state, count(*) as targets from judged group by theme, state
)

select theme, state, targets
from counted
join themes using (theme)
order by targets_of_theme desc, theme, state
