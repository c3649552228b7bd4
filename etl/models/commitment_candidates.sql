-- One row a commitment with figures that could not be used: which kinds there are for the years that matter.
-- needs: commitments, verdict_candidates
-- kind: table
select
    commitments.target_id,
    bool_or(candidates.reason_code = 'undated') as has_undated,
    bool_or(candidates.reason_code in ('part_year', 'several_years') and is_in_time) as has_part_year,
    bool_or(
        candidates.relation in (
            'other_sampling_regime', 'foreign_owners_included', 'other_scope', 'other_denominator', 'successor',
            'stock_against_new', 'stock_against_cumulative', 'new_against_cumulative'
        ) and is_in_time
    ) as has_other_definition,
from commitments
join verdict_candidates as candidates using (target_id),
-- Once the due year is over only its own figures could have told; before, any since the plan was issued.
lateral (
    select if(
        commitments.is_due_over,
        candidates.year = commitments.due,
        candidates.year between coalesce(commitments.issued_year, commitments.first_year, 0) and commitments.last_year
    ) as is_in_time
)
group by commitments.target_id
