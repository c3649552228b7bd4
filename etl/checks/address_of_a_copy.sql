-- an address may stand only where it is an official or a press one
select _file, _row, 'url' as column_name, url as value, reach as expected
from stage.sources
where (url is not null and reach not in ('official', 'press')) or (url is not null and not regexp_matches(url, '^https?://'))
