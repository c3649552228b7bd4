"""Overview: how do the programmes stand?"""

import streamlit as st

from ui.drawer import open_drawer
from ui.exhibits import regions_by_theme
from ui.figure import show
from ui.folding import unfolded
from ui.frame import close_page, open_page
from ui.headline import show_rates
from ui.roads import show_roads
from ui.sentence import show_takeaway

view = open_page("overview")
_ = view.words
open_drawer(view)

st.title(_("How do the quality programmes stand?"))

counts = view.fetch("release_counts").iloc[0]
overall = view.fetch("achievement_rate", group_by="all")

if not overall.empty:
    show_rates(view, overall.iloc[0])
st.markdown(
    _("{regions} regions, {indicators} indicators, {targets} targets, {figures} figures, {documents} documents").format(
        **{name: f"{counts[name]:,}" for name in ("regions", "indicators", "targets", "figures", "documents")}
    )
)

show_roads(view)

part = view.choices.switch(
    "part",
    _("Show"),
    ["standing", "reporting", "silent", "newest", "coverage"],
    {
        "standing": _("How they stand"),
        "reporting": _("Who reports"),
        "silent": _("What is silent"),
        "newest": _("What is new"),
        "coverage": _("What there is"),
    }.get,
    "standing",
)

if part == "standing":
    order = view.choices.switch(
        "order",
        _("Sort regions by"),
        list(regions_by_theme.ORDERS),
        {
            "targets": _("Most targets"),
            "met": _("Most met"),
            "reported": _("Best reported"),
            "silent": _("Most silent"),
            "name": _("Name"),
        }.get,
        "targets",
    )
    pages = -(-regions_by_theme.regions(view) // regions_by_theme.REGIONS_A_PAGE)
    page = view.choices.page(max(pages, 1))
    if standing := view.exhibit("regions_by_theme", order=order, page=str(page) if page > 1 else None):
        show_takeaway(view, standing)
        show(view, standing, fold=_("The same as a table"))
        view.choices.turn_pages(pages)
        if place := unfolded(_("Each region by theme, to be sorted"), "region_themes"):
            with place:
                themes = view.exhibit("region_themes")
                show_takeaway(view, themes)
                show(view, themes)
    else:
        st.info(_("No target is in the collection yet."))
elif part == "reporting":
    group = view.choices.switch(
        "group",
        _("Group by"),
        ["region", "publisher", "theme", "level"],
        {"region": _("Region"), "publisher": _("Issuer or publisher"), "theme": _("Theme"), "level": _("Level")}.get,
        "region",
    )
    if rates := view.exhibit("reporting_rates", group=group):
        show_takeaway(view, rates)
        show(view, rates, fold=_("The same as a table"))
    else:
        st.info(_("No target is in the collection yet."))
elif part == "silent":
    if silent := view.exhibit("silent_targets"):
        show_takeaway(view, silent)
        show(view, silent)
    else:
        st.success(_("Nothing is due without a figure."))
elif part == "newest":
    new = view.choices.switch(
        "new",
        _("Newest"),
        ["documents", "figures"],
        {"documents": _("Documents"), "figures": _("Figures")}.get,
        "documents",
    )
    if newest := view.exhibit(f"newest_{new}"):
        show(view, newest)
    else:
        st.info(_("No document of this release is dated."))
elif cells := view.exhibit("coverage"):
    show(view, cells, fold=_("All regions as a table"))
else:
    st.info(_("No figure is in the collection yet."))

close_page(view)
