"""Presenting with the keyboard: each key, both sizes of a wall, the notes window, light and dark, and no network."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from queries import releases
from ui import deck as decks
from ui.deck import Deck, Item
from ui.example_deck import example

# About a fiftieth of the wall's height: the smallest letters, those of axes and footers.
SMALLEST_SHARE = 0.019


@pytest.fixture
def address(server: str, release_folder: Path) -> str:
    deck = example(releases.current(release_folder), "zh")
    return f"{server}/presenter?deck={decks.to_address(deck)}"


@pytest.fixture
def offline_file(browser: Browser, address: str, tmp_path: Path) -> Path:
    context = browser.new_context()
    file = tmp_path / "演示.html"
    file.write_bytes(context.request.get(f"{address}&download=1").body())
    context.close()
    return file


def shown(page: Page) -> int:
    """Number of the section on the screen, from 1."""
    return page.evaluate(
        "[...document.querySelectorAll('#stage > section')].findIndex(one => one.classList.contains('shown')) + 1"
    )


def test_every_key_of_a_keyboard_and_a_clicker(page: Page, address: str) -> None:
    page.goto(address)
    last = page.locator("#stage > section").count() - 1
    expect(page.locator("section.title")).to_be_visible()
    for key, place in (
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowDown", 5), ("ArrowLeft", 4), ("PageUp", 3),
        ("Shift+Space", 2), ("ArrowUp", 1), ("ArrowLeft", 1), ("End", last), ("Home", 1), ("3", 1), ("Enter", 3),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert shown(page) == place, key
    page.reload()
    page.wait_for_selector("section.shown")
    assert shown(page) == 3
    page.keyboard.press("b")
    expect(page.locator("#black")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#black")).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_screen_fits_and_is_readable(browser: Browser, address: str, width: int, height: int, theme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}&theme={theme}")
    sections = page.locator("#stage > section")
    for place in range(sections.count() - 1):
        section = sections.nth(place)
        expect(section).to_be_visible()
        for chart in section.locator(".chart").all():
            expect(chart).to_have_attribute("data-ready", "yes")
        found = section.evaluate(
            """section => {
                const inside = section.getBoundingClientRect();
                const own = [...section.querySelectorAll('h1, h2, p, td, th, li, figcaption, footer span')];
                const letters = [...section.querySelectorAll('svg text')].filter(one => one.textContent.trim());
                const scale = one => one.getCTM().a || Math.hypot(one.getCTM().a, one.getCTM().b);
                return {
                    outside: own.filter(one => { const box = one.getBoundingClientRect();
                        return box.right > inside.right + 1 || box.bottom > inside.bottom + 1; })
                        .map(one => one.textContent.slice(0, 40)),
                    smallest: Math.min(...own.map(one => parseFloat(getComputedStyle(one).fontSize)), 1e9),
                    chart: Math.min(...letters.map(one => {
                        const svg = one.ownerSVGElement, box = svg.viewBox.baseVal, seen = svg.getBoundingClientRect();
                        const shrunk = Math.min(seen.width / box.width, seen.height / box.height);
                        return parseFloat(getComputedStyle(one).fontSize) * shrunk;
                    }), 1e9),
                };
            }"""
        )
        assert found["outside"] == [], place
        assert found["smallest"] >= SMALLEST_SHARE * height, place
        assert found["chart"] >= SMALLEST_SHARE * height, place
        page.keyboard.press("PageDown")
    page.close()


def test_notes_stand_in_a_second_window_with_clock_and_next_slide(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    speaker = opened.value
    expect(speaker.locator("#clock")).to_have_text(re.compile(r"\d\d:\d\d:\d\d"))
    expect(speaker.locator("#elapsed")).to_contain_text("00:")
    heading = speaker.locator("#speech h4").inner_text()
    assert heading == page.locator("section.shown h2").inner_text().replace("\n", "")
    assert speaker.locator("#next section").count() == 1
    speaker.keyboard.press("PageDown")
    page.wait_for_function("location.hash == '#4'")
    expect(speaker.locator("#number")).to_contain_text("4 /")
    speaker.close()


def test_a_figure_leads_to_its_clause(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("section.shown")
    evidence = page.evaluate("JSON.parse(document.getElementById('data').textContent).evidence.map(one => one.length)")
    for _ in range(next(place for place, count in enumerate(evidence) if count)):
        page.keyboard.press("PageDown")
    page.keyboard.press("s")
    expect(page.locator("#sources article mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#sources")).to_be_hidden()


def test_the_file_presents_with_the_network_cut(browser: Browser, offline_file: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(offline_file.as_uri())
    count = page.locator("#stage > section").count()
    for _ in range(count):
        for chart in page.locator("section.shown .chart").all():
            expect(chart).to_have_attribute("data-ready", "yes")
            assert chart.locator("svg").count() == 1
        page.keyboard.press("PageDown")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    expect(opened.value.locator("#clock")).to_have_text(re.compile(r"\d\d:\d\d:\d\d"))
    assert faults == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
    context.close()


def test_pinning_and_presenting_as_a_reader_does(page: Page, server: str) -> None:
    page.goto(f"{server}/targets?lang=en&by=region&region=420000&state=met")
    page.get_by_role("button", name="Add to the presentation").first.click()
    page.wait_for_url("**deck=**")
    page.get_by_role("link", name="Present · 1").click()
    expect(page.locator("h1")).to_have_text("Present")
    page.reload()
    expect(page.get_by_role("textbox", name="Headline: one claim")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Present", exact=True).last.click()
    expect(opened.value.locator("section.title")).to_be_visible()
    assert opened.value.locator('[data-testid="stSidebar"]').count() == 0


def test_a_figure_of_a_headline_leads_to_its_document_and_back(page: Page, server: str, release_folder: Path) -> None:
    item = Item("ranking", {"indicator": "valid_registered_trademarks"}, "indicator", "zh")
    deck = Deck(releases.current(release_folder), items=(item,))
    page.goto(f"{server}/presenter?deck={decks.to_address(deck)}")
    page.keyboard.press("PageDown")
    page.locator("section.shown h2 a.figure").first.click()
    expect(page.locator("section.shown li.picked")).to_be_visible()
    page.go_back()
    page.wait_for_function("location.hash == '#2'")
    assert shown(page) == 2


def test_a_number_in_a_sentence_opens_its_source_and_keeps_the_view(page: Page, server: str) -> None:
    page.goto(f"{server}/indicator?lang=en&indicator=valid_registered_trademarks&level=province")
    number = page.locator("a[data-figure]").first
    told = number.inner_text()
    number.click()
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Source of this figure")
    assert {"indicator=valid_registered_trademarks", "level=province"} <= {*page.url.partition("?")[2].split("&")}
    assert f"figure={number.get_attribute('data-figure')}" in page.url
    assert told
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('figure=')")
    number.click()
    expect(drawer).to_be_visible()


def test_in_the_dark_no_words_of_a_picture_are_dim(page: Page, server: str, release_folder: Path) -> None:
    items = (
        Item("ranking", {"indicator": "valid_registered_trademarks"}, "targets", "zh"),
        Item("targets", {"by": "region", "region": "420000"}, "targets", "zh"),
    )
    deck = Deck(releases.current(release_folder), items=items)
    page.goto(f"{server}/presenter?theme=dark&deck={decks.to_address(deck)}")
    for _ in range(4):
        page.keyboard.press("PageDown")
        expect(page.locator("section.shown .chart").first).to_have_attribute("data-ready", "yes")
        words = page.locator("section.shown svg text[fill='#757575']")
        assert page.locator("section.shown svg text").count() > 0
        assert words.count() == 0
