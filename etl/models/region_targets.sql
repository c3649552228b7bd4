-- One row a target below the nation: the target of the nearest region above it for the same indicator, and how they lie.
-- needs: commitments, regions
-- kind: table
with ancestors as (
    select region_code, parent_code as ancestor_code, 1 as steps from regions where parent_code is not null
    union all
    select children.region_code, parents.parent_code, 2
    from regions as children
    join regions as parents on children.parent_code = parents.region_code
    where parents.parent_code is not null
    union all
    select children.region_code, grandparents.parent_code, 3
    from regions as children
    join regions as parents on children.parent_code = parents.region_code
    join regions as grandparents on parents.parent_code = grandparents.region_code
    where grandparents.parent_code is not null
),

pairs as (
    select
        own.target_id,
        above.target_id as parent_target_id,
        own.sign * (own.goal - above.goal) as difference,
        -- Two aims may be set side by side like two figures: where their years differ by at most one.
        coalesce(abs(own.due - above.due) <= 1, own.due is null and above.due is null) as is_of_same_time,
        own.per_capita,
        own.basis,
    from commitments as own
    join ancestors using (region_code)
    join commitments as above
        on ancestors.ancestor_code = above.region_code
        and own.indicator_id = above.indicator_id
        and own.sign = above.sign
        and (own.form = above.form or (own.form in ('level', 'keep') and above.form in ('level', 'keep')))
    where own.goal is not null and above.goal is not null and own.form <> 'count'
    qualify row_number() over (
        partition by own.target_id
        order by
            is_of_same_time desc,
            ancestors.steps,
            abs(coalesce(own.due, 0) - coalesce(above.due, 0)),
            above.due desc,
            above.target_id
    ) = 1
)

select
    target_id,
    parent_target_id,
    case
        -- A province's count is larger than its city's by nature; that says nothing of ambition.
        when per_capita or basis not in ('share', 'score', 'rank') then 'size_differs'
        when not is_of_same_time then 'years_differ'
        when difference = 0 then 'aligned'
        when difference > 0 then 'higher'
        else 'lower'
    end as cascade,
from pairs
