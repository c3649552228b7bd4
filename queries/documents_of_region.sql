-- The documents that state a target or a figure of one region, newest first, with what each states of it.
-- params: lang text, region_code text
-- columns: source_id text, title text, publisher text, published text, url text, reach text, programme text, horizon text, targets bigint, figures bigint
with used as (
    -- A task count describes its document; it is no target.
    select source_id, (form <> 'count')::integer as targets, 0 as figures
    from targets
    where $region_code is null or region_code = $region_code
    union all
    select source_id, 0, 1 from observations where $region_code is null or region_code = $region_code
),

counted as (
    select source_id, sum(targets)::bigint as targets, sum(figures)::bigint as figures
    from used
    group by source_id
),

own_programmes as (
    select
        source_id,
        string_agg(if($lang = 'zh', title_zh, title_en), ' · ' order by programme_id) as programme,
        string_agg(horizon_start || '–' || horizon_end, ' · ' order by programme_id) as horizon,
    from programmes
    where $region_code is null or region_code = $region_code
    group by source_id
)

select
    sources.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    own_programmes.programme,
    own_programmes.horizon,
    coalesce(counted.targets, 0) as targets,
    coalesce(counted.figures, 0) as figures,
from sources
left join counted using (source_id)
left join own_programmes using (source_id)
where counted.source_id is not null or own_programmes.source_id is not null
order by counted.targets desc nulls last, sources.published_from desc nulls last, sources.source_id
