-- Targets whose due year is over, or is this year, and for which nobody has published a usable figure.
-- params: lang text, region_code text, theme text
-- columns: target_id text, region_code text, region text, indicator_id text, indicator text, theme text, unit text, comparator text, value double, value_high double, due integer, years_overdue integer, state text, reason_code text, programme text, issuer_or_publisher text, publisher text, source_id text, source_title text, published text, url text, locator text, phrase text, quality text, note text
select
    verdicts.target_id,
    verdicts.region_code,
    if($lang = 'zh', regions.name_zh, regions.name_en) as region,
    verdicts.indicator_id,
    if($lang = 'zh', indicators.name_zh, indicators.name_en) as indicator,
    targets.theme,
    targets.unit,
    targets.comparator,
    targets.value,
    targets.value_high,
    verdicts.due,
    year(verdicts.as_of) - verdicts.due as years_overdue,
    verdicts.state,
    verdicts.reason_code,
    if($lang = 'zh', programmes.title_zh, programmes.title_en) as programme,
    -- Who could say: the issuer of the programme; where that is not known, who published the document.
    if(
        $lang = 'zh',
        coalesce(programmes.issuer, sources.publisher),
        coalesce(programmes.issuer_en, programmes.issuer, sources.publisher_en, sources.publisher)
    ) as issuer_or_publisher,
    if($lang = 'zh', sources.publisher, coalesce(sources.publisher_en, sources.publisher)) as publisher,
    targets.source_id,
    if($lang = 'zh', sources.title_zh, coalesce(sources.title_en, sources.title_zh)) as source_title,
    sources.published,
    sources.url,
    targets.locator,
    targets.phrase,
    targets.quality,
    targets.note,
from verdicts
join targets using (target_id)
join regions on verdicts.region_code = regions.region_code
join indicators on verdicts.indicator_id = indicators.indicator_id
join programmes using (programme_id)
join sources on targets.source_id = sources.source_id
where verdicts.due <= year(verdicts.as_of)
    and verdicts.state in ('not_reported', 'pending', 'unable')
    and ($region_code is null or verdicts.region_code = $region_code)
    and ($theme is null or targets.theme = $theme)
order by verdicts.due desc, verdicts.region_code, verdicts.indicator_id, verdicts.target_id
