-- One row a target: its state on the day of judgement, the rule and the reason, and every input that was used.
-- needs: commitments, commitment_figures, commitment_pace, commitment_strips, commitment_candidates, region_targets, yearly_figures
-- kind: table
with gathered as (
    select
        commitments.*,
        -- The figure that decides: the due year's own once it is over, else the latest.
        figures.latest as decisive,
        figures.base,
        figures.met_later_year,
        figures.first_later_year,
        figures.held_once,
        figures.previous_value,
        figures.mean_change,
        pace.* exclude (target_id),
        strips.* exclude (target_id, elapsed_share),
        strips.elapsed_share as strip_elapsed_share,
        coalesce(candidates.has_undated, false) as has_undated,
        coalesce(candidates.has_part_year, false) as has_part_year,
        coalesce(candidates.has_other_definition, false) as has_other_definition,
        reference.value as reference_value,
        coalesce(reference.is_doubtful, false) as is_reference_doubtful,
    from commitments
    left join commitment_figures as figures using (target_id)
    left join commitment_pace as pace using (target_id)
    left join commitment_strips as strips using (target_id)
    left join commitment_candidates as candidates using (target_id)
    left join yearly_figures as reference
        on commitments.reference_region_code = reference.region_code
        and commitments.indicator_id = reference.indicator_id
        and figures.latest.year = reference.year
),

tested as (
    select
        *,
        decisive.year = due as is_decisive_of_due_year,
        holds(
            bound_comparator, bound, decisive.lower, decisive.upper, decisive.lower_open, decisive.upper_open
        ) as is_held,
        -- What the figures of other documents for the same year would have said.
        holds(bound_comparator, bound, decisive.lowest, decisive.highest, false, false) as is_held_by_all,
        sign * (decisive.value - coalesce(previous_value, if(base.year < decisive.year, base.value, null)))
            as last_change,
        sign * mean_change as mean_change_signed,
        is_of_a_day(basis, unit) and basis <> 'rank' as is_stock,
        case
            when form = 'count' then 'count'
            when form = 'direction' and reference_region_code is not null then 'direction_against_reference'
            when form = 'level' and is_base_at_goal then 'keep'
            else form
        end as rule,
    from gathered
),

-- Without a figure to judge by: which of the kinds of not knowing it is.
silence as (
    select
        *,
        case
            when decisive is not null then null
            when has_undated then ['unable', 'undated']
            when has_part_year then ['unable', 'part_year_only']
            when has_other_definition then ['unable', 'observation_in_other_definition']
            when is_due_over and first_later_year is not null then ['not_reported', 'only_later_figure']
            when is_due_over then ['not_reported', 'no_figure_published']
            when due is null then ['pending', 'no_due_year_no_figure']
            else ['pending', 'not_yet_due']
        end as silence_answer,
    from tested
),

-- After the due year: final, by the due year's own figure; an earlier stock may say met, never missed.
final as (
    select
        *,
        case
            when not is_due_over or decisive is null then null
            when is_decisive_of_due_year and is_held and is_held_by_all is null and decisive.published_figures > 1
                then ['met', 'sources_disagree']
            when is_decisive_of_due_year and is_held then ['met', 'met_at_due']
            when is_decisive_of_due_year and is_held is null then ['uncertain', 'interval_straddles_target']
            when is_decisive_of_due_year and decisive.is_inside_year and sign > 0
                then ['not_reported', 'only_inside_due_year']
            when is_decisive_of_due_year and is_held_by_all is null and decisive.published_figures > 1
                then ['missed', 'sources_disagree']
            when is_decisive_of_due_year and met_later_year is not null then ['missed', 'met_late']
            when is_decisive_of_due_year and held_once then ['missed', 'met_before_and_lost']
            when is_decisive_of_due_year then ['missed', 'missed_at_due']
            when is_stock and is_held then ['met', 'met_before_due']
            when has_part_year then ['unable', 'part_year_only']
            when has_other_definition then ['unable', 'observation_in_other_definition']
            when first_later_year is not null then ['not_reported', 'only_later_figure']
            else ['not_reported', 'only_earlier_figure']
        end as final_answer,
    from silence
),

