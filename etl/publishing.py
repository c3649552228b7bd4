"""A release as a file that is whole or not there: a new name, verified, the pointer switched last."""

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

import paths
from etl import tabular

KEPT = 5
POINTER = "CURRENT"
ROLLED_BACK = "ROLLED_BACK"
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
        raise refused(fault) from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise BuildFault("other_build_running", str(out)) from fault
        clear(out)
        yield


def clear(out: Path) -> None:
    """Remove what builds left unfinished, the spill folder of the database included."""
    for leftover in (out / RELEASES).glob(f"*{_UNFINISHED}*"):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def refused(fault: Exception) -> BuildFault:
    """The fault that tells what the disk or the memory refused: a full disk, a folder not to be written, or else."""
    number, text = getattr(fault, "errno", None), str(fault)
    if isinstance(fault, duckdb.OutOfMemoryException):
        return BuildFault("memory_full", text)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) or os.strerror(errno.ENOSPC) in text:
        return BuildFault("disk_full", text)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS) or os.strerror(errno.EROFS) in text:
        return BuildFault("folder_not_writable", text)
    return BuildFault("disk_fault", text)


def fingerprint(data: Path, as_of: date) -> str:
    """SHA-256 over all that a release is made from: data files, models, checks, the code that reads them, the day.

    Raises:
        BuildFault: a file of the data cannot be read.
    """
    digest = hashlib.sha256(f"{as_of.isoformat()} {duckdb.__version__}".encode())
    etl = paths.MODELS.parent
    for root, members in ((data, _files_of(data)), (etl, [*etl.rglob("*.sql"), *etl.glob("*.py")])):
        for file in sorted(members):
            digest.update(file.relative_to(root).as_posix().encode() + _digest_of(file))
    return digest.hexdigest()


def _files_of(data: Path) -> list[Path]:
    return [data / "datapackage.json", *(data / name for name in tabular.tables(data))]


def _digest_of(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as fault:
        raise BuildFault("data_unreadable", str(fault)) from fault


def standing_day(data: Path, out: Path, today: date) -> date:
    """The day of judgement for a build that names none: today, or that of the release already made from this data.

    Verdicts change with the year and with the data, so within a year an unchanged package needs no new release: links
    that pin one would otherwise lose it after as many days as releases are kept.
    """
    for release_id in (rolled_back(out), current(out)):
        made = _made_from(release_file(out, release_id)) if release_id else None
        if made and made[0].year == today.year and made[0] <= today and fingerprint(data, made[0]) == made[1]:
            return made[0]
    return today


def _made_from(file: Path) -> tuple[date, str] | None:
    """Day of judgement and checksum of the inputs of a release; None where the file is not there or damaged."""
    if not file.exists():
        return None
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            return connection.execute("select as_of, input_checksum from release").fetchone()
    except duckdb.Error:
        return None


def unfinished(out: Path, name: str) -> Path:
    """Where a file of the running build lies until it is published."""
    return out / RELEASES / f"{name}{_UNFINISHED}"


def checksum(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, str]:
    """Rows of a table, and the sum of their hashes: the same for the same rows, in whatever order, on any machine."""
    return connection.execute(f"select count(*), coalesce(sum(hash(t)), 0)::varchar from {table} as t").fetchall()[0]


def verify(file: Path) -> None:
    """Open a release as a reader would and read every table whole.

    Raises:
        BuildFault: the file cannot be opened, lacks its ``release`` row, or holds other rows than it states.
    """
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            stated = connection.execute("select table_name, row_count, checksum from release_tables").fetchall()
            if connection.execute("select count(*) from release").fetchall() != [(1,)]:
                raise BuildFault("release_damaged", "release")
            for table, rows, hashes in stated:
                if checksum(connection, table) != (rows, hashes):
                    raise BuildFault("release_damaged", table)
    except duckdb.Error as fault:
        raise BuildFault("release_damaged", str(fault)) from fault


def is_whole(file: Path) -> bool:
    """Whether a release is there and reads back as it states."""
    try:
        verify(file)
    except BuildFault:
        return False
    return True


def publish(out: Path, built: Path, release_id: str) -> Path:
    """Give a verified, closed database its release name and make it the current one.

    A whole release of that name is kept and made current: served files are never overwritten. A damaged one gives way.
    """
    target = release_file(out, release_id)
    if target.exists() and is_whole(target):
        built.unlink()
    else:
        _flush(built)
        built.replace(target)
    make_current(out, release_id)
    _forget_old(out)
    return target


def make_current(out: Path, release_id: str) -> None:
    """Switch the pointer to a release that a build has made; a rollback before it is over."""
    point_to(out, release_id)
    (out / ROLLED_BACK).unlink(missing_ok=True)


def roll_back(out: Path, release_id: str) -> None:
    """Make an earlier release current, and remember which one was left: its data alone publishes nothing again.

    Raises:
        BuildFault: there is no such release, or it is damaged.
    """
    if release_id not in ids(out):
        raise BuildFault("no_such_release", release_id)
    verify(release_file(out, release_id))
    left = current(out)
    if left in ids(out) and left != release_id:
        _write(out / ROLLED_BACK, left)
    point_to(out, release_id)


def release_file(out: Path, release_id: str) -> Path:
    """The database file of a release."""
    return out / RELEASES / f"{release_id}.duckdb"


def ids(out: Path) -> list[str]:
    """Ids of the releases that are kept, in the order of their making."""
    files = (out / RELEASES).glob("*.duckdb")
    return [file.stem for file in sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name))]


def current(out: Path) -> str | None:
    """Id that the pointer names; None where nothing has been published."""
    return _read(out / POINTER)


def rolled_back(out: Path) -> str | None:
    """Id of the release that was left by a rollback; None where none was."""
    return _read(out / ROLLED_BACK)


def point_to(out: Path, release_id: str) -> None:
    """Switch the pointer in one step: a reader sees the old id or the new one, never half of either."""
    _write(out / POINTER, release_id)


def _read(file: Path) -> str | None:
    with contextlib.suppress(FileNotFoundError):
        # A pointer of garbage names no release; it must not stop the build that mends it.
        return file.read_text(encoding="utf-8", errors="replace").strip() or None
    return None


def _write(file: Path, release_id: str) -> None:
    waiting = file.with_name(f"{file.name}{_UNFINISHED}")
    waiting.write_text(release_id + "\n", encoding="utf-8")
    _flush(waiting)
    waiting.replace(file)
    _flush(file.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_old(out: Path) -> None:
    """Keep the newest releases, and the current one whatever its age."""
    for release_id in ids(out)[:-KEPT]:
        if release_id != current(out):
            release_file(out, release_id).unlink()
