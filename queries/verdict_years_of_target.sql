-- The yearly strip of a target that is judged year by year or added up.
-- params: target_id text
-- columns: target_id text, period bigint, observation_id text, value double, required double, met boolean, is_reported boolean
select target_id, period, observation_id, value, required, met, is_reported
from verdict_years
where $target_id is null or target_id = $target_id
order by target_id, period
