"""The compare page on the committed data: the gate before an axis, ranks as ranges, peers, empty cases."""

import json

import pytest

from tests.test_pages import run
from ui import comparability, exhibits
from ui.exhibits import Exhibit
from ui.peers import peers, suggestions
from ui.reader import Reader

PAGE = "pages/compare.py"
HIGH_VALUE = "high_value_invention_patents_per_ten_thousand_people"
ALL_PATENTS = "valid_invention_patents_per_ten_thousand_people"
TRADEMARKS = "valid_registered_trademarks"
FOUR = ["420000", "340000", "210000", "520000"]


pytestmark = pytest.mark.usefixtures("release")


def ids_drawn(exhibit: Exhibit) -> set[str]:
    """Ids of the figures inside a picture."""
    rows = [row for data in exhibit.spec["datasets"].values() for row in data]
    return {row["figure_id"] for row in rows if row.get("figure_id")}


def test_a_refused_pair_is_set_side_by_side_and_not_drawn(reader: Reader) -> None:
    refused = exhibits.build("compare_refused", reader, regions=FOUR, indicators=[HIGH_VALUE])
    drawn = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=HIGH_VALUE)
    liaoning = refused.rows[refused.rows["region_code"] == "210000"].iloc[0]
    assert refused.spec is None
    assert liaoning["lookalike_id"] == ALL_PATENTS
    assert comparability.REASONS[liaoning["relation"]] in liaoning["why_text"]
    assert liaoning["beside_text"].startswith("Hubei 13.7")
    assert liaoning["observation_id"] not in ids_drawn(drawn)
    assert not {*refused.rows["observation_id"]} & ids_drawn(drawn)


def test_two_chosen_look_alikes_are_refused_and_each_has_its_own_picture(reader: Reader) -> None:
    both = [HIGH_VALUE, ALL_PATENTS]
    refused = exhibits.build("compare_refused", reader, regions=FOUR, indicators=both)
    pictures = [exhibits.build("compare_over_time", reader, regions=FOUR, indicator=name) for name in both]
    assert {*refused.rows["region_code"]} == {*FOUR}
    assert not ids_drawn(pictures[0]) & ids_drawn(pictures[1])


def test_an_amber_reason_stands_in_the_notes_the_picture_and_the_file(reader: Reader) -> None:
    made = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=ALL_PATENTS)
    reason = comparability.REASONS["years_apart"]
    assert made.notes_status == comparability.AMBER
    assert reason in made.notes[0]
    assert reason in " ".join(made.spec["title"]["subtitle"])
    assert "comparability" in made.file_columns
    assert made.rows["comparability"].str.contains(reason).all()


def test_same_definition_and_near_years_are_green(reader: Reader) -> None:
    made = exhibits.build(
        "compare_pair", reader, regions=["420000", "520000"], indicators=[TRADEMARKS], per="resident_population"
    )
    assert {*made.rows["status"]} <= {comparability.GREEN, comparability.AMBER}
    years = made.rows["year"]
    assert years.max() - years.min() <= 1


def test_counts_as_published_are_amber_and_have_no_rank(reader: Reader) -> None:
    made = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=TRADEMARKS)
    assert comparability.REASONS["count_not_per_head"] in made.notes[0]
    places = exhibits.build("compare_positions", reader, regions=FOUR, indicators=[TRADEMARKS])
    assert places.rows["rank_low"].isna().all()
    assert {*places.rows["standing_code"]} <= {"unplaced", "unknown"}


def test_ranks_are_ranges_where_intervals_overlap(reader: Reader) -> None:
    made = exhibits.build(
        "compare_positions",
        reader,
        regions=["520000", "210000", "370000"],
        indicators=[TRADEMARKS],
        per="resident_population",
        year="2019",
    )
    guizhou = made.rows.set_index("region_code").loc["520000"]
    # 超过20万件 leaves open how many more: any place may be its own.
    assert guizhou["rank_low"] < guizhou["rank_high"]
    assert "–" in guizhou["rank_text"]
    assert guizhou["standing_code"] == "uncertain"
    cells = made.drawn.set_index("region")["cell_text"]
    assert f"{int(guizhou['rank_low'])}–{int(guizhou['rank_high'])} /" in cells["Guizhou"]


