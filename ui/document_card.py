"""The head of a document: who issued it, when, for which years, where it was read, how much it commits to."""

import pandas as pd
import streamlit as st

from ui import numbers
from ui.exhibits.programmes import horizon
from ui.frame import View
from ui.words import plain


def show_document(view: View, document: pd.Series) -> None:
    """A row of the query ``programmes`` as a card; what is not known of it is said to be unknown."""
    _ = view.words
    with st.container(border=True):
        st.markdown(f"**{plain(document.title)} · {document.region}**")
        # Who issued it and when is told even where nobody knows; the others only where there is something to tell.
        told = {
            _("Issued by"): document.issuer,
            _("Issued"): document.issued,
            _("Plans for"): horizon(document.horizon_start, document.horizon_end),
        }
        beside = {_("Read in"): _read_in(document), _("Note"): document.note}
        told |= {name: text for name, text in beside.items() if numbers.is_known(text)}
        st.markdown("  \n".join(f":gray[{name}]  {_known(text)}" for name, text in told.items()))
        with st.container(horizontal=True, gap="small"):
            st.metric(_("Commitments"), document.commitments, width=150)
            st.metric(
                _("With a number"), _share(view, document.quantified, document.commitments), width=190,
                help=_("Share of the commitments read into this collection; the document may hold others."),
            )  # fmt: skip
            st.metric(
                _("Reported, of those due"), _share(view, document.reported, document.due_over), width=260,
                help=_("{reported} of {due} targets whose due year is over have a figure that judges them.").format(
                    reported=document.reported, due=document.due_over
                ),
            )  # fmt: skip
        if numbers.is_known(document.url):
            st.link_button(_("Open the document"), document.url, icon=":material/open_in_new:")


def _share(view: View, part: int, whole: int) -> str:
    return numbers.percent(part / whole, view.lang) if whole else numbers.UNKNOWN


def _known(text: object) -> str:
    return plain(text) if numbers.is_known(text) else numbers.UNKNOWN


def _read_in(document: pd.Series) -> str:
    told = [document.source_title, document.publisher, document.published]
    return " · ".join(str(text) for text in told if numbers.is_known(text))
