-- One row a region, indicator and year with several figures that count: the one chosen, how many, and what they span.
-- needs: observations
-- kind: table
select
    region_code,
    indicator_id,
    year,
    first(
        observation_id
        order by is_before_year_end(as_of), quality, as_of desc nulls first, published_from desc nulls last, observation_id
    ) as observation_id,
    count(*) as published_figures,
    min(lower) as lowest,
    max(upper) as highest,
from observations
where counts_for_year and observation_id in (select observation_id from stage.repeated_figures)
group by all
having count(*) > 1