-- Before the due year: met early, or the pace of growth with the linear one in its place where growth is undefined.
running as (
    select
        *,
        case
            when is_due_over or decisive is null then null
            when is_held then ['met', if(due is null, 'met_without_due_year', 'met_early')]
            when is_held is null then ['uncertain', 'interval_straddles_target']
            when rule in ('rank', 'yes_no') then ['one_point', 'no_pace_for_this_form']
            when due is null then ['one_point', 'no_due_year']
            when base_value is null and (base.year = decisive.year or base is not null) then ['one_point', 'only_base']
            when base_value is null then ['one_point', 'no_base']
            when is_base_at_goal and last_change < 0 then ['moving_away', 'base_equals_target']
            when is_base_at_goal then ['limited', 'base_equals_target']
            when changes_inside_interval then ['uncertain', 'interval_changes_pace']
            when growth_class is not null and held_at_base then [growth_class, 'met_at_base_lost_since']
            when growth_class is not null then [growth_class, 'pace_of_growth']
            when linear_class is not null then [
                map {
                    'on_track': 'on_track',
                    'moderately_improving': 'accelerate',
                    'stagnating': 'limited',
                    'decreasing': 'moving_away'
                }[linear_class],
                case
                    when is_base_zero then 'base_zero_linear_only'
                    when is_sign_changed then 'sign_change_linear_only'
                    else 'linear_only'
                end
            ]
            else ['one_point', 'no_base']
        end as running_answer,
    from final
),

kept as (
    select
        *,
        case
            when decisive is null then null
            -- What was kept in an earlier year may have been lost since: it says nothing of the years that are silent.
            when is_due_over and not is_decisive_of_due_year and has_part_year then ['unable', 'part_year_only']
            when is_due_over and not is_decisive_of_due_year and first_later_year is not null
                then ['not_reported', 'only_later_figure']
            when is_due_over and not is_decisive_of_due_year then ['not_reported', 'only_earlier_figure']
            when is_held is null then ['uncertain', 'interval_straddles_target']
            when is_held and last_change < 0 then ['met', 'kept_but_falling']
            when is_held and last_change >= 0 then ['met', 'kept_and_not_falling']
            when is_held then ['met', 'kept_one_year_known']
            when last_change > 0 then ['missed', 'not_kept_but_rising']
            when last_change <= 0 then ['missed', 'not_kept_and_falling']
            else ['missed', 'not_kept_one_year_known']
        end as kept_answer,
    from running
),

strip as (
    select
        *,
        case
            when first_year is null and decisive is not null then ['unable', 'no_first_year']
            when coalesce(years_reported, 0) = 0 then null
            when form = 'annual' and years_not_met > 0 and (is_due_over or due is null)
                then ['missed', 'some_years_not_met']
            when form = 'annual' and is_complete and years_met = years_elapsed and is_due_over
                then ['met', 'every_year_met']
            when form = 'annual' and years_judged < years_reported then ['uncertain', 'interval_straddles_target']
            when form = 'annual' and is_due_over then ['not_reported', 'flow_years_incomplete']
            when form = 'annual' and years_met = years_judged then ['on_track', 'every_known_year_met']
            when form = 'annual' and years_met >= 0.6 * years_judged then ['accelerate', 'some_years_not_met']
            when form = 'annual' then ['limited', 'some_years_not_met']
            -- A sum that holds already holds whatever the silent years add.
            when sum_already_holds and sign > 0 then [
                'met',
                if(
                    is_due_over and (is_complete or (form = 'cumulative' and last_period = due)),
                    'met_at_due',
                    'met_early'
                )
            ]
            when form = 'new' and not is_complete and (is_due_over or last_period is null)
                then [if(is_due_over, 'not_reported', 'unable'), 'flow_years_incomplete']
            when form = 'cumulative' and is_due_over and last_period < due and has_part_year
                then ['unable', 'part_year_only']
            when form = 'cumulative' and is_due_over and last_period < due then ['not_reported', 'only_earlier_figure']
            when is_due_over and last_met is null then ['uncertain', 'interval_straddles_target']
            when is_due_over then [if(last_met, 'met', 'missed'), if(last_met, 'met_at_due', 'missed_at_due')]
            when due is null then ['one_point', 'no_due_year']
            when last_met then ['on_track', 'pro_rata']
            when last_met is null then ['uncertain', 'interval_straddles_target']
            when last_share >= 0.95 then ['on_track', 'pro_rata']
            when last_share >= 0.60 then ['accelerate', 'pro_rata']
            else ['limited', 'pro_rata']
        end as strip_answer,
    from kept
),

