"""Every query of the folder answers with its declared columns, with filters empty and full."""

from pathlib import Path

import duckdb
import pytest

import queries
from queries import releases

# A value for each parameter that some row of the committed data answers to.
FULL = {
    "lang": "en",
    "region_code": "420000",
    "region_codes": ["420000", "520000"],
    "indicator_id": "valid_registered_trademarks",
    "indicator_ids": ["valid_registered_trademarks"],
    "theme": "trademarks",
    "level": "province",
    "states": ["met", "missed"],
    "state": "met",
    "due": 2025,
    "group_by": "theme",
    "target_id": "f00074",
    "figure_id": "f00074",
    "figure_ids": ["f00074", "f00314"],
    "observation_id": "f00314",
    "observation_ids": ["f00314", "f00306"],
    "source_id": "hubei-outline-2023",
    "programme_id": "hubei-outline-2023",
    "year": 2023,
    "kind": "target",
    "qualities": ["a", "b"],
    "year_from": 2020,
    "year_to": 2030,
    "texts": ["商标", "商標"],
    "newest_first": True,
    "row_limit": 100,
    "row_offset": 0,
    "per": "resident_population",
    "themes": ["trademarks"],
    "levels": ["province"],
    "forms": ["level"],
    "source_ids": ["hubei-outline-2023"],
    "programme_ids": ["hubei-outline-2023"],
    "after": "f00001",
}


@pytest.fixture(scope="module")
def connection(release_folder: Path):
    return releases.connect(releases.path(release_folder, releases.current(release_folder)))


@pytest.mark.parametrize("name", queries.names())
@pytest.mark.parametrize("filled", [False, True], ids=["empty", "full"])
def test_query_returns_its_declared_columns(name: str, filled: bool, connection) -> None:
    declared = queries.parameters(name)
    params = {key: FULL[key] for key in declared} if filled else {}
    with connection.cursor() as cursor:
        rows = queries.run(cursor, name, **params)
    assert list(rows.columns) == list(queries.columns(name))


@pytest.mark.parametrize("name", queries.names())
def test_query_says_what_it_answers(name: str) -> None:
    first = queries.text(name).splitlines()[0]
    assert first.startswith("-- ")
    assert first.endswith(".")


def test_an_undeclared_parameter_is_refused(connection) -> None:
    with connection.cursor() as cursor, pytest.raises(TypeError, match="colour"):
        queries.run(cursor, "regions", colour="red")


def test_an_unknown_query_names_those_that_are_there(connection) -> None:
    with connection.cursor() as cursor, pytest.raises(queries.UnknownQuery, match="achievement_rate"):
        queries.run(cursor, "nonsense")


@pytest.mark.parametrize(
    "statement",
    [
        "create table x as select 1",
        "copy regions to '/tmp/x.csv'",
        "select * from read_csv('/etc/passwd')",
        "set threads = 1",
    ],
)
def test_a_reader_can_neither_write_nor_leave_the_file(statement: str, connection) -> None:
    with connection.cursor() as cursor, pytest.raises(duckdb.Error, match=r"(?i)read-only|permission|locked|disabled"):
        cursor.execute(statement)


def test_names_follow_the_language(connection) -> None:
    with connection.cursor() as cursor:
        chinese = queries.run(cursor, "regions", lang="zh").set_index("region_code")["name"]
        english = queries.run(cursor, "regions", lang="en").set_index("region_code")["name"]
    assert chinese["420000"] == "湖北省"
    assert english["420000"] == "Hubei"


def test_chinese_regions_stand_in_pinyin_order(connection) -> None:
    with connection.cursor() as cursor:
        provinces = queries.run(cursor, "regions", lang="zh").query("level == 'province'")["name"].tolist()
    assert provinces.index("安徽省") < provinces.index("北京市") < provinces.index("湖北省")


def test_an_achievement_rate_carries_its_reporting_rate(connection) -> None:
    with connection.cursor() as cursor:
        overall = queries.run(cursor, "achievement_rate", group_by="all").iloc[0]
        by_theme = queries.run(cursor, "achievement_rate", group_by="theme")
    assert overall.reported <= overall.due <= overall.total
    assert overall.achievement_rate == overall.met / (overall.met + overall.missed)
    assert overall.reporting_rate == overall.reported / overall.due
    for column in ("total", "due", "met", "missed", "reported", "silent", "unable", "not_quantified"):
        assert by_theme[column].sum() == overall[column]


def test_every_target_that_is_due_is_told_once(connection) -> None:
    """The headline, the board of those without a usable figure and the strips of states count alike."""
    with connection.cursor() as cursor:
        rate = queries.run(cursor, "achievement_rate", group_by="all").iloc[0]
        board = queries.run(cursor, "silence_board")
        strips = queries.run(cursor, "states_by_theme").groupby("state")["targets"].sum()
        counts = queries.run(cursor, "release_counts").iloc[0]
    assert rate.due == rate.reported + rate.silent + rate.unable + rate.not_quantified
    assert rate.reported == rate.met + rate.missed + rate.uncertain
    overdue = board[board["years_overdue"] > 0]["state"].value_counts()
    assert overdue.to_dict() == {"not_reported": rate.silent, "unable": rate.unable}
    assert strips["not_reported"] == rate.silent
    assert strips.sum() == rate.total == counts.targets


def test_task_counts_are_nowhere_counted_as_targets(connection) -> None:
    with connection.cursor() as cursor:
        targets = queries.run(cursor, "release_counts").iloc[0].targets
        assert queries.run(cursor, "regions")["targets"].sum() == targets
        assert queries.run(cursor, "coverage")["targets"].sum() == targets
        assert queries.run(cursor, "documents_of_region")["targets"].sum() == targets


def test_the_publisher_of_a_rate_is_the_one_of_the_board(connection) -> None:
    with connection.cursor() as cursor:
        rates = queries.run(cursor, "achievement_rate", group_by="publisher").set_index("group_key")
        board = queries.run(cursor, "silence_board")
    silent = (
        board[board["state"] == "not_reported"].groupby(board["issuer_or_publisher"].fillna(""))["target_id"].count()
    )
    assert silent.to_dict() == rates["silent"][rates["silent"] > 0].to_dict()
