-- Whether figures may share an axis, pair by pair: green, amber with its reasons, or refused with its reasons.
-- Figures are named outright (`observation_ids`), or are the newest (up to `year`) of the regions and indicators named.
-- Another definition or unit is refused; another basis of comparison (level, years, size, certainty) is amber.
-- params: lang text, observation_ids text[], region_codes text[], indicator_ids text[], year integer, per text
-- columns: first_observation_id text, second_observation_id text, first_region text, second_region text, first_indicator text, second_indicator text, first_period text, second_period text, first_value double, second_value double, status text, reasons text[], notes text[]
with newest as (
    select observation_id
    from yearly_figures
    where $observation_ids is null
        and ($region_codes is null or list_contains($region_codes, region_code))
        and list_contains($indicator_ids, indicator_id)
        and ($year is null or year <= $year)
    qualify row_number() over (partition by region_code, indicator_id order by year desc) = 1
),

named as (
    select observation_id from observations where list_contains($observation_ids, observation_id)
    union
    select observation_id from newest
),

figures as (
    select
        observations.*,
        regions.level,
        indicators.per_capita,
        is_before_end.is_inside_year,
        if($lang = 'zh', regions.name_zh, regions.name_en) as region,
        if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
        rates.denominator_year,
        rates.observation_id is not null as has_rate,
    from named
    join observations using (observation_id)
    join regions using (region_code)
    join indicators using (indicator_id)
    left join comparable_figures as rates
        on observations.observation_id = rates.observation_id and rates.per = $per,
    lateral (
        select coalesce(
            length(observations.as_of) > 4
            and observations.as_of not like '____-12'
            and observations.as_of not like '____-12-31',
            false
        ) as is_inside_year
    ) as is_before_end
),

related as (
    select indicator_id, related_indicator_id, relation, note_zh, note_en from indicator_relations
    union
    select related_indicator_id, indicator_id, relation, note_zh, note_en from indicator_relations
),

pairs as (
    select
        one,
        other,
        related.relation,
        if($lang = 'zh', related.note_zh, related.note_en) as relation_note,
    from figures as one
    join figures as other on one.observation_id < other.observation_id
    left join related
        on one.indicator_id = related.indicator_id and other.indicator_id = related.related_indicator_id
),

judged as (
    select
        one,
        other,
        list_filter(
            [
                if(one.indicator_id <> other.indicator_id, coalesce(relation, 'other_indicator'), null),
                if(one.unit <> other.unit, 'other_unit', null),
                if(one.indicator_id <> other.indicator_id and one.basis <> other.basis, 'other_basis', null)
            ],
            lambda reason: reason is not null
        ) as refusals,
        list_filter(
            [
                if(one.level <> other.level, 'other_level', null),
                if(abs(one.year - other.year) > 1, 'years_apart', null),
                if(one.year is null or other.year is null, 'undated', null),
                if(one.period_kind <> other.period_kind, 'part_of_a_year', null),
                if(one.is_inside_year <> other.is_inside_year, 'day_inside_the_year', null),
                if(coalesce(one.period_start, one.year) - one.year <> coalesce(other.period_start, other.year) - other.year
                    and one.basis not in ('stock', 'cumulative'), 'several_years', null),
                if(one.per_capita and one.region_code <> other.region_code and not (one.has_rate and other.has_rate),
                    'count_not_per_head', null),
                if(one.quality = 'c' or other.quality = 'c', 'doubtful_figure', null)
            ],
            lambda reason: reason is not null
        ) as doubts,
        relation_note,
    from pairs
),

-- One row a pair: two indicators may be related in more than one way.
gathered as (
    select
        one,
        other,
        list_sort(list_distinct(flatten(list(refusals)))) as refusals,
        list_sort(list_distinct(flatten(list(doubts)))) as doubts,
        list(distinct relation_note) filter (where relation_note is not null) as notes,
    from judged
    group by all
)

select
    one.observation_id as first_observation_id,
    other.observation_id as second_observation_id,
    one.region as first_region,
    other.region as second_region,
    one.indicator as first_indicator,
    other.indicator as second_indicator,
    one.period as first_period,
    other.period as second_period,
    one.value as first_value,
    other.value as second_value,
    case
        when len(refusals) > 0 then 'refused'
        when len(doubts) > 0 then 'amber'
        else 'green'
    end as status,
    list_concat(refusals, doubts) as reasons,
    coalesce(notes, []) as notes,
from gathered
order by first_observation_id, second_observation_id
