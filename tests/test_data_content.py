"""What must hold of the committed tables beyond their types: regions whole, words in both languages, figures dated."""

import csv
import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import pytest

import paths
from etl import numerals

# Prefecture-level units of each province in GB/T 2260 (cities, prefectures, autonomous prefectures, leagues): 333.
PREFECTURES = {
    "130000": 11, "140000": 11, "150000": 12, "210000": 14, "220000": 9, "230000": 13, "320000": 13, "330000": 11,
    "340000": 16, "350000": 9, "360000": 11, "370000": 16, "410000": 17, "420000": 13, "430000": 14, "440000": 21,
    "450000": 14, "460000": 4, "510000": 21, "520000": 9, "530000": 16, "540000": 7, "610000": 10, "620000": 14,
    "630000": 8, "640000": 5, "650000": 14,
}  # fmt: skip
PROVINCES = set(PREFECTURES) | {"110000", "120000", "310000", "500000", "710000", "810000", "820000"}


def read(name: str) -> list[dict[str, str]]:
    with (paths.DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def regions() -> dict[str, dict]:
    return {row["region_code"]: row for row in read("regions.csv")}


@pytest.fixture(scope="module")
def indicators() -> dict[str, dict]:
    return {row["indicator_id"]: row for row in read("indicators.csv")}


@pytest.fixture(scope="module")
def targets() -> list[dict]:
    return read("targets.csv")


@pytest.fixture(scope="module")
def observations() -> list[dict]:
    files = sorted((paths.DATA / "observations").glob("*.csv"))
    return [row for file in files for row in read(f"observations/{Path(file).name}")]


def test_all_provinces_and_prefectures_of_the_standard_are_there(regions: dict[str, dict]) -> None:
    assert {code for code, row in regions.items() if row["level"] == "province"} == PROVINCES
    below = Counter(row["parent_code"] for row in regions.values() if row["level"] == "prefecture")
    assert dict(below) == PREFECTURES
    assert sum(below.values()) == 333


def test_level_and_parent_follow_from_the_code(regions: dict[str, dict]) -> None:
    for code, row in regions.items():
        if code == "100000":
            expected = ("country", "")
        elif code.endswith("0000"):
            expected = ("province", "100000")
        elif code.endswith("00"):
            expected = ("prefecture", code[:2] + "0000")
        else:
            expected = ("county", code[:4] + "00")
        assert (row["level"], row["parent_code"]) == expected, code


def test_every_region_is_named_in_both_languages_and_no_two_alike(regions: dict[str, dict]) -> None:
    for column, alphabet in (("name_zh", r"[\u4e00-\u9fff]+"), ("name_en", r"[A-Za-zÀ-ÿ' ,()]+")):
        names = [row[column] for row in regions.values()]
        assert [name for name in names if not re.fullmatch(alphabet, name)] == []
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_every_province_has_a_tile_of_its_own_and_only_they(regions: dict[str, dict]) -> None:
    tiles = {code: (row["tile_row"], row["tile_column"]) for code, row in regions.items() if row["tile_row"]}
    assert tiles.keys() == PROVINCES
    assert len(set(tiles.values())) == len(PROVINCES)
    assert all(column for _, column in tiles.values())


def test_a_county_is_listed_only_for_its_figures(
    regions: dict[str, dict], targets: list[dict], observations: list[dict]
) -> None:
    used = {row["region_code"] for row in targets + observations}
    assert {code for code, row in regions.items() if row["level"] == "county"} <= used


def test_every_indicator_is_defined_in_both_languages_beyond_its_name(indicators: dict[str, dict]) -> None:
    repeats = []
    for name, row in indicators.items():
        for language in ("zh", "en"):
            title, definition = row[f"name_{language}"], row[f"definition_{language}"]
            said = re.sub(r"\W+", " ", definition).strip().lower()
            if not said or SequenceMatcher(None, said, re.sub(r"\W+", " ", title).strip().lower()).ratio() > 0.85:
                repeats.append((name, language, definition))
    assert repeats == []


def test_no_two_indicators_have_one_name(indicators: dict[str, dict]) -> None:
    for column in ("name_zh", "name_en"):
        names = Counter(row[column].lower() for row in indicators.values())
        assert [name for name, times in names.items() if times > 1] == []


def test_every_indicator_has_a_figure_or_a_target(
    indicators: dict[str, dict], targets: list[dict], observations: list[dict]
) -> None:
    assert set(indicators) - {row["indicator_id"] for row in targets + observations} == set()


def test_indicators_that_share_a_synonym_are_told_apart(indicators: dict[str, dict]) -> None:
    related = {frozenset((row["indicator_id"], row["related_indicator_id"])) for row in read("indicator_relations.csv")}
    named = defaultdict(set)
    for name, row in indicators.items():
        for synonym in {row["name_zh"], *row["synonyms"].split("|")} - {""}:
            named[synonym].add(name)
    alike = {
        (synonym, *sorted((one, other)))
        for synonym, names in named.items()
        for one in names
        for other in names
        if one < other and frozenset((one, other)) not in related
    }
    assert alike == set()


def test_shares_scores_and_ranks_are_not_counts_that_grow_with_a_region(indicators: dict[str, dict]) -> None:
    of_size = [row for row in indicators.values() if row["per_capita"] == "yes"]
    assert [row["indicator_id"] for row in of_size if row["basis"] in ("share", "score", "rank")] == []
    assert [name for name, row in indicators.items() if row["basis"] == "rank" and row["direction"] != "lower"] == []


def test_every_document_with_targets_has_an_english_title(targets: list[dict]) -> None:
    titles = {row["source_id"]: row["title_en"] for row in read("sources.csv")}
    assert {row["source_id"] for row in targets if not titles[row["source_id"]].strip()} == set()
    assert [row["programme_id"] for row in read("programmes.csv") if not row["title_en"] or not row["title_zh"]] == []


def test_every_publisher_and_issuer_has_an_english_name() -> None:
    for file, name in (("sources.csv", "publisher"), ("programmes.csv", "issuer")):
        for row in read(file):
            assert bool(row[name]) == bool(row[f"{name}_en"]), (file, row)
            assert not re.search(r"[\u3400-\u9fff]", row[f"{name}_en"]), (file, row)


def test_phrases_are_short_and_carry_the_value(targets: list[dict], observations: list[dict]) -> None:
    excused = {row["subject_id"] for row in read("corrections.csv") if row["what"] == "phrase_without_value"}
    for row in targets + observations:
        assert 0 < len(row["phrase"]) <= 30, row
        row_id = row.get("target_id") or row["observation_id"]
        if row["value"] and row_id not in excused:
            assert numerals.states(row["phrase"], float(row["value"])), row


def test_an_excuse_stands_only_where_the_phrase_needs_it(targets: list[dict], observations: list[dict]) -> None:
    rows = {row.get("target_id") or row["observation_id"]: row for row in targets + observations}
    excused = [row["subject_id"] for row in read("corrections.csv") if row["what"] == "phrase_without_value"]
    assert [name for name in excused if numerals.states(rows[name]["phrase"], float(rows[name]["value"]))] == []


def test_periods_can_be_dated(targets: list[dict], observations: list[dict]) -> None:
    for row in observations:
        assert re.fullmatch(r"((19|20)\d\d(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?)?", row["period"]), row
        assert not row["as_of"] or row["as_of"][:4] == row["period"][:4], row
        assert not row["period_start"] or not row["period"] or row["period_start"] <= row["period"][:4], row
    for row in targets:
        assert re.fullmatch(r"((19|20)\d\d)?", row["due"]), row
        assert not row["due"] or (row["period_start"] or "0") <= row["due"], row


def test_a_doubtful_or_undated_figure_says_why(targets: list[dict], observations: list[dict]) -> None:
    assert [row for row in targets + observations if row["quality"] == "c" and not row["note"]] == []
    assert [row for row in observations if not row["period"] and not row["note"]] == []


def test_forms_fit_their_comparators_and_values(targets: list[dict], indicators: dict[str, dict]) -> None:
    for row in targets:
        form, basis = row["form"], indicators[row["indicator_id"]]["basis"]
        assert (form == "rank") <= (basis == "rank"), row
        assert (form == "range") == bool(row["value_high"]), row
        assert (form == "yes_no") <= (row["value"] in ("0", "100")), row
        assert bool(row["value"]) or form in ("direction", "rank", "level", "yes_no"), row
        assert not row["reference_region_code"] or form == "direction", row


def test_one_word_bounds_alike_everywhere(targets: list[dict], observations: list[dict]) -> None:
    # 超过 and 突破 stand as >=, 高于 and 优于 as >, so that the same words never give two verdicts.
    bounded = [row for row in [*targets, *observations] if row["value"]]
    assert [
        (row["phrase"], row["comparator"])
        for row in bounded
        if (re.search("超[过過]|突破", row["phrase"]) and row["comparator"] == ">")
        or (re.search("(?<!不)高[于於]|(?<!不)优于", row["phrase"]) and row["comparator"] not in (">", "="))
    ] == []
