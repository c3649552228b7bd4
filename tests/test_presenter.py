"""The deck as a page and as a PDF: everything inside, nothing asked of a network, text read back."""

import io
import json
import re

import pdfplumber
import pytest
from starlette.testclient import TestClient

from exports.slides import html, pdf, sections
from ui import deck as decks
from ui import deck_slides
from ui.deck import Deck, Item
from ui.example_deck import example

pytestmark = pytest.mark.usefixtures("release")


@pytest.fixture
def client() -> TestClient:
    from server import app

    return TestClient(app)


def data_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_holds_charts_notes_and_sources(lang: str, release: str) -> None:
    show = deck_slides.show_of(example(release, lang))
    page = html.build(show).decode()
    data = data_of(page)
    assert len(data["specs"]) == sum(panel.spec is not None for slide in show.slides for panel in slide.panels)
    assert sum(map(len, data["evidence"])) == sum(len(slide.panels[0].evidence) for slide in show.slides)
    assert any(show.slides[0].panels[0].alt in notes for notes in data["notes"])
    shown = re.sub(r"(<script[^>]*>).*?</script>", r"\1", page, flags=re.S)
    assert "[[" not in shown
    assert re.findall(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["'](?!data:)([^"']*)""", shown) == []


def test_words_of_a_reader_are_text_and_no_markup(release: str) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    deck = Deck(release, title=evil, items=(Item("coverage", headline=evil, notes=evil),))
    page = html.build(deck_slides.show_of(deck)).decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert evil in data_of(page)["notes"][1]


def test_the_server_presents_and_hands_over(client: TestClient, release: str) -> None:
    text = decks.to_address(example(release, "zh"))
    answer = client.get("/presenter", params={"deck": text})
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    handed = client.get("/presenter", params={"deck": text, "download": "1"})
    assert handed.headers["content-disposition"].startswith("attachment")
    assert handed.content == answer.content


@pytest.mark.parametrize("text", ["", "abc", "eJyrVk"])
def test_what_is_no_deck_is_refused_in_words(client: TestClient, text: str) -> None:
    answer = client.get("/presenter", params={"deck": text, "lang": "en"})
    assert answer.status_code == 400
    assert "no presentation" in answer.text


def test_a_release_that_is_gone_is_told(client: TestClient) -> None:
    text = decks.to_address(Deck("20200101-00000000", items=(Item("coverage"),)))
    answer = client.get("/presenter", params={"deck": text, "lang": "en"})
    assert answer.status_code == 410
    assert "20200101-00000000" in answer.text


@pytest.mark.parametrize("spoken", ["pinned", "both"])
def test_the_printed_deck_has_a_page_a_slide_with_vector_pictures(spoken: str, release: str) -> None:
    deck = decks.replace(example(release, "zh"), spoken=spoken)
    show = deck_slides.show_of(deck)
    content = pdf.build(show)
    with pdfplumber.open(io.BytesIO(content)) as pages:
        texts = [page.extract_text() for page in pages.pages]
        assert len(texts) >= len(show.slides) + 3
        assert pages.pages[0].width / pages.pages[0].height == pytest.approx(16 / 9, abs=0.01)
        # A picture of dots would hold images; ours holds drawn shapes and text that can be searched.
        assert all(not page.images for page in pages.pages)
        faces = {mark["fontname"] for page in pages.pages for mark in page.chars}
    assert any("CJK-SC" in face for face in faces)
    assert all(show.footer.replace(" ", "") in text.replace(" ", "") for text in texts)


@pytest.mark.parametrize("spoken", ["zh", "both"])
def test_on_paper_every_slide_takes_one_page_however_much_is_told(spoken: str, release: str) -> None:
    eight = ["420000", "520000", "370000", "110000", "340000", "210000", "350000", "440000"]
    choices = {"regions": eight, "indicator": "valid_registered_trademarks", "per": "resident_population"}
    show = deck_slides.show_of(Deck(release, spoken=spoken, items=(Item("compare_over_time", choices, "compare"),)))
    assert len(show.slides) == 3
    made = sections.of(show, lambda panel, beside: "")
    with pdfplumber.open(io.BytesIO(pdf.build(show))) as paper:
        assert len(paper.pages) == len(made)
