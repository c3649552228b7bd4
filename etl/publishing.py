"""A release as a file that is whole or not there: a new name, verified, the pointer switched last."""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

import paths

KEPT = 5
POINTER = "CURRENT"
RELEASES = "releases"
_LOCK = "build.lock"
_UNFINISHED = ".unfinished"


class BuildFault(Exception):
    """The build could not be carried out; the released data is untouched. ``code`` names the message."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


@contextlib.contextmanager
def only_build(out: Path) -> Iterator[None]:
    """Hold the folder for one build; leftovers of killed builds are cleared first.

    Raises:
        BuildFault: another build is running, or the folder cannot be written.
    """
    try:
        (out / RELEASES).mkdir(parents=True, exist_ok=True)
        lock = (out / _LOCK).open("a")
    except OSError as fault:
        raise BuildFault("folder_not_writable", str(fault)) from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise BuildFault("other_build_running", str(out)) from fault
        for leftover in (out / RELEASES).glob(f"*{_UNFINISHED}*"):
            leftover.unlink()
        yield


def fingerprint(data: Path, as_of: date) -> str:
    """SHA-256 over the data files, the models and checks, and the day of judgement: what a release is made from."""
    digest = hashlib.sha256(as_of.isoformat().encode())
    files = [*data.glob("*.json"), *data.glob("*.csv"), *data.glob("*.xlsx"), *data.glob("observations/*")]
    for root, members in ((data, files), (paths.MODELS.parent, [*paths.MODELS.parent.rglob("*.sql")])):
        for file in sorted(members):
            digest.update(file.relative_to(root).as_posix().encode())
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def unfinished(out: Path, name: str) -> Path:
    """Where a file of the running build lies until it is published."""
    return out / RELEASES / f"{name}{_UNFINISHED}"


def verify(file: Path) -> None:
    """Open a release as a reader would and read every table whole.

    Raises:
        BuildFault: the file cannot be opened, lacks its ``release`` row, or counts differ from what it states.
    """
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            stated = connection.execute("select table_name, row_count from release_tables").fetchall()
            if connection.execute("select count(*) from release").fetchone() != (1,):
                raise BuildFault("release_damaged", "release")
            for table, rows in stated:
                if connection.execute(f"select count(*) from {table}").fetchone() != (rows,):
                    raise BuildFault("release_damaged", table)
    except duckdb.Error as fault:
        raise BuildFault("release_damaged", str(fault)) from fault


def publish(out: Path, built: Path, release_id: str) -> Path:
    """Give a verified, closed database its release name and make it the current one.

    A release of that name that is there already is kept and made current: served files are never overwritten.
    """
    target = release_file(out, release_id)
    if target.exists():
        built.unlink()
    else:
        _flush(built)
        built.rename(target)
    point_to(out, release_id)
    _forget_old(out)
    return target


def release_file(out: Path, release_id: str) -> Path:
    """The database file of a release."""
    return out / RELEASES / f"{release_id}.duckdb"


def current(out: Path) -> str | None:
    """Id of the current release; None where nothing has been published."""
    with contextlib.suppress(FileNotFoundError):
        return (out / POINTER).read_text(encoding="utf-8").strip() or None
    return None


def point_to(out: Path, release_id: str) -> None:
    """Switch the pointer in one step: a reader sees the old id or the new one, never half of either."""
    waiting = out / f"{POINTER}{_UNFINISHED}"
    waiting.write_text(release_id + "\n", encoding="utf-8")
    _flush(waiting)
    waiting.replace(out / POINTER)
    _flush(out)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_old(out: Path) -> None:
    """Keep the newest releases, and the current one whatever its age."""
    files = sorted((out / RELEASES).glob("*.duckdb"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[KEPT:]:
        if file.stem != current(out):
            file.unlink()
