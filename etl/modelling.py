"""The tables and views of a release, each one select in ``etl/models/``, made in the order of their needs."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from graphlib import TopologicalSorter

import duckdb

import paths

_HEADER = re.compile(r"^-- (?P<key>needs|kind):(?P<value>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Model:
    """A table or view of the release: its name, its select, and the models it reads."""

    name: str
    kind: str
    needs: tuple[str, ...]
    sql: str


@cache
def load() -> tuple[Model, ...]:
    """Every model, each after those it needs.

    Raises:
        graphlib.CycleError: models that need each other.
        KeyError: a need that no file answers.
    """
    models = {file.stem: _model(file.stem, file.read_text(encoding="utf-8")) for file in paths.MODELS.glob("*.sql")}
    order = TopologicalSorter({name: models[name].needs for name in sorted(models)}).static_order()
    return tuple(models[name] for name in order)


def run(connection: duckdb.DuckDBPyConnection, as_of: date, only: set[str] | None = None) -> None:
    """Make every model in the connection's main catalogue (``only``: those names).

    ``getvariable('as_of')`` holds the day of judgement; no model asks the clock.
    """
    connection.execute("set variable as_of = $as_of", {"as_of": as_of})
    connection.execute(paths.MACROS.read_text(encoding="utf-8"))
    for model in load():
        if only is None or model.name in only:
            connection.execute(f"create {model.kind} {model.name} as {model.sql}")


def make_theme_views(connection: duckdb.DuckDBPyConnection, themes: list[str]) -> None:
    """One view a theme (``patents``, ``labs``, ...): its figures in words."""
    for theme in themes:
        connection.execute(f"create view {theme} as select * from observations_in_words where theme = '{theme}'")


def _model(name: str, sql: str) -> Model:
    header = {match["key"]: match["value"].strip() for match in _HEADER.finditer(sql)}
    needs = tuple(need.strip() for need in header.get("needs", "").split(",") if need.strip())
    return Model(name, header.get("kind", "table"), needs, sql)
