"""As a reader would: deep link on a fresh server, reload, back, language, filter, drawer, download, narrow screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAGES, settled, start_server

MENU = '[data-testid="stSidebar"]'


def test_deep_link_on_a_fresh_server_keeps_frame_and_filters(browser: Browser, release_folder: Path) -> None:
    process, address = start_server(release_folder)
    try:
        page = browser.new_page()
        for _ in range(2):  # the first visit of a server, then a reload
            page.goto(f"{address}/targets?lang=en&by=region&region=420000&state=met")
            settled(page)
            expect(page.locator("h1")).to_have_text("Targets and actuals")
            expect(page.locator(MENU)).to_contain_text("Overview")
            expect(page.locator('[data-testid="stMultiSelect"]').first).to_contain_text("Met")
        page.close()
    finally:
        process.kill()


def test_language_switch_keeps_page_and_filters(page: Page, server: str) -> None:
    page.goto(f"{server}/targets?by=region&region=420000&state=met")
    settled(page)
    expect(page.locator("h1")).to_have_text("目标与实绩")
    page.wait_for_function("document.documentElement.lang == 'zh-CN'")
    page.locator(MENU).get_by_role("radio", name="English").click()
    expect(page.locator("h1")).to_have_text("Targets and actuals")
    page.wait_for_url("**lang=en**")
    assert "region=420000" in page.url
    assert "state=met" in page.url
    page.wait_for_function("document.documentElement.lang == 'en'")


def test_back_restores_the_filter_and_the_widget(page: Page, server: str) -> None:
    page.goto(f"{server}/targets?lang=en&by=indicator")
    settled(page)
    page.get_by_role("radio", name="By region").click()
    page.wait_for_url("**by=region**")
    expect(page.get_by_role("radio", name="By region")).to_be_checked()
    page.go_back()
    page.wait_for_url("**by=indicator**")
    expect(page.get_by_role("radio", name="By indicator")).to_be_checked()


def test_menu_carries_the_language(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=en")
    settled(page)
    page.locator(MENU).get_by_role("link", name="Targets and actuals").click()
    expect(page.locator("h1")).to_have_text("Targets and actuals")
    assert "lang=en" in page.url


def test_the_address_shows_the_same_view_elsewhere(page: Page, browser: Browser, server: str) -> None:
    page.goto(f"{server}/targets?lang=en&by=region&region=520000")
    settled(page)
    other = browser.new_context().new_page()
    other.goto(page.url)
    settled(other)
    summary = '[data-testid="stMarkdown"]'
    expect(other.locator(summary).filter(has_text="targets:")).to_have_text(
        page.locator(summary).filter(has_text="targets:").inner_text()
    )
    other.context.close()


def test_the_drawer_opens_from_the_address_and_closes_for_good(page: Page, server: str) -> None:
    page.goto(f"{server}/targets?lang=en&figure=f00074")
    settled(page)
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Place in the document")
    expect(drawer.locator("mark").first).to_contain_text("100")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    page.wait_for_function("!location.search.includes('figure')")


def test_rows_download_with_their_sources(page: Page, server: str) -> None:
    page.add_init_script("delete window.showSaveFilePicker")
    page.goto(f"{server}/targets?by=region&region=420000")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载", exact=True).first.click()
        page.get_by_role("button", name="CSV，可用 Excel 打开").first.click()
    assert "湖北省" in download.value.suggested_filename
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    header = text.splitlines()[0]
    assert all(name in header for name in ("文件", "文中位置", "原文", "发布版"))
    assert "有效注册商标量" in text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_wider_than_a_telephone(browser: Browser, server: str, path: str, lang: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}{path}?lang={lang}")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


@pytest.mark.parametrize("path", ["/", "/targets"])
def test_every_answer_carries_the_security_headers_and_asks_no_other_host(page: Page, server: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(server + path)
    settled(page)
    page.wait_for_selector("canvas, svg.marks")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert [url for url in asked if not url.startswith((server, "data:", "blob:", "ws://127.0.0.1"))] == []