def test_targets_of_a_count_are_not_drawn_per_head(reader: Reader) -> None:
    divided = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=TRADEMARKS, per="resident_population")
    plain = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=TRADEMARKS)
    assert "target" not in {*divided.drawn["kind"]}
    assert "target" in {*plain.drawn["kind"]}
    assert any("Targets are set as totals" in note for note in divided.notes)


def test_each_target_stands_in_the_strip_of_its_own_region(reader: Reader) -> None:
    made = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=ALL_PATENTS)
    goals = made.drawn[made.drawn["kind"] == "target"]
    facts = reader.fetch("figure_source").set_index("figure_id")
    assert not goals.empty
    for mark in goals.itertuples():
        assert (facts.loc[mark.figure_id, "region"], facts.loc[mark.figure_id, "value"]) == (mark.region, mark.value)


def test_a_region_without_a_figure_keeps_its_strip_and_says_why(reader: Reader) -> None:
    made = exhibits.build("compare_over_time", reader, regions=FOUR, indicator=HIGH_VALUE)
    liaoning = made.drawn[made.drawn["region"] == "Liaoning"]
    assert list(liaoning["newest_text"]) == ["no figure found"]
    assert "Liaoning" in made.takeaway


def test_peers_are_of_one_level_and_say_why(reader: Reader) -> None:
    rows = peers(reader, "421000", [TRADEMARKS])
    assert set(rows["level"]) == {"prefecture"}
    assert "421000" not in {*rows["region_code"]}
    nearest = rows[rows["population_place"] == 1].iloc[0]
    gap = (rows["population"] / rows["own_population"]).map(lambda ratio: max(ratio, 1 / ratio))
    assert gap.min() == gap[nearest.name]
    assert "nearness of population" in nearest["reason_text"]
    assert rows[rows["population"].isna()]["reason_text"].str.contains("population unknown").all()
    told = {one.reason: one.codes for one in suggestions(reader, "421000", [TRADEMARKS])}
    assert all(code.startswith("42") for code in told["Same province"])
    # The GDP per head of Jingzhou is not in the data: no peer is suggested by it.
    assert "Nearest GDP per head" not in told


def test_one_region_and_no_indicator_are_told_in_words() -> None:
    alone = run(PAGE, {"lang": "en", "regions": "420000"})
    assert any("at least two regions" in info.value for info in alone.info)
    emptied = run(PAGE, {"lang": "en", "indicators": "none"})
    assert any("at least one indicator" in info.value for info in emptied.info)


def test_nothing_known_is_told_in_words() -> None:
    app = run(PAGE, {"lang": "en", "regions": "110000,340000", "indicators": "luban_award_projects", "view": "pair"})
    assert not app.exception
    assert any("share no figure" in info.value for info in app.info)


def test_the_note_stands_before_the_picture() -> None:
    app = run(PAGE, {"lang": "en", "regions": ",".join(FOUR), "indicators": ALL_PATENTS})
    elements = list(app.main)
    notes = [place for place, element in enumerate(elements) if element.type == "warning"]
    pictures = [
        place
        for place, element in enumerate(elements)
        if element.type.endswith("vega_lite_chart") or getattr(element.proto, "spec", "")
    ]
    assert "years more than one apart" in elements[notes[0]].value
    assert notes[0] < pictures[0]
    subtitle = json.loads(elements[pictures[0]].proto.spec)["title"]["subtitle"]
    assert "years more than one apart" in " ".join(subtitle)


def test_a_cell_of_states_shows_the_target_whose_year_is_over(reader: Reader) -> None:
    made = exhibits.build("compare_states", reader, regions=["420000", "110000"], indicators=[TRADEMARKS])
    cells = made.drawn.set_index("region")
    # Hubei promised a million by 2025 and more by 2026; 2026 is not over on the day of judgement.
    assert cells.loc["Hubei", "cell_text"] == "● 2025 +1"
    assert cells.loc["Beijing", "group_text"].endswith("No target found")
