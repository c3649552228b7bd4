-- the phrase does not contain the value, and no correction says why
with spelled as (
    select
        *,
        replace(phrase, ',', '') as plain,
        if(value = floor(value) and abs(value) < 1e15, try_cast(value as bigint)::varchar, value::varchar) as digits,
        instr(plain, digits) as place,
    from stage.targets
    where isfinite(value) and phrase is not null
),

-- Digits that stand in the phrase as a number of their own settle nearly all rows; the rest are read as numerals.
unlike as materialized (
    select *
    from spelled
    where place = 0
        or substr(plain, place - 1, 1) between '.' and '9'
        or substr(plain, place + length(digits), 1) between '.' and '9'
)

select _file, _row, 'phrase' as column_name, phrase as value, value::varchar as expected
from unlike
where not phrase_states(phrase, value)
    and target_id not in (
        select subject_id from stage.corrections where what = 'phrase_without_value' and subject_id is not null
    )
