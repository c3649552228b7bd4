-- One row a yearly figure of a series that a commitment needs, with the run of consecutive years it ends.
-- needs: yearly_figures, commitments, indicator_relations
-- kind: table
with related as (
    select indicator_id, related_indicator_id from indicator_relations where relation = 'stock_against_new'
    union
    select related_indicator_id, indicator_id from indicator_relations where relation = 'stock_against_new'
),

-- What is promised, and the stock whose change can tell what is new.
needed as (
    select region_code, indicator_id from commitments
    union
    select region_code, related_indicator_id from commitments join related using (indicator_id)
    union
    select reference_region_code, indicator_id from commitments where reference_region_code is not null
),

with_earlier as (
    select
        *,
        lag(year) over series as previous_year,
        lag(value) over series as previous_value,
        lag(year, 2) over series = year - 2 as has_two_before,
        lag(year, 3) over series = year - 3 as has_three_before,
        lag(year, 4) over series = year - 4 as has_four_before,
        lag(year, 5) over series = year - 5 as has_five_before,
        lag(value, 2) over series as two_before,
        lag(value, 3) over series as three_before,
        lag(value, 4) over series as four_before,
        lag(value, 5) over series as five_before,
    from yearly_figures
    semi join needed using (region_code, indicator_id)
    window series as (partition by region_code, indicator_id order by year)
)

select
    * exclude (
        has_two_before, has_three_before, has_four_before, has_five_before,
        two_before, three_before, four_before, five_before
    ),
    -- Consecutive years up to this one, as far as a projection looks back.
    case
        when has_five_before then 6
        when has_four_before then 5
        when has_three_before then 4
        when has_two_before then 3
        when previous_year = year - 1 then 2
        else 1
    end as run_length,
    -- The mean of the last (up to five) yearly changes of the run is what lies between its ends, by its length.
    case
        when has_five_before then (value - five_before) / 5
        when has_four_before then (value - four_before) / 4
        when has_three_before then (value - three_before) / 3
        when has_two_before then (value - two_before) / 2
        when previous_year = year - 1 then value - previous_value
    end as mean_change,
from with_earlier
