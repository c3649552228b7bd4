"""Rows from a release, remembered by release and question."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st

import paths
import queries
from queries import releases


@st.cache_resource(max_entries=4, show_spinner=False)
def _connection(file: str) -> duckdb.DuckDBPyConnection:
    return releases.connect(file)


@st.cache_resource(max_entries=600, show_spinner=False)
def _rows(question: str, _ask: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    # Remembered by the question alone, one text: Streamlit would take each argument's name and fingerprint apart.
    return _ask()


def _asked(name: str, folder: Path, release_id: str, params: dict[str, object]) -> pd.DataFrame:
    # A connection must not be shared by threads; a cursor costs microseconds.
    with _connection(str(releases.path(folder, release_id))).cursor() as cursor:
        return queries.run(cursor, name, **params)


def fetch(name: str, release_id: str, **params: object) -> pd.DataFrame:
    """Rows that a query of ``queries/`` answers from one release.

    Lists and tuples bind to array parameters; None means "no filter". The frame is the caller's own: pandas copies a
    column when it is first written to, so what is remembered stays as it is and nothing is copied that is only read.

    Raises:
        NoRelease: the release is no longer kept, and what is asked is not remembered.
    """
    folder = paths.build_folder()
    bound = {key: list(value) if isinstance(value, tuple) else value for key, value in sorted(params.items())}
    question = repr((name, str(folder), release_id, bound))
    return _rows(question, lambda: _asked(name, folder, release_id, bound)).copy(deep=False)
