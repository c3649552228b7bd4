"""The region page on paper, and its marks leading to their sources."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

# The paper's form is the last thing the page sends.
_HAS_PAPER_FORM = "[...document.querySelectorAll('style')].some(style => style.textContent.includes('@page'))"


def _pages(page: Page) -> int:
    paper = page.pdf(format="A4", print_background=True, prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page[^s]", paper))


def drawn(page: Page, pictures: int) -> None:
    page.wait_for_function(f"document.querySelectorAll('svg.marks, canvas.marks').length >= {pictures}")


# A province with much to show, a city and a small zone with next to nothing.
@pytest.mark.parametrize(("region", "pictures"), [("420000", 3), ("350500", 3), ("320371", 0)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_prints_on_two_pages_of_a4(page: Page, server: str, region: str, pictures: int, lang: str) -> None:
    page.goto(f"{server}/region?lang={lang}&region={region}")
    settled(page)
    drawn(page, pictures)
    page.wait_for_function(_HAS_PAPER_FORM)
    assert 1 <= _pages(page) <= 2


def test_what_has_not_come_yet_takes_no_paper(page: Page, server: str) -> None:
    page.route(re.compile("DataFrame"), lambda route: None)  # the tables' code never comes
    page.goto(f"{server}/region?lang=zh&region=420000")
    drawn(page, 3)
    page.wait_for_function(_HAS_PAPER_FORM)
    expect(page.get_by_test_id("stSkeleton").first).to_be_attached()
    assert _pages(page) == 2
    page.unroute_all(behavior="ignoreErrors")


def test_paper_shows_words_and_no_controls(page: Page, server: str) -> None:
    page.goto(f"{server}/region?lang=en&region=420000")
    settled(page)
    drawn(page, 3)
    expect(page.locator(".on-paper").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".on-paper").first).to_be_visible()
    for control in ("stSidebar", "stDataFrame", "stSelectbox", "stDownloadButton"):
        assert not any(place.is_visible() for place in page.get_by_test_id(control).all()), control


def test_a_mark_opens_the_source_and_the_drawer_leads_on(page: Page, server: str) -> None:
    page.goto(f"{server}/region?lang=en&region=420000")
    settled(page)
    drawn(page, 3)
    spine = page.locator("svg.marks").nth(1)
    spine.locator("g.mark-symbol path").first.click()
    page.wait_for_url("**figure=**")
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Place in the document")
    drawer.get_by_role("link", name="Hubei").click()
    expect(page.locator("h1")).to_have_text("Hubei")
    page.wait_for_url(lambda url: "region=420000" in url and "figure" not in url)
