"""axe-core finds nothing serious or critical that is ours to mend, and no level of headings left out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PAGES, settled


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe(page: Page, server: str, path: str, lang: str) -> None:
    page.goto(f"{server}{path}?lang={lang}")
    # What waits for its run stands dimmed, and dimmed words have too little contrast.
    settled(page, lasting=1000)
    found = Axe().run(page).response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical") or fault["id"] == "heading-order"]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious] == []
