"""Releases as the API serves them: which one answers, its values, and one cursor a question."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

import paths
import queries
from api.faults import Problem
from queries import releases


def release_for(asked: str | None, as_of: date | None) -> str:
    """Id of the release that answers: the one asked for, the newest as of a day, or the current one.

    Raises:
        Problem: 404 where it is not kept; 503 where there is none at all.
    """
    folder = paths.build_folder()
    kept = releases.ids(folder)
    if asked is not None:
        if asked not in kept:
            raise Problem(404, "unknown_release", parameter="release", value=asked, allowed=kept)
        return asked
    if as_of is not None:
        fitting = [release_id for release_id in kept if about(release_id).as_of.date() <= as_of]
        if not fitting:
            raise Problem(404, "unknown_release", parameter="as_of", value=as_of.isoformat(), allowed=kept)
        return max(fitting, key=lambda release_id: (about(release_id).as_of, about(release_id).built_at))
    return current()


def current() -> str:
    """Id of the current release.

    Raises:
        Problem: 503 where nothing has been published.
    """
    try:
        return releases.current(paths.build_folder())
    except releases.NoRelease as fault:
        raise Problem(503, "no_release") from fault


def about(release_id: str) -> pd.Series:
    """The one row of ``release``."""
    return _about(_file(release_id))


def known_values(release_id: str) -> dict[str, frozenset[str]]:
    """The values that each filter by code can take, by filter."""
    return _known_values(_file(release_id))


def table(release_id: str, query: str, **params: object) -> pa.Table:
    """Rows of a named query from a release."""
    with _connection(_file(release_id)).cursor() as cursor:
        return queries.table(cursor, query, **params)


def _file(release_id: str) -> str:
    return str(releases.path(paths.build_folder(), release_id))


# A release never changes once it is published, so what was read of it can be kept.
@lru_cache(maxsize=8)
def _connection(file: str) -> duckdb.DuckDBPyConnection:
    return releases.connect(Path(file))


@lru_cache(maxsize=8)
def _about(file: str) -> pd.Series:
    with _connection(file).cursor() as cursor:
        return queries.run(cursor, "release").iloc[0]


@lru_cache(maxsize=8)
def _known_values(file: str) -> dict[str, frozenset[str]]:
    with _connection(file).cursor() as cursor:
        rows = queries.run(cursor, "known_values")
    return {name: frozenset(values) for name, values in rows.groupby("name")["value"]}
