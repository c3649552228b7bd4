"""A release as a Frictionless data package: its description, its checksums, and the codebook of its columns."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Columns that name a row of another table, to that table.
_NAMES_ROWS_OF = {
    "region_code": "regions",
    "parent_code": "regions",
    "reference_region_code": "regions",
    "indicator_id": "indicators",
    "related_indicator_id": "indicators",
    "source_id": "sources",
    "programme_id": "programmes",
}


@dataclass(frozen=True)
class Column:
    """A column of a published table: its name, its Table Schema type, and what it holds in both languages."""

    name: str
    type: str
    description_zh: str
    description_en: str


@dataclass(frozen=True)
class Table:
    """A published table: its columns in order, the column that names its rows, and how many there are."""

    name: str
    columns: Sequence[Column]
    key: str
    rows: int


def description(declared: Mapping[str, object], tables: Sequence[Table], release_id: str, issued: str) -> bytes:
    """``datapackage.json``: one resource a table, its CSV under ``csv/``.

    Args:
        declared: the members of the source package that stay (name, titles, licences, keywords, ...).
    """
    package = {
        "profile": "tabular-data-package",
        **declared,
        "id": release_id,
        "version": release_id,
        "created": issued,
        "resources": [_resource(table, {each.name: each for each in tables}) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def checksums(folder: Path) -> bytes:
    """``SHA256SUMS`` of every file in a folder but itself, as ``sha256sum --check`` reads it."""
    lines = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS"):
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        lines.append(f"{digest}  {file.relative_to(folder).as_posix()}\n")
    return "".join(lines).encode("utf-8")


def _resource(table: Table, tables: Mapping[str, Table]) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    keys = [_foreign_key(column.name, table, tables) for column in table.columns]
    if known := [key for key in keys if key]:
        schema["foreignKeys"] = known
    return {
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    told = {"description": column.description_en, "description_zh": column.description_zh}
    form = {"format": "%Y-%m-%dT%H:%M:%S"} if column.type == "datetime" else {}
    return {"name": column.name, "type": column.type, **form, **told}


def _foreign_key(column: str, table: Table, tables: Mapping[str, Table]) -> dict[str, object] | None:
    target = _NAMES_ROWS_OF.get(column)
    if target not in tables or column == table.key:
        return None
    # A table that refers to itself is named by the empty text.
    named = "" if target == table.name else target
    return {"fields": [column], "reference": {"resource": named, "fields": [tables[target].key]}}
