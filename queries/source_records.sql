-- Documents as the release holds them, by id.
-- params: source_ids text[], after text, row_limit integer
-- columns: source_id text, title_zh text, title_en text, publisher text, publisher_en text, published text, date_note text, url text, reach text, note text
select
    source_id,
    title_zh,
    title_en,
    publisher,
    publisher_en,
    published,
    date_note,
    url,
    reach,
    note,
from sources
where ($source_ids is null or list_contains($source_ids, source_id))
    and ($after is null or source_id > $after)
order by source_id
limit $row_limit
