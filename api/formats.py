"""Tables as JSON, CSV and Parquet, a part at a time, so that a large answer needs no more memory than one part."""

import itertools
import json
from collections.abc import Iterable, Iterator

import pyarrow as pa

from exports import csv_file, parquet_file

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "raw": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
# What a reader may ask for in the Accept header.
ACCEPTED = {
    "application/json": "json",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
    "application/*": "json",
    "text/*": "csv",
    "*/*": "json",
}
# Rows that are copied at once while they are written.
_WRITTEN_AT_ONCE = 5_000


def written(parts: Iterable[pa.Table], kind: str, head: dict[str, object], tail: dict[str, object]) -> Iterator[bytes]:
    """The parts of one table in a format, as they come.

    Args:
        parts: at least one table, maybe empty; all of one schema.
        kind: ``json``, ``csv``, ``raw`` or ``parquet``.
        head, tail: members of the JSON object before and after its ``data``.
    """
    if kind == "json":
        return _json(parts, head, tail)
    if kind == "parquet":
        return parquet_file.stream(_batches(parts))
    return csv_file.stream(_batches(parts), guarded=kind == "csv", marked=False)


def _json(parts: Iterable[pa.Table], head: dict[str, object], tail: dict[str, object]) -> Iterator[bytes]:
    yield (json.dumps(head, ensure_ascii=False)[:-1] + ', "data": [').encode()
    between = ""
    for part in parts:
        for rows in part.to_batches(max_chunksize=_WRITTEN_AT_ONCE):
            texts = [json.dumps(row, ensure_ascii=False, default=str) for row in rows.to_pylist()]
            if texts:
                yield (between + ",\n".join(texts)).encode()
                between = ",\n"
    yield ("]" + "".join(f', "{key}": {json.dumps(value)}' for key, value in tail.items()) + "}\n").encode()


def _batches(parts: Iterable[pa.Table]) -> pa.RecordBatchReader:
    """The parts one after the other; the first is read at once, for its schema."""
    parts = iter(parts)
    first = next(parts)
    batches = (batch for part in itertools.chain([first], parts) for batch in part.to_batches(_WRITTEN_AT_ONCE))
    return pa.RecordBatchReader.from_batches(first.schema, batches)
