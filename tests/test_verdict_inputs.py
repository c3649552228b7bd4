"""What a verdict may rest on: the columns of its row, the day of judgement, the figures that were left aside."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

import paths
import queries
from queries import releases
from tests.judging import Given, judge
from tests.test_verdict_reasons import reasons_of_the_model
from tests.test_verdicts import CASES

COLUMNS = [
    "target_id", "region_code", "indicator_id", "form", "comparator", "target_value", "target_value_high", "due",
    "as_of", "state", "rule", "base_period", "base_value", "base_observation_id", "latest_period", "latest_value",
    "latest_value_high", "latest_observation_id", "gap", "gap_unit", "attainment", "required_per_year",
    "observed_per_year", "growth_ratio", "growth_class", "linear_ratio", "linear_class", "projection_miss",
    "projection_class", "method_sensitive", "elapsed_share", "years_met", "years_judged", "reason_code",
    "parent_target_id", "cascade",
]  # fmt: skip


@pytest.fixture(scope="module")
def cursor(release_folder: Path) -> duckdb.DuckDBPyConnection:
    return releases.connect(releases.path(release_folder, releases.current(release_folder))).cursor()


def level(**changes: str) -> dict:
    return {
        "form": "level", "comparator": ">=", "value": "100", "value_high": "", "basis": "stock", "direction": "higher",
        "issued": "2018", "first_year": "", "due": "2022", "baseline": "", "reference": "", "figures": "",
    } | changes  # fmt: skip


def judged(case: dict, as_of: date, published: str | None = None) -> tuple[str, str]:
    """State and reason of one case; ``published`` is the first day of its document's date."""
    given = Given()
    given.add(0, case)
    with judge(given, as_of, published) as connection:
        return connection.execute("select state, reason_code from verdicts").fetchone()


def test_the_table_has_the_columns_that_were_asked_for(cursor: duckdb.DuckDBPyConnection) -> None:
    assert [name for name, *_ in cursor.execute("describe verdicts").fetchall()] == COLUMNS
    years = {name for name, *_ in cursor.execute("describe verdict_years").fetchall()}
    assert {"target_id", "period", "value", "required", "met"} <= years


def test_every_reason_that_the_model_can_give_has_a_case() -> None:
    assert reasons_of_the_model() - {case["reason_code"] for case in CASES} == {"no_rule_applies"}


@pytest.mark.parametrize(
    ("figures", "published", "as_of", "reason"),
    [
        # A document counts from the day it was out; of a date told in part the earliest day is meant.
        ("2022:110", "2023-03-01", date(2023, 2, 28), "no_figure_published"),
        ("2022:110", "2023-03-01", date(2023, 3, 1), "met_at_due"),
        # Without a date of its own a document can tell of a whole year only once the year is over.
        ("2022:110", None, date(2022, 12, 30), "not_yet_due"),
        ("2022:110", None, date(2022, 12, 31), "met_early"),
        ("2022:110", "2022-11-01", date(2022, 12, 1), "met_early"),
        # A figure of a day counts from that day.
        ("2022@2022-06-30:110", None, date(2022, 6, 29), "not_yet_due"),
        ("2022@2022-06-30:110", None, date(2022, 6, 30), "met_early"),
        ("2022@2022-06:110", None, date(2022, 5, 31), "not_yet_due"),
        # What belongs to a later year is unknown, whatever the document says.
        ("2023:110", "2021-01-01", date(2021, 6, 1), "not_yet_due"),
        # The due year is over the day after its last.
        ("2022:90", "2022-11-01", date(2022, 12, 31), "no_base"),
        ("2022:90", "2022-11-01", date(2023, 1, 1), "missed_at_due"),
    ],
)
def test_only_what_was_known_on_the_day_counts(figures: str, published: str | None, as_of: date, reason: str) -> None:
    assert judged(level(figures=figures), as_of, published)[1] == reason


