-- Where each province stands in the tile-grid map, with the short name that fits its tile.
-- params: lang text
-- columns: region_code text, region text, short_name text, tile_row bigint, tile_column bigint
select
    region_code,
    if($lang = 'zh', name_zh, name_en) as region,
    if(
        $lang = 'zh',
        regexp_replace(name_zh, '(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$', ''),
        name_en
    ) as short_name,
    tile_row,
    tile_column,
from regions
where tile_row is not null
order by tile_row, tile_column
