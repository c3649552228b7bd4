-- One row a region, indicator and stretch of years: the flow published for the whole stretch, on the day of judgement.
-- needs: observations
-- kind: table
select
    region_code,
    indicator_id,
    period_start,
    year,
    observation_id,
    value,
    lower,
    upper,
    quality = 'c' as is_doubtful,
from observations
where period_kind = 'year'
    and period_start < year
    and basis in ('new', 'annual', 'amount')
    and not is_before_year_end(as_of)
    and is_known_on(getvariable('as_of'), published_from, year, as_of)
qualify row_number() over (
    partition by region_code, indicator_id, period_start, year
    order by quality, published_from desc nulls last, observation_id
) = 1
