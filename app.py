"""Overview: how do the programmes stand?"""

import streamlit as st

from ui.drawer import open_drawer
from ui.figure import show
from ui.frame import close_page, open_page
from ui.headline import show_rates
from ui.sentence import show_takeaway

view = open_page("overview")
_ = view.words
open_drawer(view)

st.title(_("How do the quality programmes stand?"))

counts = view.fetch("release_counts").iloc[0]
overall = view.fetch("achievement_rate", group_by="all")

if not overall.empty:
    show_rates(view, overall.iloc[0])

with st.container(horizontal=True, gap="large"):
    for label, count in (
        (_("Regions"), counts.regions),
        (_("Indicators"), counts.indicators),
        (_("Targets"), counts.targets),
        (_("Figures"), counts.figures),
        (_("Documents"), counts.documents),
    ):
        st.metric(label, f"{count:,}", width=130)

st.subheader(_("Where to go"))
roads = st.columns(4)
with roads[0], st.container(border=True):
    st.markdown(_("**For research:** one indicator, all regions, every clause."))
    view.link("indicator", _("One indicator everywhere"), icon=":material/monitoring:")
    view.link("programmes", _("What documents commit to"), icon=":material/description:")
with roads[1], st.container(border=True):
    st.markdown(_("**For a city:** where it stands, and beside whom."))
    view.link("region", _("One region on one page"), icon=":material/location_on:")
    view.link("compare", _("Compare regions"), icon=":material/compare_arrows:")
with roads[2], st.container(border=True):
    st.markdown(_("**For a meeting:** what you pin becomes slides."))
    view.link("present", _("Present"), icon=":material/slideshow:")
    view.link("targets", _("Targets that were missed"), icon=":material/flag:", state="missed", by="indicator")
with roads[3], st.container(border=True):
    st.markdown(_("**For the data:** rows to take away, documents to read."))
    view.link("data", _("Find figures and take them"), icon=":material/table:")
    view.link("documents", _("Read a document"), icon=":material/find_in_page:")

st.subheader(_("How the targets stand"))
strip = view.choices.switch(
    "strip", _("Show"), ["theme", "region"], {"theme": _("By theme"), "region": _("By region")}.get, "theme"
)
if standing := view.exhibit("states_of_targets", strip=strip):
    show(view, standing, fold=_("The same as a table"))
if themes := view.exhibit("region_themes"):
    with st.expander(_("Each region by theme, to be sorted")):
        show_takeaway(view, themes)
        show(view, themes)

st.subheader(_("Who reports"))
group = view.choices.switch(
    "group",
    _("Group by"),
    ["region", "publisher", "theme", "level"],
    {"region": _("Region"), "publisher": _("Issuer or publisher"), "theme": _("Theme"), "level": _("Level")}.get,
    "region",
)
if rates := view.exhibit("reporting_rates", group=group):
    show(view, rates)

st.subheader(_("Due or overdue, without a usable figure"))
if silent := view.exhibit("silent_targets"):
    show_takeaway(view, silent)
    show(view, silent)
else:
    st.success(_("Nothing is due without a figure."))

st.subheader(_("Newest documents and figures"))
if documents := view.exhibit("newest_documents"):
    show(view, documents)
if figures := view.exhibit("newest_figures"):
    with st.expander(_("Newest figures")):
        show(view, figures)

st.subheader(_("Which regions have figures in which themes"))
if cells := view.exhibit("coverage"):
    show(view, cells, fold=_("All regions as a table"))

close_page(view)
