"""Targets: who keeps which promise?"""

import streamlit as st

from ui import named, states
from ui.drawer import open_drawer
from ui.figure import show
from ui.frame import close_page, open_page
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("targets")
_ = view.words
open_drawer(view)

st.title(_("Targets and actuals"))

indicator_names = remembered(named.indicators_with_targets, view)
region_names = remembered(named.regions_with_targets, view)

bar = st.container(horizontal=True, vertical_alignment="bottom")
with bar:
    by = view.choices.switch(
        "by",
        _("Show"),
        ["indicator", "region"],
        {"indicator": _("By indicator"), "region": _("By region")}.get,
        "indicator",
    )
    if by == "indicator":
        indicator = view.choices.select(
            "indicator", _("Indicator"), list(indicator_names), indicator_names.get, next(iter(indicator_names), None)
        )
        region, subject = None, indicator_names.get(indicator, "")
    else:
        home = "420000" if "420000" in region_names else next(iter(region_names), None)
        region = view.choices.select("region", _("Region"), list(region_names), region_names.get, home)
        indicator, subject = None, region_names.get(region, "")

narrow = st.container(horizontal=True, vertical_alignment="bottom")
with narrow:
    everything = view.fetch("targets_with_actuals", indicator_id=indicator, region_code=region)
    some_states = view.choices.select_many(
        "state", _("State"), list(states.STATES), lambda state: states.told(state, _), _("All states")
    )
    theme = view.choices.select(
        "theme", _("Theme"), list(states.THEMES), lambda key: _(states.THEMES[key]), placeholder=_("All themes")
    )
    level = view.choices.select(
        "level", _("Level"), list(states.LEVELS), lambda key: _(states.LEVELS[key]), placeholder=_("All levels")
    )
    years = sorted({str(int(year)) for year in everything["due"].dropna()}, reverse=True)
    due = view.choices.select("due", _("Due"), years, str, placeholder=_("All years"))

asked = {
    "by": by,
    "indicator": indicator,
    "region": region,
    "state": some_states,
    "theme": theme,
    "level": level,
    "due": due,
}
targets = view.exhibit("targets", **asked)

if targets is None:
    st.info(
        _("No target of “{subject}” answers to these filters. Take a filter away to see more.").format(subject=subject)
    )
else:
    part = view.choices.switch(
        "part",
        _("Picture"),
        ["actual", "way", "pace"],
        {"actual": _("Target and actual"), "way": _("Start, latest, target"), "pace": _("Pace")}.get,
        "actual",
    )
    if part == "actual":
        show_takeaway(view, targets)
        if targets.chart is None:
            st.info(_("No figure has been found for any of these targets; the table below says why for each."))
        show(view, targets)
    elif part == "way":
        if ways := view.exhibit("ways_to_targets", **asked):
            show_takeaway(view, ways)
            show(view, ways)
        else:
            st.info(_("None of these targets has both a starting and a later figure."))
    elif paces := view.exhibit("paces", **asked):
        show_takeaway(view, paces)
        show(view, paces)
        st.caption(_("Pace is read from two figures of one definition; select a row for formulas and inputs."))
    else:
        st.info(_("None of these targets has both a starting and a later figure, so none has a pace."))

close_page(view)
