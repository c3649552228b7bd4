-- One row a share in per cent with a known number of samples: its 95 % Wilson score interval.
-- needs: observations
-- kind: table
select
    observation_id,
    sample_size,
    greatest(wilson_end(value, sample_size, -1), 0) as lower,
    least(wilson_end(value, sample_size, 1), 100) as upper,
from observations
where sample_size > 0 and unit = '%' and basis = 'share' and value between 0 and 100 and coalesce(comparator, '=') = '='
