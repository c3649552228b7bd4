"""What holds of every verdict, whatever the target and the figures; and independent renderings of the formulas."""

import math
import random
from datetime import date

import duckdb
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import paths
from tests.judging import Given, judge

AS_OF = date(2024, 12, 31)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

values = st.decimals(min_value=-1000, max_value=1000, places=2).map(float)
positive = st.decimals(min_value=1, max_value=1000, places=2).map(float)
figure = st.tuples(st.integers(2016, 2024), st.sampled_from(["", "~", ">=", "<"]), values)
form = st.sampled_from(
    ["level", "keep", "annual", "new", "cumulative", "range", "direction", "rank", "yes_no", "count"]
)


@st.composite
def cases(draw: st.DrawFn) -> dict:
    figures = draw(st.lists(figure, max_size=6, unique_by=lambda entry: entry[0]))
    return {
        "form": draw(form),
        "comparator": draw(st.sampled_from([">=", ">", "<=", "<", "=", "~"])),
        "value": str(draw(values)),
        "value_high": "",
        "basis": draw(st.sampled_from(["stock", "new", "share", "cumulative", "annual", "rank"])),
        "direction": draw(st.sampled_from(["higher", "lower", "neutral"])),
        "issued": str(draw(st.integers(2015, 2023))),
        "first_year": draw(st.sampled_from(["", "2018", "2021"])),
        "due": draw(st.sampled_from(["", "2020", "2022", "2025", "2030"])),
        "baseline": "",
        "reference": "",
        "figures": " ".join(f"{year}:{comparator}{value}" for year, comparator, value in figures),
    }


def verdicts_of(given_cases: list[dict]) -> pd.DataFrame:
    rows = Given()
    for number, case in enumerate(given_cases):
        rows.add(number, case)
    return judge(rows, AS_OF).execute("select * from verdicts order by target_id").df()


@SLOW
@given(st.lists(cases(), min_size=1, max_size=40))
def test_every_target_has_a_state_and_no_number_is_infinite(given_cases: list[dict]) -> None:
    verdicts = verdicts_of(given_cases)
    assert len(verdicts) == len(given_cases)
    assert verdicts["state"].notna().all()
    assert (verdicts["reason_code"] != "no_rule_applies").all()
    for column in ("gap", "attainment", "growth_ratio", "linear_ratio", "required_per_year", "observed_per_year"):
        assert not verdicts[column].map(lambda number: isinstance(number, float) and math.isinf(number)).any(), column


@SLOW
@given(st.lists(cases(), min_size=1, max_size=40))
def test_met_only_if_the_comparator_holds_for_the_whole_interval(given_cases: list[dict]) -> None:
    for case in given_cases:
        case["form"] = "level"
    rows = Given()
    for number, case in enumerate(given_cases):
        rows.add(number, case)
    met = (
        judge(rows, AS_OF)
        .execute(
            """
        select
            coalesce(nullif(nullif(verdicts.comparator, '='), '~'), if(indicators.direction = 'lower', '<=', '>=')),
            commitments.bound,
            observations.lower,
            observations.upper,
            observations.comparator
        from verdicts
        join commitments using (target_id)
        join indicators on verdicts.indicator_id = indicators.indicator_id
        join observations on verdicts.latest_observation_id = observations.observation_id
        where verdicts.state = 'met' and verdicts.form = 'level' and verdicts.rule = 'level'
        """
        )
        .fetchall()
    )
    assert all(holds_throughout(*row) for row in met)


def holds_throughout(comparator: str, bound: float, lower: float | None, upper: float | None, stated: str) -> bool:
    """Whether every value that the words of a figure allow satisfies the comparator (None: no end on that side)."""
    if comparator in (">=", ">"):
        beyond = lower is not None and (lower > bound or (lower == bound and stated == ">"))
        return beyond or (comparator == ">=" and lower == bound)
    below = upper is not None and (upper < bound or (upper == bound and stated in ("<", "~")))
    return below or (comparator == "<=" and upper == bound)


@SLOW
@given(
    st.lists(st.tuples(positive, positive, positive, st.integers(2021, 2024)), min_size=1, max_size=40),
    st.sampled_from([0.5, 2.0, 16.0, 1024.0]),
)
def test_scaling_all_values_changes_no_class(series: list[tuple], factor: float) -> None:
    def at(scale: float) -> pd.DataFrame:
        return verdicts_of(
            [
                {
                    "form": "level", "comparator": ">=", "value": repr(goal * scale), "value_high": "",
                    "basis": "stock", "direction": "higher", "issued": "2020", "first_year": "", "due": "2026",
                    "baseline": "", "reference": "",
                    "figures": f"2020:{base * scale:.6f} {year}:{latest * scale:.6f}",
                }
                for base, latest, goal, year in series
            ]
        )  # fmt: skip

    one, scaled = at(1.0), at(factor)
    for column in ("state", "growth_class", "linear_class", "reason_code"):
        assert one[column].tolist() == scaled[column].tolist()


@SLOW
@given(st.lists(cases(), min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_what_is_published_later_and_the_order_of_rows_change_nothing(
    given_cases: list[dict], order: random.Random
) -> None:
    rows, shuffled = Given(), Given()
    for number, case in enumerate(given_cases):
        rows.add(number, case)
        late = " ".join(f"{year}:late{value}" for year, value in ((2019, 1), (2024, 999999)))
        late += " 2025:999999 2030:-5 2025@2025-03-31:7"
        shuffled.add(number, case | {"figures": f"{case['figures']} {late}"})
    for table in ("targets", "observations", "regions", "indicators"):
        order.shuffle(getattr(shuffled, table))
    query = "select * from verdicts order by target_id"
    before, after = (judge(given_rows, AS_OF).execute(query).df() for given_rows in (rows, shuffled))
    pd.testing.assert_frame_equal(before, after)


def growth_ratio_in_python(sign: int, base: float, latest: float, goal: float, seen: int, whole: int) -> float | None:
    """The progress measure as Statistics Canada publishes it: actual over required compound annual growth."""
    if base <= 0 or latest <= 0 or goal <= 0 or goal == base:
        return None
    actual = (latest / base) ** (1 / seen) - 1
    required = (goal / base) ** (1 / whole) - 1
    return sign * actual / abs(required)


def test_growth_ratio_agrees_with_the_published_text_on_ten_thousand_cases() -> None:
    chance = random.Random(20261124)
    rows = []
    for _ in range(10_000):
        seen = chance.randint(1, 9)
        base, latest, goal = (round(chance.uniform(-5, 2000), 2) for _ in range(3))
        rows.append((chance.choice((1, -1)), base, latest, goal, seen, seen + chance.randint(1, 9)))
    frame = pd.DataFrame(rows, columns=["sign", "base", "latest", "goal", "seen", "whole"])  # noqa: F841
    with duckdb.connect() as connection:
        connection.execute(paths.MACROS.read_text(encoding="utf-8"))
        computed = connection.execute(
            "select if(base > 0, growth_ratio(sign, base, latest, goal, seen, whole), null) from frame"
        ).fetchall()
    for row, (ratio,) in zip(rows, computed, strict=True):
        expected = growth_ratio_in_python(*row)
        assert (ratio is None) == (expected is None), row
        if expected is not None:
            assert math.isclose(ratio, expected, rel_tol=1e-9, abs_tol=1e-12), row
