"""Compare: how do we stand beside them?"""

import streamlit as st

from ui import comparing, denominators, named, numbers
from ui.drawer import open_drawer
from ui.figure import show
from ui.folding import unfolded
from ui.frame import close_page, open_page
from ui.peers import suggestions
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("compare")
_ = view.words
open_drawer(view)

st.title(_("How do the regions compare?"))
st.markdown(_("Choose two to eight regions and what to compare them by; what must not share an axis is kept apart."))

names = remembered(named.regions, view)
regions = view.choices.select_many(
    "regions",
    _("Regions"),
    list(names),
    names.get,
    _("Choose two to eight regions"),
    at_most=comparing.MOST_REGIONS,
    default=remembered(comparing.regions_to_start_with, view),
)
labels = remembered(comparing.indicator_labels, view, regions)
indicators = view.choices.select_many(
    "indicators",
    _("Indicators, those with figures of most regions first"),
    list(labels),
    labels.get,
    _("Choose up to eight indicators"),
    at_most=comparing.MOST_INDICATORS,
    default=remembered(comparing.indicators_to_start_with, view),
)

with st.container(horizontal=True, vertical_alignment="bottom"):
    shown = view.choices.switch(
        "view",
        _("Show"),
        ["time", "position", "states", "pair"],
        {
            "time": _("Over time"),
            "position": _("Place among peers"),
            "states": _("Targets kept"),
            "pair": _("Two regions"),
        }.get,
        "time",
    )
    per = denominators.AS_PUBLISHED
    if shown != "states":
        per = view.choices.select(
            "per",
            _("Divide counts"),
            list(denominators.NAMES),
            lambda size: _(denominators.NAMES[size]),
            "resident_population",
        )
    if shown == "time":
        scale = view.choices.switch(
            "scale", _("Scale"), ["common", "own"], {"common": _("one for all"), "own": _("one each")}.get, "common"
        )
    if shown == "position":
        against = view.choices.switch(
            "against",
            _("Set against"),
            ["median", "first"],
            {"median": _("the median of its level"), "first": _("the first region")}.get,
            "median",
        )
    if shown in ("position", "pair"):
        years = comparing.years_of(view, indicators, regions, per)
        year = view.choices.select("year", _("Year, or the year before"), years, str, placeholder=_("Best covered"))

if regions:
    told = _("Whom to compare {region} with").format(region=names[regions[0]])
    if place := unfolded(told, "peers"):
        with place:
            for peers in remembered(suggestions, view, regions[0], indicators):
                listed = numbers.listed(peers.names, view.lang)
                view.choices.button(
                    "regions",
                    _("{reason}: {regions}").format(reason=peers.reason, regions=listed),
                    [regions[0], *peers.codes],
                    icon=":material/group_add:",
                )
            if reasons := view.exhibit("compare_peers", region=regions[0], indicators=indicators):
                show(view, reasons)

asked = {"regions": regions, "indicators": indicators}
if len(regions) < comparing.FEWEST_REGIONS:
    st.info(_("Choose at least two regions; one alone has nothing to be compared with."))
elif not indicators:
    st.info(_("Choose at least one indicator."))
elif shown == "time":
    for indicator in indicators:
        strips = view.exhibit("compare_over_time", regions=regions, indicator=indicator, per=per, scale=scale)
        if strips:
            st.header(strips.title, anchor=False)
            show_takeaway(view, strips)
            show(view, strips, fold=_("The same as a table"))
        else:
            st.info(
                _("“{indicator}”: none of these regions has a figure or a target.").format(
                    indicator=view.fetch("indicator_definition", indicator_id=indicator)["name"].iloc[0]
                )
            )
elif shown == "position":
    if places := view.exhibit("compare_positions", **asked, per=per, year=year, against=against):
        show_takeaway(view, places)
        show(view, places)
    else:
        st.info(_("None of these regions has a figure that could be placed; choose other indicators or years."))
elif shown == "states":
    if kept := view.exhibit("compare_states", **asked):
        show_takeaway(view, kept)
        show(view, kept)
    else:
        st.info(_("None of these regions has set itself a target for these indicators."))
else:
    if pair := view.exhibit("compare_pair", **asked, per=per, year=year):
        show_takeaway(view, pair)
        show(view, pair)
    else:
        st.info(_("The first two regions share no figure of these indicators; choose others."))
    if len(regions) > comparing.FEWEST_REGIONS:
        st.caption(_("Only the first two regions are set beside each other here."))

if len(regions) >= comparing.FEWEST_REGIONS and indicators and (refused := view.exhibit("compare_refused", **asked)):
    st.header(refused.title, anchor=False)
    show_takeaway(view, refused)
    show(view, refused)

close_page(view)