def test_a_date_told_in_part_is_its_earliest_day() -> None:
    sql = (paths.MODELS / "sources.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        connection.execute("create schema stage")
        connection.execute(
            """
            create table stage.sources as
            select published as source_id, '' as title_zh, '' as title_en, '' as publisher, '' as publisher_en,
                published, '' as date_note,
                '' as url, '' as reach, '' as note
            from (values ('2023'), ('2023-05'), ('2023-05-17'), (null)) as dates(published)
            """
        )
        found = dict(connection.execute(f"select published, published_from from ({sql})").fetchall())
    assert found == {
        "2023": date(2023, 1, 1), "2023-05": date(2023, 5, 1), "2023-05-17": date(2023, 5, 17), None: None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "left_aside"),
    [
        ("undated:110", [("undated", None)]),
        ("2022-S1:110", [("part_year", None)]),
        ("2022-Q4:110", [("part_year", None)]),
        ("2022:110 2022:b90", [("other_figure_preferred", None)]),
        ("2022:110 2023:120", [("after_due_year", None)]),
        ("other2022:110", [("other_definition", "other_sampling_regime")]),
        ("2022:110 2022:late90", []),
        ("2022:110", []),
    ],
)
def test_figures_that_were_not_used_are_listed_with_the_reason(figures: str, left_aside: list[tuple]) -> None:
    given = Given()
    given.add(0, level(figures=figures))
    with judge(given, date(2024, 12, 31)) as connection:
        found = connection.execute("select reason_code, relation from verdict_candidates order by all").fetchall()
    assert found == left_aside


@pytest.mark.parametrize(
    ("goal", "figures", "miss", "projection"),
    [
        # Ten a year: 90 in 2022 and 120 projected for 2025.
        ("120", "2018:50 2019:60 2020:70 2021:80 2022:90", 0.0, "on_track"),
        ("121", "2018:50 2019:60 2020:70 2021:80 2022:90", 1 / 31, "on_track"),
        ("125", "2018:50 2019:60 2020:70 2021:80 2022:90", 5 / 35, "slightly_off"),
        ("140", "2018:50 2019:60 2020:70 2021:80 2022:90", 0.4, "off_track"),
        ("140", "2018:90 2019:80 2020:70 2021:60 2022:50", 120 / 90, "moving_away"),
        # The mean of the last five changes, not of all six.
        ("95", "2016:1000 2017:65 2018:70 2019:75 2020:80 2021:85 2022:90", -2.0, "on_track"),
        # Three years in a row are too few, and so are four with a gap.
        ("140", "2020:70 2021:80 2022:90", None, None),
        ("140", "2018:50 2020:70 2021:80 2022:90", None, None),
    ],
)
def test_the_projection_extends_the_mean_of_up_to_five_changes(
    goal: str, figures: str, miss: float | None, projection: str | None
) -> None:
    given = Given()
    given.add(0, level(value=goal, due="2025", figures=figures))
    with judge(given, date(2022, 12, 31)) as connection:
        found = connection.execute("select projection_miss, projection_class from verdicts").fetchone()
    assert found == (pytest.approx(miss) if miss is not None else None, projection)


def test_classes_that_differ_are_flagged() -> None:
    given = Given()
    given.add(0, level(value="124", due="2025", figures="2018:50 2019:60 2020:70 2021:80 2022:90"))
    given.add(1, level(value="160", due="2025", figures="2018:50 2019:60 2020:70 2021:80 2022:90"))
    with judge(given, date(2022, 12, 31)) as connection:
        found = connection.execute(
            "select growth_class, linear_class, projection_class, method_sensitive from verdicts order by target_id"
        ).fetchall()
    assert found[0] == ("on_track", "moderately_improving", "slightly_off", True)
    assert found[1] == ("accelerate", "moderately_improving", "off_track", False)


def test_a_plan_that_runs_on_gives_an_undated_clause_no_due_year() -> None:
    given = Given()
    given.add(0, level(due="", figures="2021:90"))
    given.programmes[0] |= {"horizon_start": 2018, "horizon_end": 2020}
    with judge(given, date(2024, 12, 31)) as connection:
        found = connection.execute("select due, state, reason_code from verdicts").fetchone()
    assert found == (None, "one_point", "no_due_year")


