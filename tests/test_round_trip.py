"""A downloaded table of figures, put back as data, builds the same release: in both languages and every format."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import paths
import queries
from etl import building, package, publishing
from exports import arrow, csv_file
from exports.citation import Cited
from queries import releases
from tests.conftest import AS_OF, silent
from ui import downloads, exhibits
from ui.reader import reader_of

MAKERS = {".csv": downloads.to_csv, ".xlsx": downloads.to_xlsx, ".parquet": downloads.to_parquet}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(paths.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("build"))


def contents(folder: Path) -> tuple[str, dict[str, tuple[int, str]]]:
    """The content checksum of the current release, and the rows and checksum of every table."""
    file = publishing.release_file(folder, publishing.current(folder))
    with releases.connect(file) as connection:
        tables = connection.execute("select table_name, row_count, checksum from release_tables").fetchall()
        whole = connection.execute("select content_checksum from release").fetchall()[0][0]
    return whole, {name: (count, checksum) for name, count, checksum in tables}


def put_back(data: Path, ending: str, written: Callable[[str], bytes | None]) -> int:
    """Replace each theme's table of figures by a download; how many were."""
    replaced = 0
    for resource in package.load(data):
        made = written(resource.theme) if resource.theme else None
        if made:
            (data / resource.path).unlink()
            (data / resource.path).with_suffix(ending).write_bytes(made)
            replaced += 1
    return replaced


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ending", MAKERS)
def test_a_download_comes_back(
    lang: str, ending: str, data: Path, tmp_path: Path, release_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    reader = reader_of(lang, releases.current(release_folder))
    cited = Cited("", reader.release_id, reader.as_of, date(2026, 11, 25), "https://example.org/", lang)

    def written(theme: str) -> bytes | None:
        made = exhibits.build("observations", reader, theme=theme)
        return MAKERS[ending](reader, made, cited) if made else None

    assert put_back(data, ending, written) > 10
    building.build(data, tmp_path / "out", AS_OF, silent)
    assert contents(tmp_path / "out") == contents(release_folder)


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "raw"])
def test_records_of_the_api_come_back(guarded: bool, data: Path, tmp_path: Path, release_folder: Path) -> None:
    file = releases.path(release_folder, releases.current(release_folder))
    with releases.connect(file) as connection:

        def written(theme: str) -> bytes | None:
            rows = queries.run(connection.cursor(), "observation_records", themes=[theme])
            if rows.empty:
                return None
            return b"".join(csv_file.stream(arrow.reader(rows), guarded=guarded, marked=False))

        assert put_back(data, ".csv", written) > 10
    building.build(data, tmp_path / "out", AS_OF, silent)
    assert contents(tmp_path / "out") == contents(release_folder)


def test_a_column_that_no_download_has_is_refused(package: Path, build: Callable[..., str]) -> None:
    file = package / "observations" / "patents.csv"
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([header + ",surprise", *(line + ",1" for line in lines)]), encoding="utf-8")
    with pytest.raises(building.DataAtFault) as raised:
        build()
    assert [(breach.column, breach.check) for breach in raised.value.breaches] == [("surprise", "unknown_column")]
