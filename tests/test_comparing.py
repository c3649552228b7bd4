"""Comparing regions: ranks against brute force, Wilson against statsmodels, and no half-way case passes silently."""

import itertools
import math
import random
from datetime import date

import duckdb
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

import paths
import queries
from tests.judging import Given, judge

AS_OF = date(2024, 12, 31)
REGIONS = [f"{code:02d}0000" for code in range(41, 53)]


def regions_with(
    figures: list[dict], indicators: list[dict], relations: list[dict] | None = None
) -> duckdb.DuckDBPyConnection:
    """A release-like database: twelve provinces and a city, the given indicators and figures."""
    given = Given(
        regions=[{"region_code": code, "level": "province", "parent_code": "100000"} for code in REGIONS]
        + [{"region_code": "420100", "level": "prefecture", "parent_code": "420000"}],
        indicators=indicators,
        relations=relations or [],
        observations=[
            {"comparator": "=", "source_id": "source", "quality": "a", "phrase": "合成"} | figure for figure in figures
        ],
    )
    connection = judge(given, AS_OF)
    for table in ("regions", "indicators"):
        connection.execute(f"alter table {table} add column name_zh varchar")
        connection.execute(f"alter table {table} add column name_en varchar")
    for column in ("note_zh", "note_en"):
        connection.execute(f"alter table indicator_relations add column {column} varchar")
    for column in ("title_zh", "title_en", "publisher", "publisher_en", "published", "url", "reach"):
        connection.execute(f"alter table sources add column {column} varchar")
    return connection


def indicator(name: str, unit: str = "%", basis: str = "share", direction: str = "higher", size: bool = False) -> dict:
    return {"indicator_id": name, "unit": unit, "basis": basis, "direction": direction, "per_capita": size}


def figure(number: int, region: str, name: str, value: float, period: str | None = "2023", **more: object) -> dict:
    return {
        "observation_id": f"o{number:02d}", "region_code": region, "indicator_id": name, "value": value,
        "period": period,
    } | more  # fmt: skip


@pytest.mark.parametrize(
    ("passed", "samples"), [(86, 92), (92, 92), (0, 30), (1, 1), (4985, 5000), (180, 200), (999, 100_000)]
)
def test_the_interval_of_a_sampled_share_is_that_of_statsmodels(passed: int, samples: int) -> None:
    with duckdb.connect() as connection:
        connection.execute(paths.MACROS.read_text(encoding="utf-8"))
        ours = connection.execute(
            "select wilson_end($share, $samples, -1) / 100, wilson_end($share, $samples, 1) / 100",
            {"share": 100 * passed / samples, "samples": samples},
        ).fetchone()
    expected = proportion_confint(passed, samples, method="wilson")
    assert all(math.isclose(one, other, abs_tol=1e-9) for one, other in zip(ours, expected, strict=True))


def test_panzhou_passed_93_5_of_100_in_92_batches() -> None:
    figures = [figure(1, "420000", "pass_rate", 93.5, sample_size=92)]
    with regions_with(figures, [indicator("pass_rate")]) as connection:
        row = queries.run(connection.cursor(), "pass_rate_interval").iloc[0]
    assert (round(row.lower, 1), round(row.upper, 1)) == (86.5, 97.0)


@pytest.mark.parametrize("direction", ["higher", "lower"])
@pytest.mark.parametrize("seed", range(5))
def test_rank_intervals_agree_with_every_possible_order(direction: str, seed: int) -> None:
    chance = random.Random(seed)
    regions = REGIONS[:6]
    figures = [
        figure(number, code, "score", low, value_high=low + chance.choice([0, 1, 2]))
        for number, code in enumerate(regions)
        for low in [chance.randint(0, 6)]
    ]
    with regions_with(figures, [indicator("score", "分", "score", direction)]) as connection:
        rows = queries.run(connection.cursor(), "rank_by_indicator", indicator_id="score").set_index("region_code")
    ends = [(entry["value"], entry["value_high"]) for entry in figures]
    # The values are whole numbers, so every way the intervals can be filled is tried at their ends; of equals, any
    # may stand first.
    for place, code in enumerate(regions):
        possible = set()
        for values in itertools.product(*ends):
            before = sum(
                (other > values[place]) if direction == "higher" else (other < values[place]) for other in values
            )
            equal = sum(other == values[place] for other in values)
            possible |= set(range(before + 1, before + equal + 1))
        assert (rows.loc[code, "rank_low"], rows.loc[code, "rank_high"]) == (min(possible), max(possible))


def test_provinces_and_cities_are_never_ranked_together() -> None:
    figures = [figure(1, "420000", "score", 5), figure(2, "420100", "score", 9), figure(3, "430000", "score", 4)]
    with regions_with(figures, [indicator("score", "分", "score")]) as connection:
        rows = queries.run(connection.cursor(), "rank_by_indicator", indicator_id="score")
    assert set(rows["region_code"]) == {"420000", "430000"}


