"""A release is whole or not there: killed, refused by the disk, doubled or damaged, the reader keeps a readable one."""

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

import paths
from etl import building, publishing
from etl.__main__ import main
from queries import releases, run
from tests.conftest import AS_OF, silent

Build = Callable[..., str]

MOMENTS = 60
ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

# Ends itself with SIGKILL when it is about to touch the build folder for the given time: the file operations that
# publishing consists of are hit one by one, which no clock can.
_KILLED_AT_EVENT = """
import os, signal, sys
folder, left = sys.argv[1], int(sys.argv[2])

def count(event, arguments):
    global left
    touches = event in ("os.rename", "os.remove", "os.mkdir", "open", "shutil.rmtree") and folder in str(arguments[0])
    if touches and (event != "open" or arguments[1] != "r"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
from etl.__main__ import main
sys.exit(main(sys.argv[3:]))
"""


def day(number: int) -> date:
    return AS_OF - timedelta(days=number)


def command(package: Path, out: Path, as_of: date) -> list[str]:
    return ["build", "--data", str(package), "--out", str(out), "--as-of", as_of.isoformat(), "--lang", "en"]


def started(package: Path, out: Path, as_of: date, **options: object) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "etl", *command(package, out, as_of)],
        cwd=paths.ROOT,
        env=ENGLISH,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def promised(package: Path, as_of: date) -> str:
    """The id that a build of the package will give its release."""
    return f"{as_of:%Y%m%d}-{publishing.fingerprint(package, as_of)[:8]}"


def figures_shown(out: Path) -> int:
    """What a reader finds behind the pointer."""
    with releases.connect(releases.path(out, releases.current(out))) as connection:
        return int(run(connection.cursor(), "release_counts").iloc[0].figures)


def contents(out: Path) -> str:
    """The content checksum of the current release."""
    with duckdb.connect(str(publishing.release_file(out, publishing.current(out))), read_only=True) as connection:
        return connection.execute("select content_checksum from release").fetchall()[0][0]


# Killed ---------------------------------------------------------------------------------------------------------------


def check_after_kill(out: Path, allowed: set[str]) -> None:
    assert publishing.current(out) in allowed
    publishing.verify(publishing.release_file(out, publishing.current(out)))
    assert figures_shown(out) == 3


