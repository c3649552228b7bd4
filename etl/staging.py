"""Files of the data package as typed tables in the catalogue ``stage``, each row with its file and row number.

A clean UTF-8 CSV goes straight through DuckDB's typed reader. Whatever that reader refuses is read again cell by cell,
so that every fault is named with its row and column and the remaining rows still meet the checks.
"""

import csv
import math
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl import tabular
from etl.breach import Breach
from etl.package import Field, Resource

# A downloaded table carries the unit beside the value; when such a table comes back, its unit is checked, not lost.
UNIT = Field("unit", "string", {})
_TABLES_WITH_UNIT = ("observations", "targets")


def stage(connection: duckdb.DuckDBPyConnection, data: Path, resources: tuple[Resource, ...]) -> list[Breach]:
    """Fill ``stage`` with one table a resource, and one view a table of the model (all observations together).

    Each view has the package's columns, typed, and ``_file`` (text) and ``_row`` (integer, header = 1).

    Returns:
        Breaches of form: files missing or unreadable, columns missing or unknown, cells of another type.
    """
    breaches: list[Breach] = []
    for resource in resources:
        breaches += _stage_resource(connection, data, resource)
    for table in dict.fromkeys(resource.table for resource in resources):
        parts = [
            f"select *, '{resource.path}' as _file from stage.raw_{resource.name}"
            for resource in resources
            if resource.table == table
        ]
        connection.execute(f"create or replace view stage.{table} as " + " union all ".join(parts))
    return breaches


def _stage_resource(connection: duckdb.DuckDBPyConnection, data: Path, resource: Resource) -> list[Breach]:
    fields = resource.fields + ((UNIT,) if resource.table in _TABLES_WITH_UNIT else ())
    columns = ", ".join(f'"{field.name}" {field.sql_type}' for field in fields)
    connection.execute(f"create table stage.raw_{resource.name} ({columns}, _row bigint)")
    file = tabular.find(data, resource.path)
    if file is None:
        return [Breach(resource.path, 0, "", "", "missing_file")]
    if file.suffix == ".csv" and _load_directly(connection, file, resource, fields):
        return []
    return _load_cell_by_cell(connection, file, resource, fields)


def _load_directly(
    connection: duckdb.DuckDBPyConnection, file: Path, resource: Resource, fields: tuple[Field, ...]
) -> bool:
    """Whether DuckDB's typed reader took the whole file."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        header = next(csv.reader([stream.readline()]), [])
    types = {field.name: field.sql_type for field in fields}
    if len(set(header)) != len(header) or {*types} - {*header} - {UNIT.name} or {*header} - {*types}:
        return False
    chosen = ", ".join(_strictly(field) if field.name in header else "null" for field in fields)
    read_as = {name: "double" if types[name] == "double" else "varchar" for name in header}
    try:
        connection.execute(
            f"insert into stage.raw_{resource.name} select {chosen}, row_number() over () + 1"
            " from read_csv($file, columns = $types, header = true, auto_detect = false, delim = ',',"
            " quote = '\"', escape = '\"', strict_mode = true)",
            {"file": str(file), "types": read_as},
        )
    except duckdb.Error:
        return False  # read again cell by cell, which names the fault
    return True


def _strictly(field: Field) -> str:
    """SQL that takes a cell of exactly the declared form and refuses the file at any other: 1.5 is no whole number."""
    column = f'"{field.name}"'
    if field.type == "boolean":
        return (
            f"case when {column} is null then null"
            f" when {column} in ('yes', 'no') then {column} = 'yes' else error('') end"
        )
    if field.type in ("integer", "year"):
        form = r"-?\d+" if field.type == "integer" else r"\d{4}"
        return (
            f"case when {column} is null then null"
            f" when regexp_full_match({column}, '{form}') then {column}::{field.sql_type} else error('') end"
        )
    return column


def _load_cell_by_cell(
    connection: duckdb.DuckDBPyConnection, file: Path, resource: Resource, fields: tuple[Field, ...]
) -> list[Breach]:
    breaches: list[Breach] = []
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as clean:
        writer = csv.writer(clean)
        try:
            numbered = tabular.rows(file)
            _, header = next(numbered)
            breaches += _header_breaches(resource, header, fields)
            if breaches:
                return breaches
            for number, cells in numbered:
                cells, faults = _typed_cells(resource, number, header, cells, fields)
                breaches += faults
                writer.writerow([*cells, number])
        except tabular.UnreadableFile as fault:
            breaches.append(Breach(resource.path, 0, "", fault.value, fault.check, fault.expected))
        clean.flush()
        types = {field.name: field.sql_type for field in fields} | {"_row": "bigint"}
        connection.execute(
            f"insert into stage.raw_{resource.name} select * from read_csv($file, columns = $types, header = false,"
            " auto_detect = false, delim = ',', quote = '\"', escape = '\"')",
            {"file": clean.name, "types": types},
        )
    return breaches


def _header_breaches(resource: Resource, header: list[str], fields: tuple[Field, ...]) -> list[Breach]:
    known = [field.name for field in fields]
    missing = [name for name in known if name not in header and name != UNIT.name]
    unknown = [name for name in header if name not in known]
    twice = sorted({name for name in header if header.count(name) > 1})
    return (
        [Breach(resource.path, 1, name, "", "missing_column") for name in missing]
        + [Breach(resource.path, 1, name, name, "unknown_column", ", ".join(known)) for name in unknown]
        + [Breach(resource.path, 1, name, name, "repeated_column") for name in twice]
    )


def _typed_cells(
    resource: Resource, number: int, header: list[str], cells: list[str], fields: tuple[Field, ...]
) -> tuple[list[str], list[Breach]]:
    """The cells in the package's order, a cell of another type blank, and the breaches found."""
    if len(cells) != len(header):
        fault = Breach(resource.path, number, "", ",".join(cells)[:60], "truncated_line", str(len(header)))
        return [""] * len(fields), [fault]
    given = dict(zip(header, cells, strict=True))
    typed, faults = [], []
    for field in fields:
        text = given.get(field.name, "")
        if text and not _PARSES[field.type](text):
            faults.append(Breach(resource.path, number, field.name, text, f"not_a_{field.type}"))
            text = ""
        typed.append(text)
    return typed, faults


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


_PARSES: dict[str, Callable[[str], bool]] = {
    "string": lambda text: True,
    "number": _is_number,
    "integer": lambda text: text.lstrip("-").isdecimal() and text.isascii(),
    "year": lambda text: len(text) == 4 and text.isdecimal() and text.isascii(),
    "boolean": lambda text: text in ("yes", "no"),
}
