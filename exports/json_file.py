"""JSON: what is told of the whole first, then the columns, then one object a row."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

import pyarrow as pa

from exports import arrow

MIME = "application/json"


def stream(
    rows: pa.RecordBatchReader, headings: Mapping[str, str] | None = None, about: Mapping[str, object] | None = None
) -> Iterator[bytes]:
    """The bytes of ``{...about, "columns": [{name, heading, type}], "rows": [{...}]}``, a batch at a time, verbatim."""
    named = headings or {}
    columns = [
        {"name": field.name, "heading": named.get(field.name, field.name), "type": arrow.type_name(field.type)}
        for field in rows.schema
    ]
    head = _dumped({**(about or {}), "columns": columns})
    yield head[:-1].encode("utf-8") + b', "rows": ['
    is_first = True
    for batch in rows:
        if not batch.num_rows:
            continue
        finite = pa.RecordBatch.from_arrays([arrow.finite(column) for column in batch.columns], schema=batch.schema)
        told = ",\n".join(_dumped(row) for row in finite.to_pylist())
        yield ("\n" if is_first else ",\n").encode() + told.encode("utf-8")
        is_first = False
    yield b"\n]}\n"


def to_bytes(
    rows: pa.RecordBatchReader, headings: Mapping[str, str] | None = None, about: Mapping[str, object] | None = None
) -> bytes:
    """The whole JSON file; see ``stream``."""
    return b"".join(stream(rows, headings, about))


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