directed as (
    select
        *,
        case
            when rule = 'direction_against_reference' and decisive is not null and reference_value is null
                then ['unable', 'reference_not_reported']
            when rule = 'direction_against_reference' and decisive is not null then case
                when is_due_over and not is_decisive_of_due_year then ['not_reported', 'only_earlier_figure']
                when holds(coalesce(comparator, '>'), reference_value, decisive.lower, decisive.upper, false, false)
                    then ['met', 'beyond_reference']
                when is_due_over then ['missed', 'behind_reference']
                else ['one_point', 'behind_reference']
            end
            when rule = 'direction_against_reference' and is_due_over then ['not_reported', 'no_figure_published']
            when last_change is null then ['not_quantified', 'no_number_in_text']
            when is_due_over and not is_decisive_of_due_year then ['not_reported', 'only_earlier_figure']
            when last_change > 0 and coalesce(mean_change_signed, last_change) > 0
                then [if(is_due_over, 'met', 'on_track'), 'last_and_mean_change_right']
            when last_change <= 0 and coalesce(mean_change_signed, last_change) <= 0
                then [if(is_due_over, 'missed', 'moving_away'), 'last_and_mean_change_wrong']
            else [if(is_due_over, 'uncertain', 'limited'), 'last_and_mean_change_differ']
        end as directed_answer,
    from strip
),

by_rule as (
    select
        *,
        case
            when rule = 'count' then ['not_quantified', 'describes_programme']
            when form = 'direction' then directed_answer
            when goal is null then ['not_quantified', 'no_number_in_text']
            when form in ('annual', 'new', 'cumulative') then coalesce(strip_answer, silence_answer)
            when rule = 'keep' and form = 'keep' then coalesce(kept_answer, silence_answer)
            else coalesce(final_answer, running_answer, silence_answer)
        end as answer_by_rule,
    from directed
),

-- A figure that its own note calls doubtful is shown and settles nothing.
answered as (
    select
        *,
        if(
            answer_by_rule[1] in ('met', 'missed', 'on_track', 'accelerate', 'limited', 'moving_away')
            and case
                when form in ('annual', 'new', 'cumulative') then coalesce(has_doubtful_year, false)
                else decisive.is_doubtful or is_reference_doubtful or (
                    answer_by_rule[1] not in ('met', 'missed')
                    and base_observation_id is not null
                    and coalesce(base.is_doubtful, false)
                )
            end,
            ['uncertain', 'doubtful_figure'],
            answer_by_rule
        ) as answer,
    from by_rule
)

select
    target_id,
    region_code,
    indicator_id,
    worded_form as form,
    comparator,
    value as target_value,
    value_high as target_value_high,
    due,
    getvariable('as_of') as as_of,
    coalesce(answer[1], 'unable') as state,
    rule,
    coalesce(base_period, base.year) as base_period,
    coalesce(base_value, base.value) as base_value,
    if(base_period is null or base_observation_id is not null, coalesce(base_observation_id, base.observation_id), null)
        as base_observation_id,
    if(form in ('annual', 'new', 'cumulative') and last_period is not null, last_period, decisive.year) as latest_period,
    if(form = 'new' and last_period is not null, last_value, decisive.value) as latest_value,
    decisive.value_high as latest_value_high,
    if(form = 'new' and last_period is not null, last_observation_id, decisive.observation_id) as latest_observation_id,
    if(isfinite(gap_to_goal), gap_to_goal, null) as gap,
    if(unit = '%', 'percentage_points', unit) as gap_unit,
    if(isfinite(share_of_goal), share_of_goal, null) as attainment,
    if(due > latest_year, (goal - latest_figure) / (due - latest_year), null) as required_per_year,
    observed_per_year,
    growth_ratio,
    growth_class,
    linear_ratio,
    linear_class,
    projection_miss,
    projection_class,
    coalesce(
        len(list_distinct(list_filter(
            [
                growth_class = 'on_track',
                linear_class = 'on_track',
                projection_class in ('on_track', 'slightly_off'),
            ],
            lambda is_on_track: is_on_track is not null
        ))) > 1,
        false
    ) as method_sensitive,
    coalesce(strip_elapsed_share, elapsed_share) as elapsed_share,
    years_met,
    years_judged,
    coalesce(answer[2], 'no_rule_applies') as reason_code,
    region_targets.parent_target_id,
    case
        when form = 'count' or region_code = '100000' then null
        else coalesce(region_targets.cascade, 'orphan')
    end as cascade,
from (
    select
        *,
        if(form in ('annual', 'new', 'cumulative') and last_period is not null, last_period, decisive.year) as latest_year,
        -- One year of a sum with silent years is shown, and not measured against the whole.
        if(form = 'new', last_value, decisive.value) as latest_figure,
        if(form = 'direction', null, latest_figure - goal) as gap_to_goal,
        if(sign > 0, latest_figure / nullif(goal, 0), goal / nullif(latest_figure, 0)) as share_of_goal,
    from answered
) as judged
left join region_targets using (target_id)