def test_a_figure_two_years_apart_has_no_rank() -> None:
    figures = [
        figure(1, "420000", "score", 5, "2023"), figure(2, "430000", "score", 4, "2023"),
        figure(3, "440000", "score", 6, "2022"), figure(4, "450000", "score", 9, "2021"),
    ]  # fmt: skip
    with regions_with(figures, [indicator("score", "分", "score")]) as connection:
        rows = queries.run(connection.cursor(), "rank_by_indicator", indicator_id="score").set_index("region_code")
    assert rows.loc["450000", "reason"] == "years_apart"
    assert pd.isna(rows.loc["450000", "rank_low"])
    assert rows.loc[["440000", "420000", "430000"], "rank_low"].tolist() == [1, 2, 3]


COUNTS = [indicator("patents", "件", "stock", size=True), indicator("resident_population", "人", "stock", "neutral")]


def test_a_count_has_a_rank_only_per_head() -> None:
    figures = [
        figure(1, "420000", "patents", 100), figure(2, "430000", "patents", 90),
        figure(3, "420000", "resident_population", 50_000, "2022"), figure(4, "430000", "resident_population", 10_000),
    ]  # fmt: skip
    with regions_with(figures, COUNTS) as connection:
        plain = queries.run(connection.cursor(), "rank_by_indicator", indicator_id="patents")
        per_head = queries.run(
            connection.cursor(), "rank_by_indicator", indicator_id="patents", per="resident_population"
        ).set_index("region_code")
    assert plain["rank_low"].isna().all()
    assert set(plain["reason"]) == {"count_not_per_head"}
    assert per_head["value"].to_dict() == {"430000": 90.0, "420000": 20.0}
    assert per_head["rank_low"].to_dict() == {"430000": 1, "420000": 2}
    assert per_head.loc["420000", "denominator_year"] == 2022


def test_a_denominator_two_years_away_gives_no_rate() -> None:
    figures = [figure(1, "420000", "patents", 100), figure(2, "420000", "resident_population", 50_000, "2021")]
    with regions_with(figures, COUNTS) as connection:
        rows = queries.run(connection.cursor(), "rates_by_indicator", indicator_id="patents").set_index("per")
    assert rows["rate"].isna().all()
    assert rows.loc["resident_population", "reason"] == "denominator_years_apart"
    assert rows.loc["gdp", "reason"] == "denominator_not_reported"


