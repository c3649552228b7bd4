"""The bench in a browser: find, decide by keyboard, undo, reload, take the rows; and what cannot be read is told."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

_TEXT = (
    "湖北省质量强省建设纲要\n到2025年，有效注册商标量达到100万件以上，制造业产品质量合格率达到94%以上。\n"
    "2022年，全省制造业产品质量合格率已达93.58%。\n"
)
COUNT = ".bench .count"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    file = tmp_path / "outline.txt"
    file.write_text(_TEXT, encoding="utf-8")
    return file


def opened(page: Page, server: str, file: Path) -> None:
    page.goto(f"{server}/documents?lang=en&region=420000")
    page.wait_for_selector("h1")
    page.set_input_files("input[type=file]", file)
    expect(page.locator(".bench .card")).to_have_count(3)


def test_decide_by_keyboard_undo_and_reload(page: Page, server: str, outline: Path) -> None:
    opened(page, server, outline)
    page.locator(".bench .card").first.click()
    page.keyboard.press("a")
    page.keyboard.press("r")
    expect(page.locator(COUNT)).to_contain_text("✓ 1  ✕ 1  ○ 1")
    page.keyboard.press("u")
    expect(page.locator(COUNT)).to_contain_text("✓ 1  ✕ 0  ○ 2")
    page.keyboard.press("s")
    expect(page.locator(".bench .card")).to_have_count(4)
    page.keyboard.press("m")
    expect(page.locator(".bench .card")).to_have_count(3)
    page.reload()
    expect(page.locator(COUNT)).to_contain_text("✓ 1  ✕ 0  ○ 2")
    page.get_by_role("button", name="Close and forget").click()
    expect(page.locator(".bench .card")).to_have_count(0)


def test_a_marking_becomes_a_candidate(page: Page, server: str, outline: Path) -> None:
    opened(page, server, outline)
    page.evaluate(
        """() => {
            const pane = document.querySelector(".bench .text")
            const range = document.createRange()
            range.setStart(pane.firstChild, 0)
            range.setEnd(pane.firstChild, 5)
            document.getSelection().removeAllRanges()
            document.getSelection().addRange(range)
        }"""
    )
    page.get_by_role("button", name="Add what I marked").click()
    expect(page.locator(".bench .card")).to_have_count(4)
    expect(page.locator(".bench .card.current .phrase")).to_have_text("“湖北省质量”")


def test_accepted_rows_are_checked_and_taken(page: Page, server: str, outline: Path) -> None:
    opened(page, server, outline)
    page.locator(".bench .card").first.click()
    for _ in range(3):
        page.keyboard.press("a")
    page.get_by_label("Title in English").fill("Outline")
    page.get_by_label("Title in English").press("Enter")
    page.get_by_text("Check the rows and make the files").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Take the rows (ZIP of tables)").click()
    assert download.value.suggested_filename == "outline.zip"


def test_what_cannot_be_read_is_told(page: Page, server: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"PK\x03\x04 no word document")
    page.goto(f"{server}/documents?lang=en")
    page.wait_for_selector("h1")
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_role("alert").filter(has_text="plan.docx")).to_be_visible()
