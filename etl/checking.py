"""Every check of the staged data: those the package declares for its columns, and the queries of ``etl/checks/``."""

from collections.abc import Iterator

import duckdb

import paths
from etl import numerals
from etl.breach import Breach
from etl.package import Field, Resource


def names() -> list[str]:
    """Every check written as a query."""
    return sorted(file.stem for file in paths.CHECKS.glob("*.sql"))


def run(connection: duckdb.DuckDBPyConnection, resources: tuple[Resource, ...]) -> list[Breach]:
    """Breaches of the package's constraints and keys, then of each query in ``etl/checks/``.

    A check query returns ``_file, _row, column_name, value, expected`` of each fault, and no row where all is well.
    """
    breaches: list[Breach] = []
    connection.create_function("phrase_states", numerals.states, ["varchar", "double"], "boolean")
    for resource in resources:
        breaches += _cell_faults(connection, resource)
        for column, target, target_column in resource.foreign_keys:
            fault = (
                f'"{column}" is not null and "{column}" not in'
                f' (select "{target_column}" from stage.{target} where "{target_column}" is not null)'
            )
            breaches += _faults(connection, resource, column, f"unknown_{target_column.removesuffix('_id')}", fault, "")
    for table in dict.fromkeys(resource.table for resource in resources):
        key = next(resource.primary_key for resource in resources if resource.table == table)
        breaches += _duplicate_keys(connection, table, key)
    for name in names():
        sql = (paths.CHECKS / f"{name}.sql").read_text(encoding="utf-8")
        breaches += [
            Breach(file, row, column, value or "", name, expected or "")
            for file, row, column, value, expected in connection.execute(sql).fetchall()
        ]
    return breaches


def _constraints(field: Field) -> Iterator[tuple[str, str, str]]:
    """Name, SQL condition of a fault, and what is expected, of each constraint declared for a column."""
    column, limits = f'"{field.name}"', field.constraints
    if limits.get("required"):
        yield "missing_value", f"{column} is null", ""
    if "enum" in limits:
        allowed = ", ".join(f"'{value}'" for value in limits["enum"])
        yield "not_in_list", f"{column} not in ({allowed})", " ".join(limits["enum"])
    if "pattern" in limits:
        yield "malformed", f"not regexp_full_match({column}, '{limits['pattern']}')", field.example or limits["pattern"]
    if "maxLength" in limits:
        yield "too_long", f"length({column}) > {limits['maxLength']}", f"≤ {limits['maxLength']}"
    if "minimum" in limits:
        yield "too_small", f"{column} < {limits['minimum']}", f"≥ {limits['minimum']}"
    if field.type == "number":
        yield "not_finite", f"not isfinite({column})", ""


def _cell_faults(connection: duckdb.DuckDBPyConnection, resource: Resource) -> list[Breach]:
    """Faults of the declared constraints: all counted in one pass, then looked up where there are any."""
    constraints = [(field.name, *constraint) for field in resource.fields for constraint in _constraints(field)]
    counts = ", ".join(f"count(*) filter (where {fault})" for _, _, fault, _ in constraints)
    found = connection.execute(f"select {counts} from stage.raw_{resource.name}").fetchall()[0]
    return [
        breach
        for (column, check, fault, expected), count in zip(constraints, found, strict=True)
        if count
        for breach in _faults(connection, resource, column, check, fault, expected)
    ]


def _faults(
    connection: duckdb.DuckDBPyConnection, resource: Resource, column: str, check: str, fault: str, expected: str
) -> list[Breach]:
    # Names and conditions come from the package's own description; no visitor's text ever reaches this SQL.
    found = connection.execute(
        f'select _row, "{column}"::varchar from stage.raw_{resource.name} where {fault} order by _row'
    ).fetchall()
    return [Breach(resource.path, row, column, value or "", check, expected) for row, value in found]


def _duplicate_keys(connection: duckdb.DuckDBPyConnection, table: str, key: str) -> list[Breach]:
    distinct, total = connection.execute(
        f'select count(distinct "{key}"), count("{key}") from stage.{table}'
    ).fetchall()[0]
    if distinct == total:
        return []
    found = connection.execute(
        f"""
        select _file, _row, "{key}" from stage.{table}
        qualify count(*) over (partition by "{key}") > 1 and "{key}" is not null
        order by "{key}", _file, _row
        """
    ).fetchall()
    return [Breach(file, row, key, value, "duplicate_id") for file, row, value in found]
