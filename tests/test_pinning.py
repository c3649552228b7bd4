"""A chart or table is pinned where it is seen; the deck travels in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import run
from ui import deck as decks

pytestmark = pytest.mark.usefixtures("release")


def deck_in(app: AppTest) -> decks.Deck:
    """The deck in the address; AppTest gives what it was given as a text, what a script wrote as a list."""
    text = app.query_params["deck"]
    return decks.of_address(text if isinstance(text, str) else text[0])


def pins(app: AppTest) -> list:
    return [button for button in app.button if (button.key or "").startswith("pin_")]


def test_pinning_puts_what_is_seen_into_the_address() -> None:
    app = run("pages/targets.py", {"lang": "en", "by": "region", "region": "420000", "state": "met"})
    pins(app)[0].click().run()
    deck = deck_in(app)
    assert [(item.exhibit, item.lang, item.page) for item in deck.items] == [("targets", "en", "targets")]
    assert deck.items[0].choices["region"] == "420000"
    assert deck.items[0].choices["state"] == ["met"]
    assert any("slide 1" in toast.value for toast in app.toast)
    pins(app)[0].click().run()
    assert len(deck_in(app).items) == 2


def test_the_menu_links_carry_the_deck() -> None:
    text = decks.to_address(decks.Deck("r", items=(decks.Item("coverage"),)))
    app = run("app.py", {"lang": "en", "deck": text})
    links = [link.proto.query_string for link in app.get("page_link")]
    assert links
    assert all(f"deck={text}" in link for link in links)


def test_a_deck_that_was_cut_short_is_dropped_with_a_word() -> None:
    app = run("app.py", {"lang": "en", "deck": "eJyrVk"})
    assert not app.exception
    assert any("eJyrVk" in toast.value for toast in app.toast)
