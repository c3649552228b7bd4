"""The published releases as a reader sees them: which there are, which is current, and a safe way to open one."""

import re
from functools import lru_cache
from pathlib import Path

import duckdb

_ID = re.compile(r"\d{8}-[0-9a-f]{8}")

# A reader can neither leave the file, nor write, nor change these settings, nor hold the server for long.
_LIMITS = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "memory_limit": "1GB",
    "threads": 2,
    "max_execution_time": 10_000,
    "lock_configuration": True,
}


class NoRelease(LookupError):
    """There is no such release, or none at all."""


def ids(folder: Path) -> list[str]:
    """Ids of the releases kept in the build folder that can be shown, newest first."""
    kept = (file.stem for file in (folder / "releases").glob("*.duckdb") if _ID.fullmatch(file.stem))
    return sorted((release_id for release_id in kept if _can_be_shown(folder, release_id)), reverse=True)


def current(folder: Path) -> str:
    """Id of the current release.

    Raises:
        NoRelease: nothing has been published yet.
    """
    try:
        # A pointer of garbage names no release, which ``path`` then says.
        return (folder / "CURRENT").read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError as fault:
        raise NoRelease(f"{folder} holds no release; run: python -m etl build") from fault


def path(folder: Path, release_id: str) -> Path:
    """File of a release.

    Raises:
        NoRelease: not an id, no longer kept, or made by a version of this project with other tables.
    """
    if not _ID.fullmatch(release_id) or not _can_be_shown(folder, release_id):
        raise NoRelease(release_id)
    return _file(folder, release_id)


def _file(folder: Path, release_id: str) -> Path:
    return folder / "releases" / f"{release_id}.duckdb"


def _can_be_shown(folder: Path, release_id: str) -> bool:
    """Whether a kept release has every column that the current one has, and so all that the queries ask for."""
    try:
        newest = _file(folder, current(folder))
    except NoRelease:
        newest = _file(folder, release_id)  # nothing to measure by
    try:
        kept = _columns(_file(folder, release_id))
    except FileNotFoundError:
        return False
    return newest.stem == release_id or (newest.exists() and _columns(newest) <= kept)


def _columns(file: Path) -> frozenset[tuple[str, str]]:
    return _columns_of(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _columns_of(file: Path, _changed: int) -> frozenset[tuple[str, str]]:
    """Tables and their columns; none where the file is damaged."""
    try:
        with connect(file) as connection:
            return frozenset(connection.execute("select table_name, column_name from duckdb_columns()").fetchall())
    except duckdb.Error:
        return frozenset()


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """A read-only, locked-down connection; take one ``cursor()`` a thread and close it after use."""
    return duckdb.connect(str(file), read_only=True, config=_LIMITS)
