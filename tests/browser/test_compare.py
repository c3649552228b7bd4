"""The compare page in a browser: the address holds the view, a mark leads to its source."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settled

VIEWS = ["time", "position", "states", "pair"]


def test_the_view_and_its_regions_stand_in_the_address(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en&regions=420000,520000")
    settled(page)
    page.get_by_role("radio", name="Two regions").click()
    page.wait_for_url("**view=pair**")
    assert "420000" in page.url
    assert "520000" in page.url
    page.reload()
    settled(page)
    expect(page.get_by_role("radio", name="Two regions")).to_be_checked()
    expect(page.locator('[data-testid="stMultiSelect"]').first).to_contain_text("Guizhou")
    page.go_back()
    page.wait_for_function("!location.search.includes('view')")
    expect(page.get_by_role("radio", name="Over time")).to_be_checked()


def test_a_suggested_peer_changes_the_regions(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en&regions=421000,420600")
    settled(page)
    page.get_by_text("Whom to compare Jingzhou with").click()
    page.get_by_role("button", name="Nearest population").click()
    page.wait_for_function("new URLSearchParams(location.search).get('regions').split(',').length == 4")
    chosen = page.locator('[data-testid="stMultiSelect"]').first
    expect(chosen).to_contain_text("Jingzhou")
    expect(chosen).to_contain_text("Huanggang")


def test_a_mark_leads_to_its_source(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en&view=position")
    settled(page)
    chart = page.locator('[data-testid="stVegaLiteChart"]').first
    chart.locator("canvas, svg.marks").first.wait_for()
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    # The first cell of the lowest row but one: the indicator's own row lies in the last quarter.
    page.mouse.click(box["x"] + box["width"] * 0.12, box["y"] + box["height"] - 80)
    page.wait_for_url("**figure=**")
    expect(page.get_by_role("dialog")).to_contain_text("Place in the document")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_telephone_holds_it_and_axe_is_content(browser: Browser, server: str, view: str, lang: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}/compare?lang={lang}&view={view}")
    settled(page)
    page.wait_for_selector("canvas, svg.marks")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(page).response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious] == []
    page.close()
