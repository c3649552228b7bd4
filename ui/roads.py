"""Where to go next: a card for each kind of visitor."""

import streamlit as st

from ui.frame import View


def show_roads(view: View) -> None:
    """Four cards: what a visitor wants to do, and the pages that do it."""
    _ = view.words
    research, city, meeting, data = (column.container(border=True, height="stretch") for column in st.columns(4))
    with research:
        st.markdown(_("**For research:** one indicator, all regions, every clause."))
        view.link("indicator", _("One indicator"), icon=":material/monitoring:")
        view.link("programmes", _("What was promised"), icon=":material/description:")
    with city:
        st.markdown(_("**For a city:** where it stands, and beside whom."))
        view.link("region", _("One region"), icon=":material/location_on:")
        view.link("compare", _("Compare regions"), icon=":material/compare_arrows:")
    with meeting:
        st.markdown(_("**For a meeting:** what you pin becomes slides."))
        view.link("present", _("Present"), icon=":material/slideshow:")
        view.link("targets", _("Targets missed"), icon=":material/flag:", state="missed", by="indicator")
    with data:
        st.markdown(_("**For the data:** rows to take away, documents to read."))
        view.link("data", _("Find and download"), icon=":material/table:")
        view.link("documents", _("Read a document"), icon=":material/find_in_page:")
