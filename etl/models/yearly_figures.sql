-- One row a region, indicator and year: the figure that stands for the year on the day of judgement.
-- needs: observations, years_told_again
-- kind: view
select
    observations.region_code,
    observations.indicator_id,
    observations.year,
    observations.observation_id,
    observations.comparator,
    observations.value,
    observations.value_high,
    observations.lower,
    observations.upper,
    observations.comparator = '>' as lower_open,
    observations.comparator in ('<', '~') as upper_open,
    observations.is_inside_year,
    observations.quality = 'c' as is_doubtful,
    coalesce(again.published_figures, 1) as published_figures,
    if(again.year is null, observations.lower, again.lowest) as lowest,
    if(again.year is null, observations.upper, again.highest) as highest,
from observations
left join years_told_again as again
    on observations.region_code = again.region_code
    and observations.indicator_id = again.indicator_id
    and observations.year = again.year
where observations.counts_for_year
    and coalesce(observations.observation_id = again.observation_id, true)
