-- The documents published last, with what each states.
-- params: lang text
-- columns: source_id text, title text, publisher text, published text, url text, reach text, targets bigint, figures bigint
with used as (
    select source_id, (form <> 'count')::integer as targets, 0 as figures from targets
    union all
    select source_id, 0, 1 from observations
),

counted as (
    select source_id, sum(targets)::bigint as targets, sum(figures)::bigint as figures
    from used
    group by source_id
)

select
    sources.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    counted.targets,
    counted.figures,
from sources
join counted using (source_id)
where sources.published_from is not null
order by sources.published_from desc, sources.source_id
limit 12