def test_new_in_a_year_may_be_the_rise_of_a_stock_and_never_its_fall() -> None:
    given = Given()
    given.add(0, level(form="new", basis="new", value="30", first_year="2020", due="2022"))
    given.relations[0]["relation"] = "stock_against_new"
    given.indicators[1]["basis"] = "stock"
    for number, (year, value) in enumerate([(2019, 100), (2020, 110), (2021, 121), (2022, 132)]):
        given.observations.append(
            {
                "observation_id": f"s{number}", "region_code": "420000", "indicator_id": "x0_other",
                "period": str(year), "comparator": "=", "value": value, "source_id": "source", "phrase": str(value),
                "quality": "a",
            }
        )  # fmt: skip
    with judge(given, date(2024, 12, 31)) as connection:
        assert connection.execute("select state, latest_value from verdicts").fetchone() == ("met", 32)
    given.targets[0]["value"] = "60"
    given.observations[2]["value"] = 105
    with judge(given, date(2024, 12, 31)) as connection:
        assert connection.execute("select state, reason_code from verdicts").fetchone() == (
            "not_reported",
            "flow_years_incomplete",
        )


@pytest.mark.parametrize(
    ("own", "of_the_province", "of_the_nation", "cascade", "above"),
    [
        ((94, 2025), (94, 2025), (93, 2025), "aligned", "420000"),
        ((96, 2025), (94, 2026), (93, 2025), "higher", "420000"),
        ((92, 2025), (94, 2025), (93, 2025), "lower", "420000"),
        # An aim of five years before is no yardstick: the nation's of the same year is.
        ((94, 2025), (95, 2020), (93, 2025), "higher", "100000"),
        ((94, 2025), (95, 2020), None, "years_differ", "420000"),
        ((94, None), (95, 2020), None, "years_differ", "420000"),
        ((94, None), (95, None), None, "lower", "420000"),
        ((94, 2025), None, (94, 2025), "aligned", "100000"),
        ((94, 2025), None, None, "orphan", None),
    ],
)
def test_an_aim_is_set_beside_the_nearest_above_it_of_its_time(
    own: tuple, of_the_province: tuple | None, of_the_nation: tuple | None, cascade: str, above: str | None
) -> None:
    given = Given(
        regions=[
            {"region_code": "100000", "level": "country"},
            {"region_code": "420000", "level": "province", "parent_code": "100000"},
            {"region_code": "420100", "level": "prefecture", "parent_code": "420000"},
        ],
        indicators=[{"indicator_id": "rate", "unit": "%", "basis": "share", "direction": "higher"}],
    )
    for code, aim in (("420100", own), ("420000", of_the_province), ("100000", of_the_nation)):
        if aim:
            given.programmes.append({"programme_id": code, "region_code": code, "issued": "2020"})
            given.targets.append(
                {
                    "target_id": code, "programme_id": code, "region_code": code, "indicator_id": "rate",
                    "form": "level", "comparator": ">=", "value": aim[0], "due": aim[1],
                }
            )  # fmt: skip
    with judge(given, date(2024, 12, 31)) as connection:
        found = connection.execute("select cascade, parent_target_id from verdicts where target_id = '420100'")
        assert found.fetchone() == (cascade, above)


HALF_WAY = {
    "a stock with foreign owners beside one without": (
        ("100000", "valid_registered_trademarks"), ("100000", "valid_registered_trademarks_all_owners"),
        "refused", "foreign_owners_included",
    ),
    "a supervision spot check beside an evaluative sampling": (
        ("420000", "food_supervision_sampling_pass_rate"), ("430000", "food_evaluative_sampling_pass_rate"),
        "refused", "other_sampling_regime",
    ),
    "a province beside a city": (
        ("420000", "valid_registered_trademarks"), ("420100", "valid_registered_trademarks"), "amber", "other_level",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HALF_WAY)
def test_no_half_way_pair_of_the_committed_figures_passes_silently(
    case: str, cursor: duckdb.DuckDBPyConnection
) -> None:
    *sides, status, reason = HALF_WAY[case]
    found = [
        cursor.execute(
            """
            select observation_id from observations
            where region_code = $region and indicator_id = $indicator and period_kind = 'year'
            order by year desc, observation_id limit 1
            """,
            {"region": region, "indicator": indicator},
        ).fetchone()
        for region, indicator in sides
    ]
    (row,) = queries.run(cursor, "comparability", observation_ids=[name for (name,) in found]).itertuples()
    assert row.status == status
    assert reason in row.reasons
