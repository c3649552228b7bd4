"""What an exhibit shows in a sentence: each number of one figure keeps its figure, to the page and to every file."""

import io
import json
import re

import pandas as pd
import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from exports.slides import html, pdf, powerpoint
from exports.slides.content import Show
from exports.telling import Told, of_figure
from tests.test_exhibits import CASES
from tests.test_pages import run
from ui import bilingual, deck_slides, exhibits, takeaways
from ui import deck as decks
from ui.deck import Deck, Item
from ui.exhibits import Exhibit
from ui.reader import reader_of
from ui.words import LANGUAGES

RANKING = ("ranking", {"indicator": "valid_registered_trademarks"})
_TEXT = st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=20)


pytestmark = pytest.mark.usefixtures("release")


def linked(lang: str, release: str) -> list[Exhibit]:
    """Every exhibit of every choice tried whose sentence has a figure."""
    made = (exhibits.build(name, reader_of(lang, release), **choices) for name, choices in CASES)
    return [one for one in made if one.takeaway.figures]


@given(st.lists(st.tuples(_TEXT, st.from_regex(r"[a-z0-9_\-]{1,10}", fullmatch=True)), max_size=4), _TEXT)
def test_a_sentence_is_plain_text_that_keeps_its_figures(pieces: list[tuple[str, str]], between: str) -> None:
    told = Told.of(between.join(of_figure(text, figure) for text, figure in pieces))
    assert told == between.join(text for text, _ in pieces)
    assert json.loads(json.dumps(told)) == told
    assert Told.of(told.marked).parts == told.parts
    assert set(told.figures) == {figure for text, figure in pieces if text}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_number_of_a_figure_is_that_figure_of_the_rows(lang: str, release: str) -> None:
    found = linked(lang, release)
    expected = {"compare_over_time", "compare_refused", "newest_figures", "province_map", "ranking", "task_counts"}
    assert {one.name for one in found} >= expected | {"time_lines", "trend_of_indicator"}
    reader = reader_of(lang, release)
    for one in found:
        identifiers = [column for column in one.rows if column.endswith(("target_id", "observation_id", "figure_id"))]
        for part in one.takeaway.parts:
            if part.figure_id:
                rows = one.rows[(one.rows[identifiers] == part.figure_id).any(axis=1)]
                # The row's own wording of the figure, not another number of the same row.
                assert any(part.text in map(str, row) for row in rows.itertuples(index=False)), (one.name, part)
                assert len(reader.fetch("figure_source", figure_id=part.figure_id)) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "choices"), CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)])
def test_marks_never_reach_what_is_read(name: str, choices: dict, lang: str, release: str) -> None:
    made = exhibits.build(name, reader_of(lang, release), **choices)
    assert not re.search("[\ue000-\uf8ff]", made.takeaway + made.title)
    # A number without a figure of its own is a count over rows: there is a table to lead to.
    assert not made.takeaway.has_counts or not made.rows.empty


def test_the_missed_are_named_with_both_their_figures(release: str) -> None:
    rows = pd.DataFrame(
        {
            "state": ["met", "missed"],
            "region": ["甲市", "乙市"],
            "indicator": ["指标", "指标"],
            "actual_text": ["98%（2023年）", "95%（2023年）"],
            "goal_text": ["不低于 97%", "不低于 96%"],
            "target_id": ["t1", "t2"],
            "latest_observation_id": ["o1", "o2"],
        }
    )
    told = Told.of(takeaways.of_targets(reader_of("zh", release), rows))
    assert told.figures == ("o2", "t2")
    assert "乙市" in told
    assert "甲市" not in told


def test_one_figure_alone_tells_no_change(release: str) -> None:
    rows = pd.DataFrame({"year": [2020], "observation_id": ["o1"], "value_text": ["1件"]})
    assert takeaways.of_change(reader_of("zh", release), "甲市", rows, "value_text") == ""


def test_both_languages_keep_the_figures(release: str) -> None:
    first, second = (exhibits.build("task_counts", reader_of(lang, release)) for lang in LANGUAGES)
    (both,) = bilingual.in_both_languages(first, second)
    lines = both.takeaway.lines()
    assert [line.figures for line in lines] == [first.takeaway.figures, second.takeaway.figures]


def test_the_page_sends_each_number_with_the_address_of_its_source(release: str) -> None:
    address = {"lang": "en", "indicator": "valid_registered_trademarks"}
    app = run("pages/indicator.py", address)
    sentences = [json.loads(one.proto.json) for one in app.get("bidi_component") if '"parts"' in one.proto.json]
    parts = [part for sentence in sentences for part in sentence["parts"] if part["figure"]]
    assert parts
    for part in parts:
        assert all(f"{name}={value}" in part["href"] for name, value in (address | {"figure": part["figure"]}).items())


def shown(release: str, **parts: str) -> Show:
    name, choices = RANKING
    return deck_slides.show_of(Deck(release, items=(Item(name, choices, "indicator", **parts),)))


def test_in_powerpoint_a_figure_jumps_to_the_slide_of_its_document(release: str) -> None:
    show = shown(release)
    content, faults = powerpoint.build(show)
    assert faults == []
    deck = Presentation(io.BytesIO(content))
    slide = next(one for one in deck.slides if one.shapes.title.text_frame.text == show.slides[0].panels[0].headline)
    parts = {part.text: part for part in show.slides[0].headlines[0].parts if part.figure_id}
    jumps = 0
    for run_ in slide.shapes.title.text_frame.paragraphs[0].runs:
        link = run_._r.rPr.find(qn("a:hlinkClick"))
        assert (link is not None) == (run_.text in parts)
        if link is not None:
            jumps += 1
            assert link.get("action") == "ppaction://hlinksldjump"
            relation = slide.part.rels[link.get(qn("r:id"))]
            assert relation.reltype == RT.SLIDE
            assert not relation.is_external
            number = show.document_of(parts[run_.text])
            texts = [shape.text_frame.text for shape in relation.target_part.slide.shapes if shape.has_text_frame]
            assert any(f"[{number}] {show.documents[number - 1].citation}" in text for text in texts)
    assert jumps == len(parts) > 0


def test_on_the_page_and_on_paper_a_figure_leads_to_its_document(release: str) -> None:
    show = shown(release)
    page = html.build(show).decode()
    numbers = re.findall(r"<a class='figure' href='#document-(\d+)'>", page)
    assert [int(number) for number in numbers] == [
        show.document_of(part) for slide in show.slides for part in slide.headlines[0].parts if part.figure_id
    ]
    assert numbers
    assert all(f"<li id='document-{number}'>" in page for number in numbers)
    with pdfplumber.open(io.BytesIO(pdf.build(show))) as paper:
        jumps = {one["data"]["Dest"].decode() for one in paper.pages[1].annots if "Dest" in one["data"]}
    assert jumps == {f"document-{number}" for number in numbers}


def test_own_words_stay_plain(release: str) -> None:
    deck = Deck(release, items=(Item(*RANKING, "indicator", headline="福建省 308 件最高"),))
    show = deck_slides.show_of(decks.of_json(decks.to_json(deck)))
    assert show.slides[0].headlines[0].figures == ()
    assert "class='figure'" not in html.build(show).decode().partition("<script")[0]
