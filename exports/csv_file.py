"""CSV for people and for programs: UTF-8 with BOM, CRLF; for people nothing in it would run in a spreadsheet."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.csv

from exports import arrow, guarding

MIME = "text/csv"
_OPTIONS = pyarrow.csv.WriteOptions(include_header=False, eol="\r\n")


def stream(
    rows: pa.RecordBatchReader,
    headings: Mapping[str, str] | None = None,
    remark: str = "",
    guarded: bool = True,
    marked: bool = True,
) -> Iterator[bytes]:
    """The bytes of a CSV file, a batch at a time.

    Args:
        headings: column to heading; a column that is left out stands under its own name.
        remark: what to say of the whole (citation, notes): one last row whose first cell begins with ``# `` and whose
            other cells are empty. Every reader of CSV takes it, columns of numbers stay so, and
            ``pandas.read_csv(..., skipfooter=1)`` leaves it out.
        guarded: for people; False writes every text as it is.
        marked: begin with the byte order mark, without which Excel takes Chinese for Western letters; R's ``read.csv``
            takes the mark for a part of the first heading.
    """
    shield = guarding.guard if guarded else (lambda text: text)
    names = [(headings or {}).get(name, name) for name in rows.schema.names]
    yield (codecs.BOM_UTF8 if marked else b"") + _line([shield(name) for name in names])
    for batch in rows:
        yield _written(batch, guarded)
    if remark:
        # Empty cells without quotes: a reader of typed columns takes them as missing, not as a text.
        yield _line([f"# {' '.join(remark.split())}"]).rstrip() + b"," * (len(names) - 1) + b"\r\n"


def to_bytes(
    rows: pa.RecordBatchReader, headings: Mapping[str, str] | None = None, remark: str = "", guarded: bool = True
) -> bytes:
    """The whole CSV file; see ``stream``."""
    return b"".join(stream(rows, headings, remark, guarded))


def _written(batch: pa.RecordBatch, guarded: bool) -> bytes:
    columns = [arrow.flat(column) for column in batch.columns]
    if guarded:
        columns = [guarding.guard_texts(column) if arrow.is_text(column.type) else column for column in columns]
    sink = pa.BufferOutputStream()
    table = pa.Table.from_arrays(columns, names=[str(place) for place in range(len(columns))])
    pyarrow.csv.write_csv(table, sink, _OPTIONS)
    return sink.getvalue().to_pybytes()


def _line(cells: list[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode("utf-8")
