-- the same figure of the same region, indicator and period stands twice from the same document
with numbered as (
    select
        _file,
        _row,
        value,
        first_value(_row) over same_figure as first_row,
        first_value(_file) over same_figure as first_file,
        row_number() over same_figure as place,
    from stage.repeated_figures
    window same_figure as (
        partition by region_code, indicator_id, period_start, period, as_of, comparator, value, value_high, source_id
        order by _file, _row
    )
)

select _file, _row, 'value' as column_name, value::varchar as value, first_file || ' ' || first_row as expected
from numbered
where place > 1
