"""What an exhibit shows, in a sentence: each number of a single figure is a link that opens the figure's source."""

from pathlib import Path

import streamlit as st

from exports.telling import Told
from ui import filters
from ui.exhibits import Exhibit
from ui.frame import View
from ui.permalinks import address
from ui.words import plain

_mount = st.components.v2.component(
    "sentence",
    html="<p></p>",
    css=(Path(__file__).parent / "sentence.css").read_text(encoding="utf-8"),
    js=(Path(__file__).parent / "sentence.js").read_text(encoding="utf-8"),
)


def show_takeaway(view: View, exhibit: Exhibit) -> None:
    """The exhibit's sentence; what its counts are counted from is told where somebody asks for it."""
    told = Told.of(exhibit.takeaway)
    if told.figures:
        parts = [{"text": part.text, "figure": part.figure_id, "href": _address(part.figure_id)} for part in told.parts]
        data = {"parts": parts, "hint": view.words("Opens the source of this figure")}
        _mount(data=data, height="content", **filters.offer_links(f"told_{exhibit.key}"))
        return
    counted = exhibit.figure and told.has_counts
    hint = view.words("Counted from the rows of the table below; select a row there to see its source.")
    st.markdown(plain(told), help=hint if counted else None)


def _address(figure_id: str) -> str:
    """This view with the figure's drawer open, for a new tab; a plain click stays on the page."""
    return address("", filters.current() | {"figure": figure_id}) if figure_id else ""
