-- Documents that state targets: who issued them, when, for which years, and how many commitments were read in each.
-- Task counts describe a document; they are counted apart from its commitments.
-- params: lang text, region_code text, level text, theme text
-- columns: programme_id text, title text, region_code text, region text, level text, issuer text, issued text, horizon_start integer, horizon_end integer, commitments bigint, quantified bigint, task_counts bigint, due_over bigint, reported bigint, met bigint, missed bigint, first_due integer, last_due integer, source_id text, source_title text, publisher text, published text, url text, reach text, note text
with counted as (
    select
        targets.programme_id,
        count(*) filter (where targets.form <> 'count') as commitments,
        count(*) filter (where targets.form <> 'count' and targets.value is not null) as quantified,
        count(*) filter (where targets.form = 'count') as task_counts,
        count(*) filter (where targets.form <> 'count' and verdicts.as_of > make_date(verdicts.due, 12, 31)) as due_over,
        count(*) filter (
            where verdicts.state in ('met', 'missed', 'uncertain') and verdicts.as_of > make_date(verdicts.due, 12, 31)
        ) as reported,
        count(*) filter (where verdicts.state = 'met') as met,
        count(*) filter (where verdicts.state = 'missed') as missed,
        min(targets.due) as first_due,
        max(targets.due) as last_due,
        list(distinct targets.theme) as themes,
    from targets
    join verdicts using (target_id)
    group by targets.programme_id
)

select
    programmes.programme_id,
    if($lang = 'zh', programmes.title_zh, programmes.title_en) as title,
    programmes.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    regions.level,
    if($lang = 'zh', programmes.issuer, coalesce(programmes.issuer_en, programmes.issuer)) as issuer,
    programmes.issued,
    programmes.horizon_start,
    programmes.horizon_end,
    counted.commitments,
    counted.quantified,
    counted.task_counts,
    counted.due_over,
    counted.reported,
    counted.met,
    counted.missed,
    counted.first_due,
    counted.last_due,
    programmes.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    sources.published,
    sources.url,
    sources.reach,
    programmes.note,
from programmes
join counted using (programme_id)
join regions on programmes.region_code = regions.region_code
join sources on programmes.source_id = sources.source_id
where ($region_code is null or programmes.region_code = $region_code)
    and ($level is null or regions.level = $level)
    and ($theme is null or list_contains(counted.themes, $theme))
order by counted.commitments desc, programmes.issued desc nulls last, programmes.programme_id
