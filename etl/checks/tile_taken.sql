-- another province stands on the same tile
select _file, _row, 'tile_column' as column_name, tile_row || '/' || tile_column as value, null as expected
from stage.regions
where tile_row is not null
qualify row_number() over (partition by tile_row, tile_column order by _row) > 1
