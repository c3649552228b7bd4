"""The deck that the address carries from page to page, and the way back to what it was before a change."""

from dataclasses import replace

import streamlit as st

from ui import deck as decks
from ui import filters
from ui.deck import Deck
from ui.filters import Choices

_PAST = "decks_before"
_PAST_AT_MOST = 30


def deck_of(choices: Choices, release: str = "") -> Deck:
    """The deck in the address; an empty one where there is none, or where what is there is no deck (it is told).

    ``release`` is for a deck that names none.
    """
    text = choices.pattern("deck", r"[A-Za-z0-9_\-]+")
    if text is None:
        return Deck()
    try:
        deck = decks.of_address(text)
    except decks.DeckFault:
        choices.drop("deck")
        return Deck()
    return deck if deck.release else replace(deck, release=release)


def put(deck: Deck) -> None:
    """Write a deck into the address; what was there can be brought back by ``undo``."""
    past = st.session_state.setdefault(_PAST, [])
    past.append(filters.current().get("deck"))
    del past[:-_PAST_AT_MOST]
    filters.put("deck", decks.to_address(deck) if deck != Deck() else None)


def undo() -> None:
    """Bring back the deck before the last change."""
    filters.put("deck", st.session_state[_PAST].pop())


def can_undo() -> bool:
    """Whether something was changed on this visit."""
    return bool(st.session_state.get(_PAST))
