"""The button beside every exhibit that puts it into the presentation."""

from collections.abc import Callable

import streamlit as st

from ui import deck as decks
from ui.deck import Deck, Item
from ui.deck_address import deck_of, put
from ui.exhibits import Exhibit
from ui.frame import View


def offer_pin(view: View, exhibit: Exhibit) -> None:
    """The button that puts an exhibit, as it is seen, at the end of the deck."""
    _ = view.words
    st.button(
        _("Add to the presentation"),
        key=f"pin_{exhibit.key}",
        on_click=_pinning(view, exhibit),
        icon=":material/add_to_queue:",
        type="tertiary",
        help=_("Puts this chart or table, as you see it, into your presentation; see the page “Present”."),
    )


def _pinning(view: View, exhibit: Exhibit) -> Callable[[], None]:
    def pin() -> None:
        _ = view.words
        deck = deck_of(view.choices)
        if len(deck.items) >= decks.ITEMS_AT_MOST:
            st.toast(_("A presentation holds {count} slides at most.").format(count=decks.ITEMS_AT_MOST))
            return
        started = deck if deck.items else Deck(release=view.release_id, title=deck.title, spoken=deck.spoken)
        item = Item(exhibit.name, dict(exhibit.choices), view.key, view.lang)
        put(started.with_item(item))
        told = _("Added to the presentation as slide {number}.").format(number=len(started.items) + 1)
        if started.release != view.release_id:
            told += " " + _("It will show release {release}, which the presentation stands at.").format(
                release=started.release
            )
        st.toast(told, icon=":material/add_to_queue:")

    return pin
