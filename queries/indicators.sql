-- Indicators that have a target or a figure; those with most judged targets first.
-- params: lang text
-- columns: indicator_id text, name text, theme text, unit text, targets bigint, judged bigint, figures bigint
with judged as (
    select
        indicator_id,
        count(*) filter (where form <> 'count') as targets,
        count(*) filter (where state in ('met', 'missed', 'on_track', 'accelerate', 'limited', 'moving_away')) as judged,
    from verdicts
    group by indicator_id
),

figures as (
    select indicator_id, count(*) as figures from observations group by indicator_id
)

select
    indicators.indicator_id,
    if($lang = 'zh', name_zh, name_en) as name,
    theme,
    unit,
    coalesce(judged.targets, 0) as targets,
    coalesce(judged.judged, 0) as judged,
    coalesce(figures.figures, 0) as figures,
from indicators
left join judged using (indicator_id)
left join figures using (indicator_id)
where coalesce(judged.targets, 0) + coalesce(figures.figures, 0) > 0
order by judged desc, targets desc, figures desc, indicator_id
