-- Every region of the catalogue with its name, in the reader's order.
-- params: lang text
-- columns: region_code text, name text
select
    region_code,
    if($lang = 'zh', name_zh, name_en) as name,
from regions
order by
    list_position(['country', 'province', 'prefecture', 'county'], level),
    if($lang = 'zh', name_zh, null) collate zh,
    name_en
