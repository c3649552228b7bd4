"""Parquet: columns under their own names, the headings and what is told of the whole in the file's metadata."""

import io
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet

MIME = "application/vnd.apache.parquet"
# Larger groups read a little faster, and cost their size in memory while they are written.
_ROWS_A_GROUP = 16_384


class _Outbox(io.RawIOBase):
    """Takes what the Parquet writer writes and hands it on, so that no file has to be whole in memory."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def take(self) -> bytes:
        taken, self._parts = b"".join(self._parts), []
        return taken


def stream(
    rows: pa.RecordBatchReader, headings: Mapping[str, str] | None = None, about: Mapping[str, str] | None = None
) -> Iterator[bytes]:
    """The bytes of a Parquet file, a row group at a time, verbatim.

    Args:
        headings: column to heading, kept as the metadata ``heading`` of each field.
        about: kept as the metadata of the schema (title, citation, permalink, ...).
    """
    named = headings or {}
    schema = pa.schema(
        [field.with_metadata({"heading": named.get(field.name, field.name)}) for field in rows.schema],
        metadata={key: text for key, text in (about or {}).items() if text},
    )
    outbox = _Outbox()
    with pyarrow.parquet.ParquetWriter(pa.PythonFile(outbox, mode="w"), schema) as writer:
        for group in _groups(rows, schema):
            writer.write_table(group)
            yield outbox.take()
    yield outbox.take()


def to_bytes(
    rows: pa.RecordBatchReader, headings: Mapping[str, str] | None = None, about: Mapping[str, str] | None = None
) -> bytes:
    """The whole Parquet file; see ``stream``."""
    return b"".join(stream(rows, headings, about))


def _groups(rows: pa.RecordBatchReader, schema: pa.Schema) -> Iterator[pa.Table]:
    """Batches put together into row groups of a size that readers like."""
    waiting: list[pa.RecordBatch] = []
    for batch in rows:
        waiting.append(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
        if sum(part.num_rows for part in waiting) >= _ROWS_A_GROUP:
            yield pa.Table.from_batches(waiting, schema)
            waiting = []
    if waiting:
        yield pa.Table.from_batches(waiting, schema)
