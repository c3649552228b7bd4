"""Named questions to a release: one .sql file each, its parameters declared in its first comment."""

import re
from functools import cache

import duckdb
import pandas as pd
import pyarrow as pa

import paths

_HEADER = re.compile(r"^-- (?P<key>params|columns):(?P<value>.*)$", re.MULTILINE)
_ENTRY = re.compile(r"(?P<name>[a-z_]+)\s+(?P<type>[a-z]+(?:\[\])?)")


class UnknownQuery(LookupError):
    """No file of that name lies in ``queries/``."""


def names() -> list[str]:
    """The name of every query, sorted."""
    return sorted(path.stem for path in paths.QUERIES.glob("*.sql"))


@cache
def text(name: str) -> str:
    """The SQL of a query.

    Raises:
        UnknownQuery: no such file.
    """
    if name not in names():
        raise UnknownQuery(f"queries/{name}.sql does not exist; there are: {', '.join(names())}")
    return (paths.QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def parameters(name: str) -> dict[str, str]:
    """Declared parameters of a query, name to type (``text``, ``integer``, ``double``, ``text[]``, ...)."""
    return _declared(name, "params")


@cache
def columns(name: str) -> dict[str, str]:
    """Declared columns of a query's answer, name to type, in order."""
    return _declared(name, "columns")


def _declared(name: str, key: str) -> dict[str, str]:
    values = [match["value"] for match in _HEADER.finditer(text(name)) if match["key"] == key]
    return {entry["name"]: entry["type"] for entry in _ENTRY.finditer(" ".join(values))}


def run(cursor: duckdb.DuckDBPyConnection, name: str, **params: object) -> pd.DataFrame:
    """Rows that answer a query.

    Args:
        cursor: a cursor of a release, used by one thread only.
        name: file stem in ``queries/``.
        params: values for the declared parameters; one that is left out is bound as NULL, which means "no filter".

    Raises:
        UnknownQuery: no such file.
        TypeError: a parameter that the query does not declare.
    """
    return cursor.execute(text(name), _bound(name, params)).df()


def table(cursor: duckdb.DuckDBPyConnection, name: str, **params: object) -> pa.Table:
    """The same rows as an Arrow table: for files and programs, without a detour over pandas' types.

    Raises:
        UnknownQuery, TypeError: as ``run``.
    """
    return cursor.sql(text(name), params=_bound(name, params)).to_arrow_table()


def _bound(name: str, params: dict[str, object]) -> dict[str, object]:
    declared = parameters(name)
    if unknown := params.keys() - declared.keys():
        raise TypeError(
            f"queries/{name}.sql takes {', '.join(declared) or 'nothing'}, not {', '.join(sorted(unknown))}"
        )
    return {key: params.get(key) for key in declared}
