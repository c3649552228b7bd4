"""The published releases as a reader sees them: which there are, which is current, and a safe way to open one."""

import re
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
    """Ids of the releases kept in the build folder, newest first."""
    return sorted(
        (file.stem for file in (folder / "releases").glob("*.duckdb") if _ID.fullmatch(file.stem)), reverse=True
    )


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
        NoRelease: not an id, or no longer kept.
    """
    file = folder / "releases" / f"{release_id}.duckdb"
    if not _ID.fullmatch(release_id) or not file.exists():
        raise NoRelease(release_id)
    return file


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """A read-only, locked-down connection; take one ``cursor()`` a thread and close it after use."""
    return duckdb.connect(str(file), read_only=True, config=_LIMITS)
