-- Regions as the release holds them, by code.
-- params: region_codes text[], levels text[], after text, row_limit integer
-- columns: region_code text, name_zh text, name_en text, level text, parent_code text, tile_row bigint, tile_column bigint
select
    region_code,
    name_zh,
    name_en,
    level,
    parent_code,
    tile_row,
    tile_column,
from regions
where ($region_codes is null or list_contains($region_codes, region_code))
    and ($levels is null or list_contains($levels, level))
    and ($after is null or region_code > $after)
order by region_code
limit $row_limit
