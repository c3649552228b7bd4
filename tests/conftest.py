"""What tests share: small packages to build from, and the release of the committed data, built by the real ETL."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import paths
from etl import building
from queries import releases
from ui.reader import Reader, reader_of

MINIMAL = Path(__file__).parent / "packages" / "minimal"
AS_OF = date(2026, 11, 24)


def silent(stage: str, rows: int) -> None:
    """A build's report that tells nobody."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A tiny valid package (synthetic) in a folder of its own."""
    folder = tmp_path / "data"
    shutil.copytree(MINIMAL, folder)
    shutil.copy(paths.DATA / "datapackage.json", folder)
    return folder


@pytest.fixture
def build(package: Path, tmp_path: Path) -> Callable[..., str]:
    """Build the tiny package; returns the release's id."""

    def run(out: Path | None = None, as_of: date = AS_OF, force: bool = False) -> str:
        return building.build(package, out or tmp_path / "out", as_of, silent, force=force)[0]

    return run


@pytest.fixture(scope="session")
def release_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build folder with the release of the committed data."""
    out = tmp_path_factory.mktemp("release")
    building.build(paths.DATA, out, AS_OF, silent)
    return out


@pytest.fixture
def release(release_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Id of the release of the committed data, which pages and exhibits read while the test runs."""
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    return releases.current(release_folder)


@pytest.fixture
def reader(release: str) -> Reader:
    """A reader of it in English."""
    return reader_of("en", release)
