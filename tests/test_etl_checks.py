"""Each kind of bad input trips its check, and only that, with a message that says where and what."""

import shutil
from pathlib import Path

import pytest

import paths
from etl import building, checking, words
from tests.conftest import AS_OF, silent

BAD = Path(__file__).parent / "bad"
CASES = sorted(folder.name for folder in BAD.iterdir())


def put(case: str, package: Path) -> None:
    for file in (BAD / case).rglob("*.*"):
        target = package / file.relative_to(BAD / case)
        if case in ("damaged_workbook", "damaged_parquet"):
            target.with_suffix(".csv").unlink()
        shutil.copy(file, target)


def test_the_tiny_package_is_clean(package: Path) -> None:
    assert building.check(package, AS_OF, silent) == []


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_trips_exactly_its_check(case: str, package: Path) -> None:
    put(case, package)
    breaches = building.check(package, AS_OF, silent)
    assert {breach.check for breach in breaches} == {case}
    for breach in breaches:
        for language in words.LANGUAGES:
            say = words.catalogue(language)
            line = words.describe(breach, say)
            assert say(words.check_text(case)) in line
            assert line.startswith(breach.file)
            assert len(line) > len(breach.file) + 5


def test_every_check_has_its_bad_file() -> None:
    every = {*words.CHECKS, *checking.names()} - {"missing_file"}
    assert every - set(CASES) == set()


def test_a_missing_file_is_named(package: Path) -> None:
    (package / "sources.csv").unlink()
    breaches = building.check(package, AS_OF, silent)
    assert ("sources.csv", "missing_file") in {(breach.file, breach.check) for breach in breaches}


def test_all_breaches_are_told_in_the_order_of_the_files(package: Path) -> None:
    for case in ("unknown_source", "not_in_list", "horizon_ends_before_start"):
        put(case, package)
    breaches = building.check(package, AS_OF, silent)
    assert [breach.file for breach in breaches] == ["programmes.csv", "targets.csv", "observations/patents.csv"]
    assert [breach.row for breach in breaches] == [2, 2, 2]


def test_row_and_column_point_at_the_cell(package: Path) -> None:
    put("not_a_number", package)
    (breach,) = building.check(package, AS_OF, silent)
    assert (breach.file, breach.row, breach.column, breach.value) == ("observations/patents.csv", 2, "value", "许多")
    assert (
        words.describe(breach, words.catalogue("en")) == "observations/patents.csv, row 2, value = '许多': not a number"
    )


def test_the_committed_data_is_clean() -> None:
    assert building.check(paths.DATA, AS_OF, silent) == []
