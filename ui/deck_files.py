"""The deck as files, remembered by what they are made from."""

from dataclasses import replace

import streamlit as st

import paths
from exports.slides import html, pdf, powerpoint
from exports.slides.content import Show
from queries import releases
from ui import deck as decks
from ui import deck_slides
from ui.deck import Deck
from ui.deck_slides import Progress

KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "html": "text/html",
}


def name_of(deck: Deck, kind: str) -> str:
    """What the file is called."""
    title = "".join(mark for mark in deck.title if mark.isalnum() or mark in "-_ ")[:60].strip()
    return f"{title or 'quality_scoreboard'}_{deck.release}.{kind}"


def settled(deck: Deck) -> Deck:
    """The deck at its own release, or at the current one where it names none.

    Raises:
        NoRelease: nothing has been published yet.
    """
    return deck if deck.release else replace(deck, release=releases.current(paths.build_folder()))


def page(deck: Deck) -> bytes:
    """The page that presents itself.

    Raises:
        NoRelease: the deck's release is no longer kept.
    """
    return _page(decks.to_address(deck), str(releases.path(paths.build_folder(), deck.release)))


def printed(deck: Deck, progress: Progress | None = None) -> tuple[bytes, list[str]]:
    """The PDF, and what could not be made.

    Raises:
        NoRelease: the deck's release is no longer kept.
    """
    show = deck_slides.show_of(deck, _part(progress, 0.0, 0.5))
    return pdf.build(show, _part(progress, 0.5, 1.0)), _faults(show)


def slides(deck: Deck, template: bytes | None = None, progress: Progress | None = None) -> tuple[bytes, list[str]]:
    """The file of PowerPoint, and what could not be made.

    Raises:
        NoRelease: the deck's release is no longer kept.
        TemplateFault: the template is not one.
    """
    show = deck_slides.show_of(deck, _part(progress, 0.0, 0.6))
    return powerpoint.build(show, template, _part(progress, 0.6, 1.0))


# Visitors that follow the same link present the same bytes; the file is in the key because ids may repeat.
@st.cache_resource(max_entries=12, show_spinner=False)
def _page(address: str, file: str) -> bytes:
    return html.build(deck_slides.show_of(decks.of_address(address)))


def _faults(show: Show) -> list[str]:
    return [slide.fault for slide in show.slides if slide.fault]


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    """The progress of one part of the work, in thousandths of the whole."""
    if progress is None:
        return None
    return lambda done, of: progress(int(1000 * (start + (end - start) * done / max(of, 1))), 1000)
