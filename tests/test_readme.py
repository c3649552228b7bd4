"""Both READMEs tell the release as it is: its tables, their columns, how many rows; and name only what is there."""

import json
import re
from pathlib import Path

import duckdb
import pytest

import paths
from etl import package
from queries import releases, run
from tests.conftest import MINIMAL

READMES = {"en": paths.ROOT / "README.md", "zh": paths.ROOT / "README.zh.md"}
DESCRIPTIONS = {"en": "description", "zh": "description_zh"}

_SECTION = re.compile(r"^### `(?P<table>\w+)`(?:[ （(]*(?P<rows>[\d,]+) (?:rows|行)[）)])?$", re.MULTILINE)
_COLUMN = re.compile(r"^\| `(?P<column>\w+)` \| (?P<meaning>.+) \|$", re.MULTILINE)
_COUNT = re.compile(r"^\| (?P<what>[^|`]+) \| (?P<count>[\d,]+) \|$", re.MULTILINE)


@pytest.fixture(params=READMES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def text(language: str) -> str:
    return READMES[language].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def connection(release_folder: Path) -> duckdb.DuckDBPyConnection:
    return releases.connect(releases.path(release_folder, releases.current(release_folder)))


def sections(text: str) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Table to its stated rows and its columns with their meanings, in the order of the README."""
    headings = list(_SECTION.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [text.index("\n## ", headings[-1].end())]
    return {
        heading["table"]: (
            heading["rows"],
            {match["column"]: match["meaning"] for match in _COLUMN.finditer(text, heading.end(), end)},
        )
        for heading, end in zip(headings, ends, strict=True)
    }


def columns_of(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    return dict(
        connection.execute(
            "select table_name, list(column_name order by ordinal_position)"
            " from information_schema.columns group by all"
        ).fetchall()
    )


def themes() -> list[str]:
    return [part.theme for part in package.load() if part.theme]


def test_every_table_of_the_release_is_described(
    language: str, text: str, connection: duckdb.DuckDBPyConnection
) -> None:
    named = READMES[language].name
    held = {table: columns for table, columns in columns_of(connection).items() if table not in themes()}
    described = {table: list(columns) for table, (_, columns) in sections(text).items()}
    assert sorted(described.keys() ^ held.keys()) == [], f"{named}: tables described or held, but not both"
    for table, columns in held.items():
        assert described[table] == columns, f"{named}: write the columns of `{table}` as {columns}"


def test_every_theme_is_named(text: str, connection: duckdb.DuckDBPyConnection) -> None:
    views = columns_of(connection)
    for theme in themes():
        assert f"`{theme}`" in text
        assert views[theme] == views["observations_in_words"]


def test_columns_mean_what_the_package_declares(language: str, text: str) -> None:
    described = sections(text)
    declaration = json.loads((paths.DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in declaration["resources"]:
        table = "observations" if resource["name"].startswith("observations_") else resource["name"]
        for field in resource["schema"]["fields"]:
            declared = field[DESCRIPTIONS[language]].replace("|", "\\|")
            stated = described[table][1][field["name"]]
            assert stated == declared, f"{READMES[language].name}, `{table}`.`{field['name']}`: write {declared!r}"


def test_stated_rows_are_the_rows_of_the_release(
    language: str, text: str, connection: duckdb.DuckDBPyConnection
) -> None:
    held = dict(connection.execute("select table_name, row_count from release_tables").fetchall())
    stated = {table: rows for table, (rows, _) in sections(text).items() if rows}
    assert {"regions", "indicators", "sources", "programmes", "targets", "observations", "corrections"} <= stated.keys()
    right = {table: f"{held[table]:,}" for table in stated}
    assert stated == right, f"{READMES[language].name}: write {_differing(stated, right)}"


def test_stated_counts_are_the_counts_of_the_release(
    language: str, text: str, connection: duckdb.DuckDBPyConnection
) -> None:
    held = dict(connection.execute("select table_name, row_count from release_tables").fetchall())
    used = run(connection.cursor(), "release_counts").iloc[0]
    # In the order in which both READMEs tell them.
    counts = [
        used.figures,
        used.targets,
        used.programmes,
        used.documents,
        held["sources"],
        used.regions,
        held["regions"],
        used.indicators,
        held["indicators"],
        held["corrections"],
    ]
    stated = {match["what"]: match["count"] for match in _COUNT.finditer(text)}
    assert len(stated) == len(counts)
    right = {what: f"{int(count):,}" for what, count in zip(stated, counts, strict=True)}
    assert stated == right, f"{READMES[language].name}: write {_differing(stated, right)}"


def _differing(stated: dict[str, str], right: dict[str, str]) -> dict[str, str]:
    return {what: count for what, count in right.items() if stated[what] != count}


def test_both_tell_the_same_tables_and_commands() -> None:
    english, chinese = (file.read_text(encoding="utf-8") for file in READMES.values())
    assert list(sections(english)) == list(sections(chinese))
    for mark in (r"^python -m etl \w+", r"^make \w+", r"^\.venv/bin/python .*", r"\]\((\w+/[\w.]+)\)"):
        assert re.findall(mark, english, re.MULTILINE) == re.findall(mark, chinese, re.MULTILINE) != []


def test_what_is_linked_is_there(text: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        assert (paths.ROOT / target).is_file(), target


def test_every_make_target_and_command_exists(text: str) -> None:
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make (\w+)`|^make (\w+)", text, re.MULTILINE)):
        assert f"\n{''.join(target)}:" in makefile
    for command in set(re.findall(r"python -m etl (\w+)", text)):
        place = paths.ROOT / "etl" / "commands" / command
        assert place.is_dir() or place.with_suffix(".py").is_file(), command


def test_the_tiny_package_has_the_shape_of_the_committed_one() -> None:
    assert sorted(part.path for part in package.load() if not (MINIMAL / part.path).is_file()) == []
