-- The values that each filter can take in this release, by filter.
-- params:
-- columns: name text, value text
with known as (
    select 'region' as name, region_code as value from regions
    union
    select 'indicator', indicator_id from indicators
    union
    select 'theme', theme from indicators
    union
    select 'level', level from regions
    union
    select 'form', form from targets
    union
    select 'state', state from verdicts
    union
    select 'programme', programme_id from programmes
    union
    select 'source', source_id from sources
    union
    select 'quality', quality from observations
    union
    select 'quality', quality from targets
)

select name, value from known where value is not null order by name, value
