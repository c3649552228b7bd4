"""Files of the data package as typed tables in the catalogue ``stage``, each row with its file and row number.

A clean UTF-8 CSV goes straight through DuckDB's typed reader. Whatever that reader refuses is read again cell by cell,
so that every fault is named with its row and column and the remaining rows still meet the checks.
"""

import csv
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl import downloaded, tabular
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
    breaches += _unclaimed(data, resources)
    for table in dict.fromkeys(resource.table for resource in resources):
        parts = [
            f"select *, '{resource.path}' as _file from stage.raw_{resource.name}"
            for resource in resources
            if resource.table == table
        ]
        connection.execute(f"create or replace view stage.{table} as " + " union all ".join(parts))
    find_repeated_figures(connection)
    return breaches


def find_repeated_figures(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``stage.repeated_figures``: the observations whose region, indicator and period have more than one figure.

    Only there can anything stand twice or be preferred. Found once, by hash, as a sieve for checks and models; whoever
    uses it still compares the columns themselves, so that two cells of one hash do no harm.
    """
    connection.execute(
        """
        create or replace table stage.repeated_figures as
        with cells as (
            select hash(region_code, indicator_id, period) as cell
            from stage.observations
            group by cell
            having count(*) > 1
        )

        select * from stage.observations where hash(region_code, indicator_id, period) in (from cells)
        """
    )


def _unclaimed(data: Path, resources: tuple[Resource, ...]) -> list[Breach]:
    """Tables in the folder that no build would read: not declared, or one beside the file that it doubles."""
    read = {file.relative_to(data).as_posix() for part in resources if (file := tabular.find(data, part.path))}
    csv_of = {
        Path(part.path).with_suffix(suffix).as_posix(): part.path for part in resources for suffix in tabular.INSTEAD
    }
    return [
        Breach(file, 0, "", "", "file_twice", csv_of[file])
        if file in csv_of
        else Breach(file, 0, "", "", "unknown_file", " ".join(part.path for part in resources))
        for file in tabular.tables(data)
        if file not in read
    ]


def _stage_resource(connection: duckdb.DuckDBPyConnection, data: Path, resource: Resource) -> list[Breach]:
    fields = resource.fields + ((UNIT,) if resource.table in _TABLES_WITH_UNIT else ())
    file = tabular.find(data, resource.path)
    if file is not None and file.suffix == ".csv" and _load_directly(connection, file, resource, fields):
        # Rows keep the file's order, so their place is their number; to store it would take the reader its threads.
        _name_rows(connection, resource, "*, rowid + 2 as _row")
        return []
    columns = ", ".join(f'"{field.name}" {field.sql_type}' for field in fields)
    connection.execute(f"create table stage.read_{resource.name} ({columns}, _row bigint)")
    _name_rows(connection, resource, "*")
    if file is None:
        return [Breach(resource.path, 0, "", "", "missing_file")]
    return _load_cell_by_cell(connection, file, resource, fields)


def _name_rows(connection: duckdb.DuckDBPyConnection, resource: Resource, columns: str) -> None:
    connection.execute(f"create view stage.raw_{resource.name} as select {columns} from stage.read_{resource.name}")


def _load_directly(
    connection: duckdb.DuckDBPyConnection, file: Path, resource: Resource, fields: tuple[Field, ...]
) -> bool:
    """Whether DuckDB's typed reader took the whole file."""
    if tabular.has_blank_line(file):
        return False  # the typed reader passes over it uncounted, and every row after it would be misnamed
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        header = next(csv.reader([stream.readline()]), [])
    types = {field.name: field.sql_type for field in fields}
    if len(set(header)) != len(header) or {*types} - {*header} - {UNIT.name} or {*header} - {*types}:
        return False
    chosen = ", ".join(
        f'{_strictly(field) if field.name in header else f"null::{field.sql_type}"} as "{field.name}"'
        for field in fields
    )
    read_as = dict.fromkeys(header, "varchar")
    try:
        connection.execute(
            f"create table stage.read_{resource.name} as select {chosen}"
            " from read_csv($file, columns = $types, header = true, auto_detect = false, delim = ',',"
            " quote = '\"', escape = '\"', strict_mode = true)",
            {"file": str(file), "types": read_as},
        )
    except (duckdb.DataError, duckdb.InvalidInputException):
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
    if field.type == "number":
        # The typed reader would take 1_000 for a thousand.
        return f"case when contains({column}, '_') then error('') else {column}::double end"
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
            if resource.table == "observations":
                numbered = downloaded.as_declared(numbered, {field.name for field in fields}, file.suffix == ".csv")
            _, header = next(numbered)
            breaches += _header_breaches(resource, header, fields)
            if breaches:
                return breaches
            for number, cells in numbered:
                cells, faults = _typed_cells(resource, number, header, cells, fields)
                breaches += faults
                writer.writerow([*cells, number])
        except tabular.UnreadableFile as fault:
            breaches.append(Breach(resource.path, fault.row, "", fault.value, fault.check, fault.expected))
        clean.flush()
        types = {field.name: field.sql_type for field in fields} | {"_row": "bigint"}
        connection.execute(
            f"insert into stage.read_{resource.name} select * from read_csv($file, columns = $types, header = false,"
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
    # inf and nan pass here: they are numbers to the typed reader too, and a check of their own refuses them.
    return re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?|[+-]?(inf|infinity|nan)", text, _PLAIN) is not None


def _is_integer(text: str) -> bool:
    return re.fullmatch(r"-?\d{1,18}", text, _PLAIN) is not None


_PLAIN = re.ASCII | re.IGNORECASE
_PARSES: dict[str, Callable[[str], bool]] = {
    "string": lambda text: True,
    "number": _is_number,
    "integer": _is_integer,
    "year": lambda text: re.fullmatch(r"\d{4}", text, _PLAIN) is not None,
    "boolean": lambda text: text in ("yes", "no"),
}
