"""Given rows, expected verdicts: every form, every state, every degenerate case, and the known answers."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.judging import Given, judge

AS_OF = date(2024, 12, 31)
CASES = list(csv.DictReader((Path(__file__).parent / "verdicts" / "cases.csv").open(encoding="utf-8")))
STATES = {
    "met", "missed", "on_track", "accelerate", "limited", "moving_away", "one_point", "uncertain", "not_reported",
    "pending", "unable", "not_quantified",
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts() -> pd.DataFrame:
    given = Given()
    for number, case in enumerate(CASES):
        given.add(number, case)
    return judge(given, AS_OF).execute("select * from verdicts").df().set_index("target_id")


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["case"] for case in CASES])
def test_verdict(number: int, verdicts: pd.DataFrame) -> None:
    case, verdict = CASES[number], verdicts.loc[f"x{number}"]
    assert (verdict.state, verdict.reason_code) == (case["state"], case["reason_code"])
    for column in ("growth_ratio", "linear_ratio"):
        if case[column]:
            digits = len(case[column].partition(".")[2])
            assert round(verdict[column], digits) == float(case[column])
    if case["classes"]:
        growth, linear = case["classes"].split("/")
        assert (verdict.growth_class if growth else None, verdict.linear_class) == (growth or None, linear)
    if case["method_sensitive"]:
        assert verdict.method_sensitive == (case["method_sensitive"] == "yes")
    if case["years"]:
        assert f"{verdict.years_met}/{verdict.years_judged}" == case["years"]


def test_every_state_and_form_has_a_case() -> None:
    assert {case["state"] for case in CASES} == STATES
    assert {case["form"] for case in CASES} == {
        "level", "keep", "annual", "new", "cumulative", "range", "direction", "rank", "yes_no", "count",
    }  # fmt: skip


def test_one_row_a_target_and_no_unknown_state(verdicts: pd.DataFrame) -> None:
    assert len(verdicts) == len(CASES)
    assert set(verdicts["state"]) <= STATES
