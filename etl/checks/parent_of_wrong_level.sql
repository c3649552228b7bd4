-- the parent is not a region of a higher level
with ranked as (
    select *, list_position(['country', 'province', 'prefecture', 'county'], level) as depth
    from stage.regions
)

select children._file, children._row, 'parent_code' as column_name, children.parent_code as value, children.level as expected
from ranked as children
left join ranked as parents on children.parent_code = parents.region_code
where (children.parent_code is null) <> (children.level = 'country') or parents.depth >= children.depth