@pytest.mark.slow
def test_killed_at_any_moment_a_whole_release_is_current_and_the_next_build_works(
    package: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "out"
    build(out, day(0))
    whole_run, killed, tries = 3.0, 0, 0
    while killed < MOMENTS and tries < 5 * MOMENTS:
        tries += 1
        before, aim = publishing.current(out), day(2 * tries)
        begun = time.monotonic()
        process = started(package, out, aim)
        with contextlib.suppress(subprocess.TimeoutExpired):
            # The golden section spreads the moments evenly over the run, however many there come to be.
            process.wait(whole_run * (tries * 0.618034 % 1))
        process.kill()
        if process.wait() == -9:
            killed += 1
        else:
            whole_run = min(whole_run, time.monotonic() - begun)
        process.communicate()
        check_after_kill(out, {before, promised(package, aim)})
        assert build(out, day(2 * tries + 1)) == publishing.current(out)
        check_after_kill(out, {publishing.current(out)})
        assert not list((out / "releases").glob("*unfinished*"))
    assert killed >= 50


@pytest.mark.slow
def test_killed_at_each_step_of_publishing(package: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    for number in range(publishing.KEPT):
        build(out, day(200 + number))
    steps, status = 0, -9
    while status == -9:
        steps += 1
        before, aim = publishing.current(out), day(2 * steps)
        status = subprocess.run(
            [sys.executable, "-c", _KILLED_AT_EVENT, str(out), str(steps), *command(package, out, aim)],
            cwd=paths.ROOT,
            env=ENGLISH,
            capture_output=True,
        ).returncode
        check_after_kill(out, {before, promised(package, aim)})
        assert build(out, day(2 * steps + 1)) == publishing.current(out)
        assert len(publishing.ids(out)) <= publishing.KEPT + 1
    assert status == 0
    # Folder, lock, pointer written, pointer switched, note of a rollback removed, oldest release removed.
    assert steps > 6


# Refused by the disk --------------------------------------------------------------------------------------------------


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """A small disk of its own at ``tmp_path/disk`` (synthetic: in memory); call it to mount again with options."""
    disk = tmp_path / "disk"
    disk.mkdir()

    def mount(options: str) -> None:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True, text=True
        )
        if made.returncode:
            pytest.skip(f"no right to mount a disk: {made.stderr.strip()}")

    mount("size=24m")
    yield mount
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("free_kilobytes", [0, 8, 300, 1024, 3072, 4096])
def test_a_full_disk_is_told_and_leaves_the_old_release(
    free_kilobytes: int, mounted: Callable[[str], None], package: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "disk"
    old = build(out, day(0))
    free = shutil.disk_usage(out).free
    (out / "filler").write_bytes(b"\0" * (free - free_kilobytes * 1024))
    process = started(package, out, day(1))
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "The disk is full; the published release is untouched." in errors
    assert "Traceback" not in errors
    assert publishing.current(out) == old
    assert figures_shown(out) == 3
    (out / "filler").unlink()
    assert build(out, day(1)) == publishing.current(out) != old


def test_a_file_that_may_not_grow_is_told(package: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    old = build(out, day(0))
    limit = 1 << 20
    process = started(
        package, out, day(1), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "the published release is untouched" in errors or "the published one is untouched" in errors
    assert "Traceback" not in errors
    assert publishing.current(out) == old
    assert figures_shown(out) == 3


def test_a_read_only_folder_is_told_and_keeps_its_release(
    mounted: Callable[[str], None], package: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "disk"
    old = build(out, day(0))
    mounted("remount,ro")
    process = started(package, out, day(1))
    _, errors = process.communicate()
    assert process.returncode == 1
    assert "The folder cannot be written to; the published release is untouched. Check its permissions:" in errors
    assert publishing.current(out) == old
    assert figures_shown(out) == 3


def test_a_folder_without_the_right_to_write_is_told(package: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    old = build(out, day(0))
    for folder in (out, out / "releases"):
        folder.chmod(0o555)
    if os.access(out, os.W_OK):
        pytest.skip("this user may write everywhere; the read-only disk is tested instead")
    with pytest.raises(publishing.BuildFault, match="folder_not_writable"):
        build(out, day(1))
    assert publishing.current(out) == old


def test_data_that_may_not_be_read_is_told(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "sources.csv").chmod(0)
    if os.access(package / "sources.csv", os.R_OK):
        pytest.skip("this user may read everything")
    assert main(command(package, tmp_path / "out", AS_OF)) == 1
    assert "A file of the data cannot be read. Check its permissions:" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": [{"name": "regions"}]}'])
def test_a_broken_description_is_told(
    text: str, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (package / "datapackage.json").write_text(text, encoding="utf-8")
    assert main(command(package, tmp_path / "out", AS_OF)) == 1
    error = capsys.readouterr().err
    assert "datapackage.json cannot be read as the description of a data package:" in error
    assert "Traceback" not in error


# Two at once ----------------------------------------------------------------------------------------------------------


def test_the_second_of_two_builds_says_so_and_stops(package: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    old = build(out, day(0))
    with publishing.only_build(out):
        process = started(package, out, day(1))
        _, errors = process.communicate()
    assert process.returncode == 1
    assert f"Another build is running in this folder; wait until it ends: {out}" in errors
    assert publishing.current(out) == old
    assert build(out, day(1)) != old


def test_a_second_build_leaves_the_first_ones_work_alone(package: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen = []

    def second(stage: str, rows: int) -> None:
        with pytest.raises(publishing.BuildFault, match="other_build_running"):
            building.build(package, out, day(1), silent)
        seen.append(stage)

    release_id, is_new = building.build(package, out, day(0), second)
    assert seen == ["read", "check", "model", "verify", "publish"]
    assert is_new
    assert publishing.current(out) == release_id


# Kept, rolled back, listed --------------------------------------------------------------------------------------------


def test_five_releases_are_kept_and_the_current_one_always(tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    made = [build(out, day(number)) for number in range(8)]
    assert publishing.ids(out) == made[-5:]
    # Built again, the oldest is current although it is not among the newest.
    assert build(out, day(3), force=True) == made[3]
    assert publishing.current(out) == made[3]
    assert publishing.ids(out) == made[-5:]


def test_nothing_is_built_where_nothing_has_changed(tmp_path: Path, package: Path) -> None:
    out = tmp_path / "out"
    first = building.build(package, out, AS_OF, silent)
    file = publishing.release_file(out, first[0])
    stamp = file.stat().st_mtime_ns
    assert building.build(package, out, AS_OF, silent) == (first[0], False)
    assert file.stat().st_mtime_ns == stamp


def test_an_unchanged_package_keeps_its_release_within_the_year(tmp_path: Path, package: Path, build: Build) -> None:
    out = tmp_path / "out"
    build(out, date(2026, 3, 1))
    assert publishing.standing_day(package, out, date(2026, 11, 24)) == date(2026, 3, 1)
    assert publishing.standing_day(package, out, date(2027, 1, 1)) == date(2027, 1, 1)
    assert publishing.standing_day(package, out, date(2026, 2, 1)) == date(2026, 2, 1)
    with (package / "corrections.csv").open("a", encoding="utf-8") as stream:
        stream.write("c2,fact,o8,left_out,,,,合成测试数据\n")
    assert publishing.standing_day(package, out, date(2026, 11, 24)) == date(2026, 11, 24)


def test_rollback_goes_to_the_release_before_and_lasts(
    package: Path, tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    first, second, third = (build(out, day(number)) for number in (2, 1, 0))
    assert main(["rollback", "--out", str(out), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"Release {second} is current now.\n"
    assert publishing.current(out) == second
    # The data that was rolled back publishes nothing by itself ...
    assert building.build(package, out, day(0), silent) == (second, False)
    assert main(["rollback", first, "--out", str(out), "--lang", "en"]) == 0
    assert publishing.current(out) == first
    # ... but by force it does, and so does other data.
    assert build(out, day(1), force=True) == second
    assert publishing.rolled_back(out) is None
    assert build(out, day(0)) == publishing.current(out) == third


def test_rollback_to_nothing_is_told(tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    only = build(out, day(0))
    for release_id, message in (
        ([], "There is no earlier release to go back to:"),
        (["20200101-deadbeef"], "There is no such release; `releases` lists those that are kept: 20200101-deadbeef"),
        (["../../etc/passwd"], "There is no such release; `releases` lists those that are kept: ../../etc/passwd"),
    ):
        assert main(["rollback", *release_id, "--out", str(out), "--lang", "en"]) == 1
        assert message in capsys.readouterr().err
        assert publishing.current(out) == only


def test_releases_lists_the_newest_first_and_marks_the_current(
    tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    older, newer = build(out, day(1)), build(out, day(0))
    file = publishing.release_file(out, older)
    made = file.stat().st_mtime_ns
    file.write_bytes(b"no database")
    os.utime(file, ns=(made, made))
    assert main(["releases", "--out", str(out), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"* {newer}  as of {day(0)}  built ")
    assert lines[1] == f"  {older}  damaged"


# Damaged --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("garbage", [b"", b"nonsense\n", b"\xff\xfe\x00", b"20260101-00000000\n"], ids=repr)
def test_a_garbage_pointer_is_mended_by_the_next_build(garbage: bytes, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    release_id = build(out)
    (out / publishing.POINTER).write_bytes(garbage)
    with pytest.raises(releases.NoRelease):
        releases.path(out, releases.current(out))
    assert build(out) == publishing.current(out) == release_id
    assert figures_shown(out) == 3


@pytest.mark.parametrize("damage", ["truncated", "garbage", "empty", "one block"])
def test_a_damaged_release_is_found_and_made_again(damage: str, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    release_id = build(out)
    file = publishing.release_file(out, release_id)
    held = file.read_bytes()
    spoiled = {
        "truncated": held[: len(held) // 2],
        "garbage": b"\x13" * len(held),
        "empty": b"",
        "one block": _with_a_spoiled_block(held),
    }
    # A new file, as a restored copy would be: this process still has the old one cached under its name.
    file.unlink()
    file.write_bytes(spoiled[damage])
    assert not publishing.is_whole(file)
    assert build(out) == release_id
    publishing.verify(file)
    assert figures_shown(out) == 3


def _with_a_spoiled_block(held: bytes) -> bytes:
    """The database with other bytes where the words of a figure stand."""
    place = held.index("合格率98.1%".encode())
    return held[:place] + b"\0" * 8 + held[place + 8 :]


def test_a_rollback_to_a_damaged_release_is_refused(
    tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    older, newer = build(out, day(1)), build(out, day(0))
    publishing.release_file(out, older).write_bytes(b"no database")
    assert main(["rollback", older, "--out", str(out), "--lang", "en"]) == 1
    assert "The release does not read back whole" in capsys.readouterr().err
    assert publishing.current(out) == newer


def test_leftovers_of_any_kind_are_cleared(tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    build(out, day(0))
    spilled = out / "releases" / "spilled.unfinished"
    spilled.mkdir()
    (spilled / "block").write_bytes(b"x")
    (out / "releases" / "release.unfinished.wal").write_bytes(b"x")
    build(out, day(1))
    assert sorted(file.suffix for file in (out / "releases").iterdir()) == [".duckdb", ".duckdb"]


# The same inputs ------------------------------------------------------------------------------------------------------


def test_the_same_inputs_give_the_same_contents(tmp_path: Path, build: Build) -> None:
    build(tmp_path / "one")
    build(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    build(tmp_path / "three", as_of=day(1000))
    assert contents(tmp_path / "three") != contents(tmp_path / "one")


@pytest.mark.slow
@pytest.mark.parametrize("threads", [1, 7])
def test_the_order_of_rows_and_the_number_of_threads_change_nothing(
    threads: int, release_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shuffled = tmp_path / "data"
    shutil.copytree(paths.DATA, shuffled, ignore=shutil.ignore_patterns("build"))
    for file in (*shuffled.glob("*.csv"), *shuffled.glob("observations/*.csv")):
        _reverse_rows(file)
    connect = duckdb.connect

    def connect_with_threads(*arguments: object, **options: object) -> duckdb.DuckDBPyConnection:
        return connect(*arguments, **{"config": {"threads": threads}} | options)

    monkeypatch.setattr(duckdb, "connect", connect_with_threads)
    building.build(shuffled, tmp_path / "out", AS_OF, silent)
    monkeypatch.undo()
    assert checksums(tmp_path / "out") == checksums(release_folder)


def checksums(out: Path) -> dict[str, str]:
    """Checksum of every table of the current release."""
    with releases.connect(releases.path(out, releases.current(out))) as connection:
        return dict(connection.execute("select table_name, checksum from release_tables").fetchall())


def _reverse_rows(file: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "create table t as select * from read_csv($1, all_varchar = true, header = true, delim = ',')",
            [str(file)],
        )
        connection.sql("select * from t order by rowid desc").write_csv(str(file), header=True)


@pytest.mark.parametrize("harm", ["older tables", "damage"])
def test_a_release_that_this_version_cannot_read_is_not_offered(harm: str, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    older, newest = build(out, day(0)), build(out, day(1))
    assert set(releases.ids(out)) == {newest, older}
    file = releases.path(out, older)
    if harm == "damage":
        file.write_bytes(b"no database")
    else:  # as a version before it had known the words in English
        file.chmod(0o644)
        with duckdb.connect(str(file)) as connection:
            connection.execute("alter table regions drop column name_en")
    assert releases.ids(out) == [newest]
    with pytest.raises(releases.NoRelease):
        releases.path(out, older)
    assert releases.path(out, newest).exists()
