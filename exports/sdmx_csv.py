"""SDMX-CSV 2.0: figures by the data structures of ``exports.sdmx``, verbatim."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from exports import csv_file, sdmx

MIME = "application/vnd.sdmx.data+csv; version=2.0.0"
_TEXT = pa.string()


def stream(rows: pa.RecordBatchReader) -> Iterator[bytes]:
    """The bytes of an SDMX-CSV file, a batch at a time.

    Args:
        rows: figures by the column names of ``sdmx.COMPONENTS`` (``kind`` is ``actual`` or ``target``, ``period`` an
            SDMX time period or a due year); an attribute that is not there stays empty.

    Raises:
        KeyError: a column that a dimension needs is not there.
    """
    schema = pa.schema([(name, kind) for name, kind in _types(rows.schema).items()])
    told = pa.RecordBatchReader.from_batches(schema, (_as_sdmx(batch, schema) for batch in rows))
    yield from csv_file.stream(told, guarded=False, marked=False)


def to_bytes(rows: pa.RecordBatchReader) -> bytes:
    """The whole SDMX-CSV file; see ``stream``."""
    return b"".join(stream(rows))


def _types(given: pa.Schema) -> dict[str, pa.DataType]:
    types = {"STRUCTURE": _TEXT, "STRUCTURE_ID": _TEXT, "ACTION": _TEXT}
    for part in sdmx.COMPONENTS:
        if part.role == sdmx.DIMENSION and part.column not in given.names:
            raise KeyError(part.column)
        is_as_given = part.text_type in ("Double", "Long", "Boolean") and part.column in given.names
        types[part.id] = given.field(part.column).type if is_as_given else _TEXT
    return types


def _as_sdmx(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    def column(name: str, kind: pa.DataType = _TEXT) -> pa.Array:
        if name not in batch.schema.names:
            return pa.nulls(batch.num_rows, kind)
        return batch.column(name).cast(kind)

    period = column("period")
    is_dated = pc.is_valid(period)
    made = {
        "STRUCTURE": pa.repeat(pa.scalar("dataflow"), batch.num_rows),
        "STRUCTURE_ID": pc.if_else(is_dated, sdmx.structure_id(sdmx.DATED), sdmx.structure_id(sdmx.UNDATED)),
        "ACTION": pa.repeat(pa.scalar("I"), batch.num_rows),
        "FREQ": _frequency(period),
        "KIND": _mapped(column("kind"), sdmx.KIND_IDS),
        "OBS_STATUS": _mapped(column("quality"), sdmx.STATUS_OF_QUALITY),
        "COMPARATOR": _mapped(column("comparator"), sdmx.COMPARATOR_IDS),
    }
    for part in sdmx.COMPONENTS:
        made.setdefault(part.id, column(part.column, schema.field(part.id).type))
    return pa.RecordBatch.from_arrays([made[name] for name in schema.names], schema=schema)


def _mapped(codes: pa.Array, ids: Mapping[str, str]) -> pa.Array:
    return pc.take(pa.array(ids.values(), _TEXT), pc.index_in(codes, pa.array(ids.keys(), _TEXT)))


def _frequency(period: pa.Array) -> pa.Array:
    """FREQ by the form of the period: 2023, 2023-S1, 2023-Q2, 2023-06."""
    part = pc.utf8_slice_codeunits(period, 5, 6)
    named = pc.if_else(pc.is_in(part, pa.array(["S", "Q"])), part, "M")
    return pc.if_else(pc.equal(part, ""), "A", named)
