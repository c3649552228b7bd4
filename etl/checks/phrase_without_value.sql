-- the phrase does not contain the value, and no correction says why
with unlike as materialized (
    select *
    from stage.observations
    where isfinite(value)
        -- Digits that simply stand in the phrase settle nearly all rows; the rest are read as numerals.
        and not (
            length(if(value = floor(value) and abs(value) < 1e15, try_cast(value as bigint)::varchar, value::varchar)) > 2
            and contains(phrase, if(value = floor(value) and abs(value) < 1e15, try_cast(value as bigint)::varchar, value::varchar))
        )
)

select _file, _row, 'phrase' as column_name, phrase as value, value::varchar as expected
from unlike
where phrase is not null
    and not phrase_states(phrase, value)
    and observation_id not in (
        select subject_id from stage.corrections where what = 'phrase_without_value' and subject_id is not null
    )
