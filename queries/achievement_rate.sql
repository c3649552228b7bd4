-- Targets met among those with a clear verdict, and reported among those that should have been by now, by one grouping.
-- The publisher of a target is who issued its programme; where that is not known, who published the document.
-- params: group_by text, region_code text, theme text, lang text
-- columns: group_key text, group_name text, total bigint, due bigint, met bigint, missed bigint, uncertain bigint, reported bigint, silent bigint, unable bigint, not_quantified bigint, achievement_rate double, reporting_rate double
with judged as (
    select
        verdicts.*,
        targets.theme,
        targets.programme_id,
        regions.level,
        if(
            $lang = 'zh',
            coalesce(programmes.issuer, sources.publisher, ''),
            coalesce(programmes.issuer_en, programmes.issuer, sources.publisher_en, sources.publisher, '')
        ) as publisher,
        if($lang = 'zh', regions.name_zh, regions.name_en) as region_name,
        if($lang = 'zh', programmes.title_zh, programmes.title_en) as programme_name,
    from verdicts
    join targets using (target_id)
    join regions on verdicts.region_code = regions.region_code
    join programmes using (programme_id)
    join sources on targets.source_id = sources.source_id
    where verdicts.rule <> 'count'
        and ($region_code is null or verdicts.region_code = $region_code)
        and ($theme is null or targets.theme = $theme)
),

keyed as (
    select
        *,
        case coalesce($group_by, 'all')
            when 'theme' then theme
            when 'region' then region_code
            when 'level' then level
            when 'programme' then programme_id
            when 'publisher' then publisher
            when 'due' then due::varchar
            when 'form' then form
            else 'all'
        end as group_key,
        case $group_by
            when 'region' then region_name
            when 'programme' then programme_name
            when 'publisher' then publisher
        end as group_name,
        due is not null and as_of > make_date(due, 12, 31) as is_due_over,
    from judged
),

counted as (
    select
        coalesce(group_key, '') as group_key,
        any_value(group_name) as group_name,
        count(*) as total,
        count(*) filter (where is_due_over) as due,
        count(*) filter (where is_due_over and state = 'met') as met,
        count(*) filter (where is_due_over and state = 'missed') as missed,
        count(*) filter (where is_due_over and state = 'uncertain') as uncertain,
        -- Reported: the due year is over and somebody published a figure that lets it be judged.
        count(*) filter (where is_due_over and state in ('met', 'missed', 'uncertain')) as reported,
        -- The rest: nobody published the figure, what was published is not usable, or the text names no number.
        count(*) filter (where is_due_over and state = 'not_reported') as silent,
        count(*) filter (where is_due_over and state = 'unable') as unable,
        count(*) filter (where is_due_over and state = 'not_quantified') as not_quantified,
    from keyed
    group by all
)

select
    *,
    met / nullif(met + missed, 0) as achievement_rate,
    reported / nullif(due, 0) as reporting_rate,
from counted
order by group_key
