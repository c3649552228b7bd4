-- Every indicator of the catalogue with its name, in the reader's order.
-- params: lang text
-- columns: indicator_id text, name text
select
    indicator_id,
    if($lang = 'zh', name_zh, name_en) as name,
from indicators
order by
    if($lang = 'zh', name_zh, null) collate zh,
    name_en
