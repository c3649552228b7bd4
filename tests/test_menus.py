"""The menus under a chart or table: shut they cost nothing, opened they hold every file, picture and citation."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import run
from ui.downloads import KINDS

pytestmark = pytest.mark.usefixtures("release")


def opened(app: AppTest, menu: str) -> AppTest:
    """The page after a menu of its first chart or table was opened; menus and pin carry the same name."""
    exhibit = next(button.key for button in app.button if (button.key or "").startswith("pin_")).removeprefix("pin_")
    app.session_state[f"{menu}_{exhibit}"] = True
    return app.run()


@pytest.mark.parametrize(("menu", "labels"), [("files", {*KINDS.values()}), ("pictures", {"PNG", "SVG"})])
def test_a_menu_is_filled_when_it_is_opened(menu: str, labels: set[str]) -> None:
    app = run("pages/targets.py", {"lang": "en"})
    assert not app.get("download_button")
    offered = [button.proto.label for button in opened(app, menu).get("download_button")]
    assert {label for label in labels if any(told.startswith(label) for told in offered)} == labels


def test_the_citation_names_the_release_and_this_very_view() -> None:
    app = run("pages/targets.py", {"lang": "en", "state": "met"})
    assert not app.get("code")
    shown = [code.value for code in opened(app, "cite").code]
    assert len(shown) == 4
    assert all("state=met" in text and "release=" in text for text in shown)
