-- the publisher has another English name in another row
select _file, _row, 'publisher_en' as column_name, publisher_en as value, other as expected
from (
    select *, first_value(publisher_en) over (partition by publisher order by _row) as other
    from stage.sources
    where publisher_en is not null
)
where publisher_en <> other
