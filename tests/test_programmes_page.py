"""The Programmes page: documents, their commitments clause by clause, the tiles, the calendar."""

import importlib
from datetime import date, timedelta

import pandas as pd
import pytest
from icalendar import Calendar

from exports.calendar import DueTarget, to_ics
from tests.chart_rows import scorecard
from tests.test_pages import run, texts
from ui import exhibits, numbers
from ui.due_calendar import entries
from ui.reader import Reader

HUBEI = "hubei-outline-2023-420000"
TONGREN = "tongren-2023-520600"


pytestmark = pytest.mark.usefixtures("release")


def test_without_a_document_all_are_listed() -> None:
    app = run("pages/programmes.py", {"lang": "en"})
    assert not app.exception
    assert len(app.dataframe[0].value) == 15
    assert any("documents of" in text for text in texts(app))


def test_tongren_counts_its_tasks() -> None:
    app = run("pages/programmes.py", {"lang": "en", "programme": TONGREN, "part": "tasks"})
    counts = app.dataframe[0].value
    assert {"228 items", "28 items"} <= set(counts["count_text"])
    assert (counts["phrase"].str.len() > 0).all()


@pytest.mark.parametrize("part", ["commitments", "quantified", "above", "due", "tasks"])
@pytest.mark.parametrize("programme", [HUBEI, TONGREN, "nanjing-quality-2022-320100"])
def test_every_part_of_a_document_shows_or_says_why_not(part: str, programme: str) -> None:
    app = run("pages/programmes.py", {"lang": "en", "programme": programme, "part": part})
    assert not app.exception
    assert len(app.dataframe) + len(app.info) > 0


def test_a_document_outside_the_filters_is_dropped_with_a_word() -> None:
    app = run("pages/programmes.py", {"lang": "en", "programme": TONGREN, "region": "420000"})
    assert any(TONGREN in toast.value for toast in app.toast)


def test_commitments_and_shares_agree(reader: Reader) -> None:
    clauses = exhibits.build("commitments", reader, programme=HUBEI).rows
    for group in ("theme", "form"):
        counted = exhibits.build("quantified_commitments", reader, programme=HUBEI, group=group).rows
        assert counted["commitments"].sum() == len(clauses)
        assert counted["quantified"].sum() == clauses["value"].notna().sum()
    listed = reader.fetch("programmes").set_index("programme_id").loc[HUBEI]
    assert listed.commitments == len(clauses)


def test_tiles_hold_every_commitment_once(reader: Reader) -> None:
    made = exhibits.build("commitments", reader, programme=HUBEI)
    tiles = made.plotly["data"][0]
    assert len(set(tiles["ids"])) == len(tiles["ids"])
    assert set(made.rows["target_id"]) <= set(tiles["ids"])
    lengths = {len(tiles[part]) for part in ("ids", "parents", "labels", "values", "customdata")}
    assert lengths == {len(tiles["ids"])}
    # With ``branchvalues: total`` a parent must weigh exactly what its children do, or nothing is drawn.
    weights = dict(zip(tiles["ids"], tiles["values"], strict=True))
    for parent in set(tiles["parents"]) - {""}:
        children = [ident for ident, above in zip(tiles["ids"], tiles["parents"], strict=True) if above == parent]
        assert weights[parent] == sum(weights[child] for child in children)


def test_tiles_of_themes_with_one_commitment_stand_together_and_tell_their_theme(reader: Reader) -> None:
    made = exhibits.build("commitments", reader, programme=HUBEI)
    alone = made.drawn[made.drawn["group"].map(made.drawn["group"].value_counts()) == 1]
    assert len(alone) > 1
    tiles = made.plotly["data"][0]
    for theme, target in zip(alone["group"], alone["figure_id"], strict=True):
        place = tiles["ids"].index(target)
        assert tiles["parents"][place] == f"theme {made.chart_words['other']}"
        assert theme in tiles["customdata"][place]


def test_lines_of_tiles_are_short(reader: Reader) -> None:
    made = exhibits.build("commitments", reader, programme=HUBEI)
    tiles = made.plotly["data"][0]
    for ident, label in zip(tiles["ids"], tiles["labels"], strict=True):
        if ident in set(made.rows["target_id"]):
            lines = label.split("<br>")
            assert len(lines) <= 4
            assert max(map(len, lines[:-1])) <= 13


def test_a_document_without_any_year_says_so_in_picture_and_table(reader: Reader) -> None:
    made = exhibits.build("programmes", reader)
    assert made.drawn["label"].nunique() == len(made.rows)
    without = made.drawn[made.drawn["kind"] == "no_year"]
    assert len(without) > 0
    assert f"no year is known: {len(without)}" in made.takeaway
    assert (made.rows["horizon_text"] == "no year known").sum() == len(without)


def test_words_of_a_document_are_not_read_as_html() -> None:
    """Synthetic: Plotly reads a small HTML in labels and tooltips."""
    rows = pd.DataFrame(scorecard.ROWS).assign(
        phrase="<a href='x'>到2025年</a> & more", due_text="2025", tint="#ffffff", goal_sign="≥ 300"
    )
    words = scorecard.WORDS | {
        "plan": "<b>plan</b>",
        "targets": "目标",
        "due": "到期",
        "phrase": "原文",
        "other": "其他主题",
    }
    tiles = importlib.import_module("charts.interactive.plan_treemap").build(rows, words)["data"][0]
    assert tiles["labels"][0] == "&lt;b&gt;plan&lt;/b&gt;"
    assert all("<a" not in told for told in tiles["customdata"])
    assert "&lt;a" in tiles["customdata"][-1]


def test_due_targets_come_back_from_the_calendar(reader: Reader) -> None:
    rows = exhibits.build("due_targets", reader, programme=HUBEI).rows
    written = to_ics("Hubei", entries(reader, rows), reader.as_of)
    assert written == to_ics("Hubei", entries(reader, rows), reader.as_of)
    calendar = Calendar.from_ical(written)
    events = calendar.walk("VEVENT")
    assert len(events) == len(rows)
    by_id = {str(event["UID"]).partition("@")[0]: event for event in events}
    assert by_id.keys() == set(rows["target_id"])
    for row in rows.itertuples():
        event = by_id[row.target_id]
        assert event.decoded("DTSTART") == date(int(row.due), 12, 31)
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
        assert row.indicator in str(event["SUMMARY"])
        assert str(row.phrase) in str(event["DESCRIPTION"])
        if numbers.is_known(row.url):
            assert str(event["URL"]) == row.url


def test_calendar_is_lines_of_at_most_75_octets_that_end_as_the_standard_asks() -> None:
    """RFC 5545, 3.1 and 3.3.11; synthetic."""
    long = DueTarget(
        "t1", 2030, "到期：湖北省，" + "质量" * 60, "第一行; 一, 二\n第二行\\", "https://example.org/" + "a" * 90
    )
    written = to_ics("日历", [long], date(2026, 1, 1))
    lines = written.split(b"\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    event = Calendar.from_ical(written).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == long.summary
    assert str(event["DESCRIPTION"]) == long.description
    assert b"\\;" in written
    assert b"\\," in written


def test_an_empty_calendar_is_still_one() -> None:
    assert Calendar.from_ical(to_ics("none", [], date(2026, 1, 1))).walk("VEVENT") == []
