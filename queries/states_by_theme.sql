-- How many targets of each theme are in each state.
-- params: region_code text
-- columns: theme text, state text, targets bigint
select targets.theme, verdicts.state, count(*) as targets
from verdicts
join targets using (target_id)
where verdicts.rule <> 'count'
    and ($region_code is null or verdicts.region_code = $region_code)
group by all
order by sum(count(*)) over (partition by targets.theme) desc, targets.theme, verdicts.state
