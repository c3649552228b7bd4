-- One row a target and figure that looks like its indicator and was not used, with the reason.
-- needs: commitments, observations, years_told_again, period_totals, indicator_relations
-- kind: table
with same_indicator as (
    select
        commitments.target_id,
        observations.observation_id,
        case
            when not is_known_on(
                getvariable('as_of'), observations.published_from, observations.year, observations.as_of
            ) then null
            when observations.period is null then 'undated'
            when observations.period_kind <> 'year' then 'part_year'
            when is_before_year_end(observations.as_of) and not is_of_a_day(observations.basis, observations.unit)
                then 'part_year'
            when period_totals.observation_id is not null then null
            when observations.period_start < observations.year
                and observations.basis not in ('stock', 'cumulative') then 'several_years'
            when again.observation_id <> observations.observation_id then 'other_figure_preferred'
            when observations.year > commitments.due then 'after_due_year'
        end as reason_code,
        null as relation,
        observations.year,
    from commitments
    join observations using (region_code, indicator_id)
    left join years_told_again as again using (region_code, indicator_id, year)
    left join period_totals
        on commitments.form = 'new'
        and observations.observation_id = period_totals.observation_id
        and commitments.first_year = period_totals.period_start
        and period_totals.year <= commitments.last_year
),

related as (
    select indicator_id, related_indicator_id, relation from indicator_relations
    union
    select related_indicator_id, indicator_id, relation from indicator_relations
),

other_indicator as (
    select
        commitments.target_id,
        observations.observation_id,
        'other_definition' as reason_code,
        related.relation,
        observations.year,
    from commitments
    join related using (indicator_id)
    join observations
        on related.related_indicator_id = observations.indicator_id
        and commitments.region_code = observations.region_code
    where is_known_on(getvariable('as_of'), observations.published_from, observations.year, observations.as_of)
        or (observations.year is null and coalesce(observations.published_from <= getvariable('as_of'), true))
)

select * from same_indicator where reason_code is not null
union all
select * from other_indicator
