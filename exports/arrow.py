"""Rows as Arrow batches: what every kind of file is written from, a slice at a time."""

from collections.abc import Iterator, Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# A slice of this many rows is in memory at a time, whatever the table's size.
ROWS_AT_ONCE = 8_192


def reader(rows: pd.DataFrame, columns: Sequence[str] | None = None) -> pa.RecordBatchReader:
    """Batches of a frame's ``columns`` (default: all), typed over the whole column.

    Missing cells (None, NaN, NA, NaT) become null; days without a time become dates; a column of mixed values becomes
    text.

    Raises:
        KeyError: a column that the rows do not have.
    """
    chosen = rows[list(rows.columns if columns is None else columns)]
    schema = pa.schema([pa.field(name, _type_of(chosen[name])) for name in chosen.columns])
    return pa.RecordBatchReader.from_batches(schema, _batches(chosen, schema))


def is_text(kind: pa.DataType) -> bool:
    """Whether a type holds text."""
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)


def flat(column: pa.Array) -> pa.Array:
    """A column as one cell can hold it: lists joined, instants to the second, infinite numbers missing."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return flat(column.dictionary_decode())
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    if pa.types.is_timestamp(kind):
        return pc.strftime(column, "%Y-%m-%dT%H:%M:%S") if kind.unit == "s" else flat(column.cast(_SECONDS, safe=False))
    if pa.types.is_string_view(kind):
        return column.cast(pa.large_string())
    if pa.types.is_decimal(kind):
        return column.cast(pa.float64())
    return finite(column)


def finite(column: pa.Array) -> pa.Array:
    """NaN and infinity as null; no figure is ever one of them."""
    if not pa.types.is_floating(column.type):
        return column
    known = pc.is_finite(column)
    return column if pc.all(known).as_py() else pc.if_else(known, column, pa.scalar(None, column.type))


def type_name(kind: pa.DataType) -> str:
    """A type by its Table Schema name, as the data package calls it."""
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return "number"
    if pa.types.is_date(kind):
        return "date"
    if pa.types.is_timestamp(kind):
        return "datetime"
    return "list" if pa.types.is_nested(kind) else "string"


_SECONDS = pa.timestamp("s")


def _batches(rows: pd.DataFrame, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        part = rows.iloc[start : start + ROWS_AT_ONCE]
        yield pa.RecordBatch.from_arrays([_array(part[field.name], field.type) for field in schema], schema=schema)


def _array(cells: pd.Series, kind: pa.DataType) -> pa.Array:
    if cells.dtype == object and is_text(kind):
        cells = cells.map(str, na_action="ignore")
    made = pa.array(cells, type=kind, from_pandas=True)
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def _type_of(cells: pd.Series) -> pa.DataType:
    # pandas 3 holds text as dtype str; only what is left as object has to be looked at cell by cell.
    if isinstance(cells.dtype, pd.StringDtype):
        return pa.string()
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        days = cells.dropna()
        return pa.date32() if (days == days.dt.normalize()).all() else pa.timestamp("us")
    if cells.dtype != object:
        found = pa.array(cells.iloc[:0], from_pandas=True).type
        return pa.string() if pa.types.is_dictionary(found) else found
    try:
        found = pa.array(cells, from_pandas=True).type
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.string()
    return pa.string() if pa.types.is_null(found) else found
