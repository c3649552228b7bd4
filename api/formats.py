"""Tables as JSON, CSV and Parquet, a part at a time, so that a large answer needs no more memory than one part."""

import io
import json
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from exports.tabular import STARTS_THAT_RUN

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
_RUNS = "^[" + "".join(f"\\x{{{ord(mark):x}}}" for mark in STARTS_THAT_RUN) + "]"


def written(parts: Iterable[pa.Table], kind: str, head: dict[str, object], tail: dict[str, object]) -> Iterator[bytes]:
    """The parts of one table in a format, as they come.

    Args:
        parts: at least one table, maybe empty; all of one schema.
        kind: ``json``, ``csv``, ``raw`` or ``parquet``.
        head, tail: members of the JSON object before and after its ``data``.
    """
    if kind == "json":
        return _json(parts, head, tail)
    return _parquet(parts) if kind == "parquet" else _csv(parts, guarded=kind == "csv")


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


def _csv(parts: Iterable[pa.Table], guarded: bool) -> Iterator[bytes]:
    begun = False
    for part in parts:
        for start in range(0, max(len(part), 1), _WRITTEN_AT_ONCE):
            rows = part.slice(start, _WRITTEN_AT_ONCE)
            sink = io.BytesIO()
            options = pa_csv.WriteOptions(include_header=not begun, quoting_style="needed")
            pa_csv.write_csv(_guarded(rows) if guarded else rows, sink, options)
            begun = True
            yield sink.getvalue()


def _guarded(part: pa.Table) -> pa.Table:
    """Texts that a spreadsheet would run get an apostrophe before them."""
    columns = [_guarded_column(column) if _is_text(column) else column for column in part.columns]
    return pa.table(columns, names=part.column_names)


def _is_text(column: pa.ChunkedArray) -> bool:
    return pa.types.is_string(column.type) or pa.types.is_large_string(column.type)


def _guarded_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    apostrophe, nothing = (pa.scalar(text, column.type) for text in ("'", ""))
    marked = pc.binary_join_element_wise(apostrophe, column, nothing)
    return pc.if_else(pc.match_substring_regex(column, _RUNS), marked, column)


def _parquet(parts: Iterable[pa.Table]) -> Iterator[bytes]:
    sink = _Outlet()
    writer = None
    for part in parts:
        writer = writer or pq.ParquetWriter(sink, part.schema, compression="zstd")
        writer.write_table(part)
        yield sink.taken()
    writer.close()
    yield sink.taken()


class _Outlet(io.RawIOBase):
    """A file that only grows; what was written so far can be taken from it."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: bytes) -> int:
        self._waiting.append(bytes(data))
        self._written += len(data)
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        waiting, self._waiting = self._waiting, []
        return b"".join(waiting)
