"""The deck taken to the meeting: presented here, or as a file of PowerPoint, a PDF, or a page that needs no network."""

from collections.abc import Callable

import streamlit as st

from exports.slides.master import TemplateFault
from ui import deck as decks
from ui import deck_files
from ui.deck import Deck
from ui.frame import View

# Relative, so that it holds behind any base path; the server answers it beside the pages.
_PRESENTER = "presenter"


def present(view: View, deck: Deck) -> None:
    """Open the presenter in a tab of its own."""
    _ = view.words
    with st.container(horizontal=True):
        st.link_button(_("Present"), _address(view, deck), icon=":material/play_arrow:", type="primary")
        st.markdown(
            _(
                "Opens in a new tab. F: full screen · arrows, space or a clicker: move · N: notes in a second window · "
                "S: sources · D: light or dark."
            )
        )


def offer_files(view: View, deck: Deck) -> None:
    """The three files; those that take time tell how far they are."""
    _ = view.words
    powerpoint, paper, page = st.columns(3)
    with powerpoint, st.container(border=True):
        st.markdown(_("**PowerPoint** · charts and tables stay editable"))
        template = st.file_uploader(
            _("Your office's template (.potx or .pptx), if it has one"), type=["potx", "pptx"], key="deck_template"
        )
        given = template.getvalue() if template else None
        _made_here(view, deck, "pptx", lambda progress: deck_files.slides(deck, given, progress))
    with paper, st.container(border=True):
        st.markdown(_("**PDF** · to print and to mail"))
        _made_here(view, deck, "pdf", lambda progress: deck_files.printed(deck, progress))
    with page, st.container(border=True):
        st.markdown(_("**Offline page** · one HTML file that presents itself without a network"))
        st.link_button(_("Download the page"), f"{_address(view, deck)}&download=1", icon=":material/download:")


def _made_here(
    view: View, deck: Deck, kind: str, make: Callable[[deck_files.Progress], tuple[bytes, list[str]]]
) -> None:
    _ = view.words
    if not st.button(_("Make the file"), key=f"deck_make_{kind}", icon=":material/build:"):
        return
    bar = st.progress(0.0, _("Making the slides …"))
    try:
        content, faults = make(lambda done, of: bar.progress(done / of, _("Making the slides …")))
    except TemplateFault as fault:
        bar.empty()
        st.warning(_("The template cannot be used: {reason}").format(reason=fault))
        return
    bar.empty()
    for fault in faults:
        st.warning(fault)
    st.download_button(
        _("Download, {size} kB").format(size=f"{len(content) / 1000:,.0f}"),
        data=content,
        file_name=deck_files.name_of(deck, kind),
        mime=deck_files.KINDS[kind],
        key=f"deck_download_{kind}",
        on_click="ignore",
        icon=":material/download:",
        type="primary",
    )


def _address(view: View, deck: Deck) -> str:
    return f"{_PRESENTER}?lang={view.lang}&deck={decks.to_address(deck)}"
