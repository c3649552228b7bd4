-- One row a document; published_from is the earliest day that its date of publication allows.
-- kind: table
select
    source_id,
    title_zh,
    title_en,
    publisher,
    publisher_en,
    published,
    try_cast(rpad(published, 10, '-01-01'[length(published) - 3:]) as date) as published_from,
    date_note,
    url,
    reach,
    note,
from stage.sources
order by source_id
