"""Nothing that was collected is lost on the way into the data package, and nothing is changed without a correction.

The collected figures lie in a folder ``shared`` beside the project; where it is missing these tests are skipped.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import paths

COLLECTED = paths.ROOT.parent / "shared"
pytestmark = pytest.mark.skipif(
    not (COLLECTED / "facts" / "facts.csv").exists(), reason="the collected figures (folder shared) are not here"
)


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def facts() -> list[dict]:
    return read(COLLECTED / "facts" / "facts.csv")


@pytest.fixture(scope="module")
def statements() -> list[dict]:
    return read(COLLECTED / "gold" / "gold.csv")


@pytest.fixture(scope="module")
def targets() -> list[dict]:
    return read(paths.DATA / "targets.csv")


@pytest.fixture(scope="module")
def observations() -> list[dict]:
    return [row for file in sorted((paths.DATA / "observations").glob("*.csv")) for row in read(file)]


@pytest.fixture(scope="module")
def kept(targets: list[dict], observations: list[dict]) -> dict[str, dict]:
    """Every row by its id; ``year`` is the due year of a target and the period of a figure."""
    return {row["target_id"]: row | {"table": "targets", "year": row["due"]} for row in targets} | {
        row["observation_id"]: row | {"table": "observations", "year": row["period"]} for row in observations
    }


@pytest.fixture(scope="module")
def corrections() -> list[dict]:
    return read(paths.DATA / "corrections.csv")


def corrected(corrections: list[dict], *subjects: str) -> dict[str, dict[str, dict]]:
    """Correction by the id and the column that it concerns."""
    found: dict[str, dict[str, dict]] = defaultdict(dict)
    for row in corrections:
        if row["subject"] in subjects:
            found[row["subject_id"]][row["field"]] = row
    return found


def number(text: str) -> float | None:
    return float(text) if text else None


def test_every_fact_stands_in_the_data_or_has_a_correction(
    facts: list[dict], kept: dict[str, dict], corrections: list[dict]
) -> None:
    gone = {row["subject_id"] for row in corrections if row["what"] in ("left_out", "merged")}
    assert len(facts) == 3136
    assert [fact["fact_id"] for fact in facts if fact["fact_id"] not in kept.keys() | gone] == []
    assert [fact["fact_id"] for fact in facts if fact["fact_id"] in kept.keys() & gone] == []


def test_every_difference_from_a_fact_has_a_correction(
    facts: list[dict], kept: dict[str, dict], corrections: list[dict]
) -> None:
    units = {row["indicator_id"]: row["unit"] for row in read(paths.DATA / "indicators.csv")}
    of_fact = corrected(corrections, "fact")
    # A merged source or renamed indicator is told once, for all of its figures.
    renamed = {
        (row["field"], row["before"], row["after"])
        for row in corrections
        if row["subject"] in ("source", "indicator") and row["what"] in ("merged", "corrected")
    }
    silent = []
    for fact in facts:
        row = kept.get(fact["fact_id"])
        if row is None:
            continue
        differences = [
            (column, fact[column], row[column])
            for column in ("region_code", "indicator_id", "comparator", "source_id", "locator", "phrase", "quality")
            if fact[column] != row[column]
        ]
        differences += [
            (column, fact[column], row[column])
            for column in ("value", "value_high")
            if number(fact[column]) != number(row[column])
        ]
        if fact["unit"] != units[row["indicator_id"]]:
            differences.append(("unit", fact["unit"], units[row["indicator_id"]]))
        if fact["period"] != row["year"]:
            differences.append(("due" if row["table"] == "targets" else "period", fact["period"], row["year"]))
        # A flow of one year starts in that year; the column is filled only where it covers more.
        within_its_year = not row["period_start"] and fact["period_start"] == row["year"][:4]
        if fact["period_start"] != row["period_start"] and not within_its_year:
            differences.append(("period_start", fact["period_start"], row["period_start"]))
        for column, before, after in differences:
            told = of_fact[fact["fact_id"]].get(column)
            if (told is None or told["after"] != after) and (column, before, after) not in renamed:
                silent.append((fact["fact_id"], column, before, after))
    assert silent == []


def test_a_correction_tells_what_the_fact_said(facts: list[dict], corrections: list[dict]) -> None:
    by_id = {fact["fact_id"]: fact for fact in facts}
    columns = {"due": "period", "baseline_period": None, "target_id": None, "observation_id": None}
    wrong = []
    for row in corrections:
        column = columns.get(row["field"], row["field"])
        if row["subject"] != "fact" or row["what"] != "corrected" or column is None:
            continue
        before = by_id[row["subject_id"]][column]
        if before != row["before"] and number_or_text(before) != number_or_text(row["before"]):
            wrong.append((row["correction_id"], row["before"], before))
    assert wrong == []


def number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def test_every_kind_of_fact_stands_in_its_table(
    facts: list[dict], kept: dict[str, dict], corrections: list[dict]
) -> None:
    of_fact = corrected(corrections, "fact")
    expected = {"target": "targets", "programme": "targets", "actual": "observations", "baseline": "observations"}
    assert [
        (fact["fact_id"], fact["kind"], kept[fact["fact_id"]]["table"])
        for fact in facts
        if fact["fact_id"] in kept
        and kept[fact["fact_id"]]["table"] != expected[fact["kind"]]
        and "kind" not in of_fact[fact["fact_id"]]
    ] == []


def test_counts_that_describe_a_programme_are_counts(facts: list[dict], kept: dict[str, dict]) -> None:
    counted = {
        fact["fact_id"] for fact in facts if fact["kind"] == "programme" and kept[fact["fact_id"]]["table"] == "targets"
    }
    assert len(counted) > 30
    assert {kept[fact_id]["form"] for fact_id in counted} == {"count"}


def represents(row: dict, statement: dict) -> bool:
    """Whether a row carries a labelled statement: words, place, comparator, value (all and none are 100 and 0)."""
    same_words = row["source_id"] == statement["doc_id"] and row["phrase"] == statement["phrase"]
    same_value = number(row["value"]) == number(statement["value"]) or (
        not statement["value"] and row["value"] in ("0", "100") and "no number in the text" in row["note"]
    )
    return (
        same_words
        and same_value
        and row["region_code"] == statement["region_code"]
        and row["comparator"] == statement["comparator"]
        and number(row["value_high"]) == number(statement["value_high"])
    )


def test_every_labelled_statement_is_represented(
    statements: list[dict], kept: dict[str, dict], corrections: list[dict]
) -> None:
    assert len(statements) == 156
    told = {row["subject_id"]: row for row in corrections if row["subject"] == "statement"}
    free = Counter(kept.keys())
    lost = []
    for line, statement in enumerate(statements, start=2):
        row_id = next((name for name, row in kept.items() if free[name] and represents(row, statement)), None)
        correction = told.get(f"g-{statement['doc_id']}-{line:03d}")
        if row_id:
            free[row_id] -= 1
        elif correction and correction["what"] == "merged":
            twin = kept[correction["after"]]
            if (twin["region_code"], number(twin["value"])) != (statement["region_code"], number(statement["value"])):
                lost.append(line)
        elif not correction or correction["what"] != "left_out":
            lost.append(line)
    assert lost == []


def test_a_labelled_target_without_a_number_is_a_target(statements: list[dict], targets: list[dict]) -> None:
    without = [row for row in statements if row["kind"] == "target" and not row["value"]]
    assert len(without) >= 9
    phrases = {row["phrase"] for row in targets}
    assert [row["phrase"] for row in without if row["phrase"] not in phrases] == []


def test_a_labelled_programme_count_is_a_count(statements: list[dict], targets: list[dict]) -> None:
    forms = {(row["source_id"], row["phrase"]): row["form"] for row in targets}
    counts = [row for row in statements if row["kind"] == "programme"]
    assert len(counts) == 7
    assert {forms[row["doc_id"], row["phrase"]] for row in counts} == {"count"}


def test_every_collected_source_region_and_indicator_is_kept_or_told(corrections: list[dict]) -> None:
    told = {(row["subject"], row["subject_id"]) for row in corrections}
    for subject, file, key in (
        ("source", "sources.csv", "source_id"),
        ("region", "regions.csv", "region_code"),
        ("indicator", "indicators.csv", "indicator_id"),
    ):
        here = {row[key] for row in read(paths.DATA / file)}
        before = {row[key] for row in read(COLLECTED / "facts" / file)}
        assert {name for name in before - here if (subject, name) not in told} == set(), subject


@pytest.mark.parametrize(
    ("subject", "file", "key", "columns"),
    [
        (
            "indicator", "indicators.csv", "indicator_id",
            ("name_zh", "name_en", "theme", "unit", "basis", "direction", "per_capita", "definition_en"),
        ),
        ("source", "sources.csv", "source_id", ("title_zh", "publisher", "published", "url", "reach")),
        ("region", "regions.csv", "region_code", ("name_zh", "name_en", "level", "parent_code")),
    ],
)  # fmt: skip
def test_every_difference_from_the_collected_catalogue_has_a_correction(
    subject: str, file: str, key: str, columns: tuple[str, ...], corrections: list[dict]
) -> None:
    told = corrected(corrections, subject)
    here = {row[key]: row for row in read(paths.DATA / file)}
    silent = []
    for before in read(COLLECTED / "facts" / file):
        after = here.get(before[key])
        for column in columns if after else ():
            row = told[before[key]].get(column, {"before": before[column], "after": before[column]})
            if (row["before"], row["after"]) != (before[column], after[column]):
                silent.append((before[key], column, before[column], after[column]))
    assert silent == []
