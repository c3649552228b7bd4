"""axe-core finds nothing serious or critical that is ours to mend, and no level of headings left out."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from queries import releases
from tests.browser.conftest import PAGES, settled
from ui import deck as decks
from ui.example_deck import example


def faults_of(page: Page) -> list[tuple[str, str]]:
    """What axe finds: the rule and the first element that breaks it."""
    found = Axe().run(page).response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical") or fault["id"] == "heading-order"]
    return [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe(page: Page, server: str, path: str, lang: str) -> None:
    page.goto(f"{server}{path}?lang={lang}")
    # What waits for its run stands dimmed, and dimmed words have too little contrast.
    settled(page, lasting=1000)
    assert faults_of(page) == []


@pytest.mark.parametrize("slide", ["1", "3"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_where_slides_are_pinned(page: Page, server: str, release_folder: Path, lang: str, slide: str) -> None:
    deck = decks.to_address(example(releases.current(release_folder), lang))
    page.goto(f"{server}/present?lang={lang}&slide={slide}&deck={deck}")
    settled(page, lasting=1000)
    assert faults_of(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_while_presenting(page: Page, server: str, release_folder: Path, lang: str, theme: str) -> None:
    deck = decks.to_address(example(releases.current(release_folder), lang))
    page.goto(f"{server}/presenter?lang={lang}&theme={theme}&deck={deck}")
    sections = page.locator("#stage > section").count()
    for _ in range(sections - 1):
        page.wait_for_function("[...document.querySelectorAll('section.shown .chart')].every(one => one.dataset.ready)")
        assert faults_of(page) == [], page.url[-4:]
        page.keyboard.press("PageDown")
