-- One row a region of GB/T 2260.
-- kind: table
select region_code, name_zh, name_en, level, parent_code, tile_row, tile_column
from stage.regions
order by region_code
