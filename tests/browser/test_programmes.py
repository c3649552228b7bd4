"""The tiles of a plan: drawn by Plotly under the server's content policy, with nothing asked of another host."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

HUBEI = "hubei-outline-2023-420000"


def test_tiles_are_drawn_and_ask_no_other_host(page: Page, server: str) -> None:
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
    page.goto(f"{server}/programmes?lang=en&programme={HUBEI}")
    settled(page)
    tiles = page.locator(".js-plotly-plot g.slice")
    tiles.first.wait_for()
    assert tiles.count() > 72
    own = urlsplit(server).netloc
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {own}
    assert refused == []


def test_a_row_of_the_list_opens_its_document(page: Page, server: str) -> None:
    page.goto(f"{server}/programmes?lang=en")
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # the scrolling is smooth
    box = table.bounding_box()
    # The column of tick boxes is the first; a table drawn on a canvas has no element for it.
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    page.wait_for_url("**programme=**")
    settled(page)
    expect(page.get_by_text("Commitments", exact=True).first).to_be_visible()
    page.go_back()
    page.wait_for_url(lambda url: "programme=" not in url)


def test_due_targets_are_taken_away_as_a_calendar(page: Page, server: str) -> None:
    page.goto(f"{server}/programmes?lang=en&programme={HUBEI}&part=due")
    settled(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Add to a calendar").click()
    text = taken.value.path().read_bytes()
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")
    assert text.count(b"BEGIN:VEVENT") > 60
    assert taken.value.suggested_filename.endswith(".ics")
