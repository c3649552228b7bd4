"""Read a document: from a policy text to candidate figures, decided by a person."""

import streamlit as st

from ui import bench, documents
from ui.drawer import open_drawer
from ui.figure import show_table
from ui.frame import close_page, open_page

view = open_page("documents")
_ = view.words
open_drawer(view)

st.title(_("Read a document"))
st.markdown(
    _(
        "Put in a plan, a speech or a report. Every number that it promises or reports becomes a candidate with the "
        "words that carry it; you accept, edit or reject. Nothing is kept on the server beyond your visit; what you "
        "decided stays in this browser."
    )
)

if score := view.exhibit("extraction_score"):
    st.info(score.takeaway, icon=":material/rule:")
    with st.expander(_("How well it reads, measured")):
        show_table(view, score)

names = view.fetch("region_names")
names = dict(zip(names["region_code"], names["name"], strict=True))
region = view.choices.select(
    "region", _("Region of the document"), list(names), names.get, placeholder=_("as the text says")
)

document, statements = documents.open_document(view, region)
outcome = bench.review(view, document, statements, documents.catalogue(), region)

if outcome and outcome.accepted:
    st.header(_("Take the accepted rows"))
    st.markdown(
        _("{accepted} accepted, {rejected} rejected, {open} still to decide.").format(
            accepted=len(outcome.accepted), rejected=outcome.rejected, open=outcome.open
        )
    )
    hand = documents.describe(view, outcome)
    if st.toggle(_("Check the rows and make the files"), key="make_files"):
        documents.hand_over(view, outcome, hand)

close_page(view)
