"""Changing a deck on the Present page: its title, order, words, languages and release; every change can be undone."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from ui import deck as decks
from ui import deck_address, deck_slides, filters
from ui.deck import Deck, Item
from ui.deck_slides import NothingToShow
from ui.example_deck import example
from ui.exhibits import Exhibit
from ui.frame import MENU, View
from ui.reader import reader_of
from ui.words import LANGUAGES

_PREFIX = "deck_"


def open_or_begin(view: View, has_slides: bool) -> None:
    """Open a saved deck, take the example, or bring back what was there before."""
    _ = view.words
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            _("Open the example"),
            key=f"{_PREFIX}example",
            on_click=lambda: deck_address.put(example(view.release_id, view.lang)),
            icon=":material/slideshow:",
            type="secondary" if has_slides else "primary",
        )
        if not has_slides:
            _undo(view)
    st.file_uploader(
        _("Open a saved presentation (.json)"), type=["json"], key=_FILE, on_change=_open_file, args=(view,)
    )


def name_and_speak(view: View, deck: Deck) -> None:
    """The deck's title and the language of its slides."""
    _ = view.words
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _text(
            f"{_PREFIX}title",
            _("Title of the presentation"),
            deck.title,
            lambda text: replace(deck, title=text),
            placeholder=deck_slides.default_title(_),
            at_most=decks.TITLE_AT_MOST,
        )
        st.session_state[_SPOKEN] = deck.spoken
        named = {"pinned": _("As pinned"), "both": _("Both side by side"), **LANGUAGES}
        st.segmented_control(
            _("Language of the slides"),
            decks.SPOKEN,
            required=True,
            format_func=named.get,
            key=_SPOKEN,
            on_change=lambda: deck_address.put(replace(deck, spoken=st.session_state[_SPOKEN])),
        )
        st.download_button(
            _("Save (.json)"),
            data=lambda: decks.to_json(deck),
            file_name=f"{deck.title or 'presentation'}.json",
            mime="application/json",
            key=f"{_PREFIX}save",
            on_click="ignore",
            icon=":material/save:",
            help=_("A small file to keep or to mail; the address of this page opens the same presentation too."),
        )
        _undo(view)


def choose(view: View, deck: Deck) -> int:
    """The list of slides; returns the place of the chosen one."""
    count = len(deck.items)
    place = int(view.choices.value("slide", [str(number + 1) for number in range(count)], "1")) - 1
    for number, item in enumerate(deck.items):
        made = exhibit_of(deck, item)
        said = item.headline or (made.takeaway if made else deck_slides.name_of(item, number, view.words))
        title = made.title if made else item.exhibit
        st.button(
            f"{number + 1} · {title}",
            key=f"{_PREFIX}slide_{number}",
            on_click=lambda number=number: filters.put("slide", str(number + 1)),
            type="primary" if number == place else "tertiary",
            help=said,
        )
    return place


def edit(view: View, deck: Deck, place: int) -> None:
    """The chosen slide's claim and notes, its place, and its copy in the other language."""
    _ = view.words
    item = deck.items[place]
    made = exhibit_of(deck, item)
    _text(
        f"{_PREFIX}headline_{place}",
        _("Headline: one claim"),
        item.headline,
        lambda text: deck.changed(place, headline=text),
        placeholder=made.takeaway if made else "",
        at_most=decks.HEADLINE_AT_MOST,
        hint=_("Left empty, the sentence built from the figures stands here and follows them to a newer release."),
    )
    _text(
        f"{_PREFIX}notes_{place}",
        _("Speaker's notes"),
        item.notes,
        lambda text: deck.changed(place, notes=text),
        at_most=decks.NOTES_AT_MOST,
        high=True,
        hint=_("The clause, its words and the inputs of each figure are added by themselves."),
    )
    last = len(deck.items) - 1
    other = _("Copy in English") if item.lang == "zh" else _("Copy in Chinese")
    with st.container(horizontal=True):
        _act(_("Up"), "up", ":material/arrow_upward:", lambda: _move(deck, place, place - 1), place == 0)
        _act(_("Down"), "down", ":material/arrow_downward:", lambda: _move(deck, place, place + 1), place == last)
        _act(other, "copy", ":material/translate:", lambda: deck_address.put(deck.doubled(place)))
        _act(_("Remove"), "remove", ":material/delete:", lambda: deck_address.put(deck.without(place)))
        if item.page in MENU:
            choices = {
                name: ",".join(value) if isinstance(value, list) else value for name, value in item.choices.items()
            }
            view.link(item.page, _("Where it was pinned"), icon=":material/arrow_outward:", **choices)


def exhibit_of(deck: Deck, item: Item) -> Exhibit | None:
    """What an item shows; None where it cannot be made, which its slide says."""
    try:
        return deck_slides.exhibit_of(item, reader_of(item.lang, deck.release))
    except (NothingToShow, LookupError, TypeError, ValueError):
        return None


_SPOKEN = f"{_PREFIX}spoken"
_FILE = f"{_PREFIX}file"


def _undo(view: View) -> None:
    st.button(
        view.words("Undo"),
        key=f"{_PREFIX}undo",
        on_click=deck_address.undo,
        disabled=not deck_address.can_undo(),
        icon=":material/undo:",
    )


def _act(label: str, key: str, icon: str, act: Callable[[], None], disabled: bool = False) -> None:
    st.button(label, key=f"{_PREFIX}{key}", icon=icon, on_click=act, disabled=disabled)


def _move(deck: Deck, place: int, to: int) -> None:
    deck_address.put(deck.moved(place, to))
    filters.put("slide", str(to + 1))


def _text(
    key: str,
    label: str,
    value: str,
    changed: Callable[[str], Deck],
    at_most: int,
    placeholder: str = "",
    hint: str | None = None,
    high: bool = False,
) -> None:
    """A text that is written into the deck when it was changed; the address is laid into it on every run."""
    st.session_state[key] = value
    field = st.text_area if high else st.text_input
    field(
        label,
        key=key,
        placeholder=placeholder,
        max_chars=at_most,
        help=hint,
        on_change=lambda: deck_address.put(changed(st.session_state[key].strip())),
    )


def _open_file(view: View) -> None:
    _ = view.words
    file = st.session_state[_FILE]
    if file is None:
        return
    try:
        deck_address.put(decks.of_json(file.getvalue()))
    except decks.DeckFault as fault:
        st.toast(_("“{file}” could not be opened: {reason}").format(file=file.name, reason=fault.told(_)))