CASES = {
    "same in every respect": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2), "green", []),
    "one year apart": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2, "2022"), "green", []),
    "two years apart": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2, "2021"), "amber", ["years_apart"]),
    "a province beside a city": (figure(1, "420000", "a", 1), figure(2, "420100", "a", 2), "amber", ["other_level"]),
    "with and without foreign owners": (
        figure(1, "420000", "a", 1), figure(2, "430000", "foreign", 2), "refused", ["foreign_owners_included"],
    ),
    "spot check beside evaluative sampling": (
        figure(1, "420000", "a", 1), figure(2, "430000", "spot", 2), "refused", ["other_sampling_regime"],
    ),
    "unrelated": (figure(1, "420000", "a", 1), figure(2, "430000", "unrelated", 2), "refused", ["other_indicator"]),
    "another unit": (
        figure(1, "420000", "a", 1), figure(2, "430000", "patents", 2), "refused",
        ["other_basis", "other_indicator", "other_unit"],
    ),
    "undated": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2, None), "amber", ["undated"]),
    "half a year": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2, "2023-S1"), "amber", ["part_of_a_year"]),
    "counts": (figure(1, "420000", "patents", 1), figure(2, "430000", "patents", 2), "amber", ["count_not_per_head"]),
    "doubtful": (figure(1, "420000", "a", 1), figure(2, "430000", "a", 2, quality="c"), "amber", ["doubtful_figure"]),
    "two things at once": (
        figure(1, "420000", "a", 1), figure(2, "420100", "a", 2, "2020"), "amber", ["other_level", "years_apart"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_two_figures_share_an_axis_only_if_nothing_differs(case: str) -> None:
    one, other, status, reasons = CASES[case]
    indicators = [indicator(name) for name in ("a", "foreign", "spot", "unrelated")] + COUNTS
    relations = [
        {"indicator_id": "a", "related_indicator_id": "foreign", "relation": "foreign_owners_included"},
        {"indicator_id": "spot", "related_indicator_id": "a", "relation": "other_sampling_regime"},
    ]
    with regions_with([one, other], indicators, relations) as connection:
        rows = queries.run(connection.cursor(), "comparability", observation_ids=["o01", "o02"])
    assert len(rows) == 1
    assert (rows.iloc[0].status, sorted(rows.iloc[0].reasons)) == (status, reasons)


def test_similar_is_within_the_scaled_deviation_of_the_median() -> None:
    values = [10, 11, 12, 13, 14, 15, 30]
    figures = [
        figure(number, code, "score", value) for number, (code, value) in enumerate(zip(REGIONS, values, strict=False))
    ]
    with regions_with(figures, [indicator("score", "分", "score", "lower")]) as connection:
        rows = queries.run(connection.cursor(), "similarity_by_indicator", indicator_id="score").set_index("value")
    # Median 13, absolute deviations 3 2 1 0 1 2 17: their median is 2, scaled 2.9652.
    assert math.isclose(rows["spread"].iloc[0], 2.9652)
    assert rows["similarity"].to_dict() == {
        10: "lower", 11: "similar", 12: "similar", 13: "similar", 14: "similar", 15: "similar", 30: "higher",
    }  # fmt: skip
    assert (rows.loc[10, "standing"], rows.loc[30, "standing"]) == ("better", "worse")


def test_a_difference_inside_the_sampling_intervals_is_similar() -> None:
    figures = [
        figure(1, "420000", "rate", 93.5, sample_size=92), figure(2, "430000", "rate", 96, sample_size=100),
        figure(3, "440000", "rate", 99.9, sample_size=5000),
    ]  # fmt: skip
    with regions_with(figures, [indicator("rate")]) as connection:
        rows = queries.run(
            connection.cursor(), "similarity_by_indicator", indicator_id="rate", region_code="420000"
        ).set_index("region_code")
    assert rows.loc["430000", "similarity"] == "similar"
    assert rows.loc["440000", "similarity"] == "higher"
    assert set(rows["method"]) == {"sampling_intervals"}


def test_a_sum_of_regions_is_told_only_if_all_report() -> None:
    both = [figure(1, "420000", "patents", 10), figure(2, "420100", "patents", 7)]
    with regions_with(both, COUNTS) as connection:
        told = queries.run(connection.cursor(), "cascade_by_indicator", indicator_id="patents").set_index("region_code")
        connection.execute(
            "insert into regions (region_code, level, parent_code) values ('420200', 'prefecture', '420000')"
        )
        silent = queries.run(connection.cursor(), "cascade_by_indicator", indicator_id="patents").set_index(
            "region_code"
        )
    assert told.loc["420000", "sum_below"] == 7
    assert pd.isna(silent.loc["420000", "sum_below"])
    assert (silent.loc["420000", "regions_below"], silent.loc["420000", "regions_below_reporting"]) == (2, 1)


def test_a_stated_total_of_the_plan_period_stands_for_its_years() -> None:
    given = Given()
    case = {
        "form": "new", "comparator": ">=", "value": "10", "value_high": "", "basis": "new", "direction": "higher",
        "issued": "2016", "first_year": "2016", "due": "2020", "baseline": "", "reference": "", "figures": "2020:12",
    }  # fmt: skip
    given.add(0, case)
    given.observations[0]["period_start"] = 2016
    row = judge(given, AS_OF).execute("select state, reason_code, latest_observation_id from verdicts").fetchone()
    assert row == ("met", "met_at_due", "x0-0")


@pytest.mark.parametrize(("day", "state"), [("2022-12-13", "unable"), ("2022-12-31", "missed"), ("2022-12", "missed")])
def test_only_the_last_day_of_december_ends_the_year(day: str, state: str) -> None:
    given = Given()
    case = {
        "form": "level", "comparator": ">=", "value": "98", "value_high": "", "basis": "share", "direction": "higher",
        "issued": "2018", "first_year": "", "due": "2022", "baseline": "", "reference": "",
        "figures": f"2022@{day}:97",
    }  # fmt: skip
    given.add(0, case)
    assert judge(given, AS_OF).execute("select state from verdicts").fetchone() == (state,)


def test_an_open_figure_is_neither_similar_nor_higher() -> None:
    values = [10, 11, 12, 13, 14, 15]
    figures = [
        figure(number, code, "score", value) for number, (code, value) in enumerate(zip(REGIONS, values, strict=False))
    ] + [figure(9, REGIONS[6], "score", 13, comparator=">="), figure(10, REGIONS[7], "score", 40, comparator=">=")]
    with regions_with(figures, [indicator("score", "分", "score")]) as connection:
        rows = queries.run(connection.cursor(), "similarity_by_indicator", indicator_id="score")
    told = rows.set_index("region_code")["similarity"]
    assert told[REGIONS[6]] == "uncertain"
    assert told[REGIONS[7]] == "higher"


def test_the_year_to_compare_in_holds_most_of_the_named_regions() -> None:
    figures = [
        figure(1, "420000", "score", 5, "2019"), figure(2, "430000", "score", 4, "2020"),
        figure(3, "420000", "score", 6, "2023"), figure(4, "440000", "score", 9, "2023"),
        figure(5, "450000", "score", 9, "2023"),
    ]  # fmt: skip
    with regions_with(figures, [indicator("score", "分", "score")]) as connection:
        rows = queries.run(
            connection.cursor(), "years_to_compare", indicator_ids=["score"], region_codes=["420000", "430000"]
        )
    assert rows.iloc[0][["year", "regions_named"]].tolist() == [2020, 2]
    assert rows.set_index("year").loc[2023, ["regions_named", "regions"]].tolist() == [1, 3]
