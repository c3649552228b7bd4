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
    needed = _columns_needed(folder)
    kept = (file for file in (folder / "releases").glob("*.duckdb") if _ID.fullmatch(file.stem))
    return sorted((file.stem for file in kept if needed <= _columns(file)), reverse=True)


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
    file = _file(folder, release_id)
    if not _ID.fullmatch(release_id) or not file.exists() or not _columns_needed(folder) <= _columns(file):
        raise NoRelease(release_id)
    return file


def _columns_needed(folder: Path) -> frozenset[tuple[str, str]]:
    """Every column of the current release, and so all that the queries ask for; none where there is no current one."""
    try:
        release_id = current(folder)
    except NoRelease:
        return frozenset()
    return _columns(_file(folder, release_id)) if _ID.fullmatch(release_id) else frozenset()


def _file(folder: Path, release_id: str) -> Path:
    return folder / "releases" / f"{release_id}.duckdb"


def _columns(file: Path) -> frozenset[tuple[str, str]]:
    """Tables and their columns; none where the file is gone or damaged."""
    try:
        return _columns_of(file, file.stat().st_mtime_ns)
    except (FileNotFoundError, duckdb.Error):
        return frozenset()


@lru_cache(maxsize=256)
def _columns_of(file: Path, _changed: int) -> frozenset[tuple[str, str]]:
    with connect(file) as connection:
        return frozenset(connection.execute("select table_name, column_name from duckdb_columns()").fetchall())


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """A read-only, locked-down connection; take one ``cursor()`` a thread and close it after use."""
    return duckdb.connect(str(file), read_only=True, config=_LIMITS)
