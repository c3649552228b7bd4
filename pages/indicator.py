"""Indicator: one indicator everywhere."""

from itertools import islice

import streamlit as st

from ui import denominators, named, ranks, states
from ui.definitions import tell_definition
from ui.drawer import open_drawer
from ui.exhibits import trend_of_indicator
from ui.figure import show
from ui.folding import unfolded
from ui.frame import MENU, close_page, open_page
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("indicator")
_ = view.words
open_drawer(view)

names = remembered(named.indicators, view)
first = "valid_registered_trademarks" if "valid_registered_trademarks" in names else next(iter(names))
indicator = view.choices.select("indicator", _("Indicator"), list(names), names.get, first)
# The region that the reader comes from is told apart in what follows.
region = view.choices.value("region", list(remembered(named.regions, view)))
meaning = remembered(named.definition, view, indicator)

st.title(meaning["name"])
tell_definition(view, meaning)
view.link("compare", _("Compare regions by it"), icon=MENU["compare"].icon, indicators=indicator)

if related := remembered(named.related_indicators, view, indicator):
    told = _("Not to be confused with ({count})").format(count=len(related))
    if place := unfolded(told, f"related_{indicator}"):
        with place:
            show(view, view.exhibit("related_indicators", indicator=indicator))
            for identifier, name in islice(related.items(), 8):
                view.link("indicator", name, icon=":material/arrow_forward:", indicator=identifier)

covered = remembered(named.levels, view, indicator)
levels = list(covered)
with st.container(horizontal=True, vertical_alignment="bottom"):
    level = view.choices.switch(
        "level",
        _("Level"),
        levels or [ranks.LEVEL],
        lambda key: _(states.LEVELS[key]),
        ranks.LEVEL if ranks.LEVEL in levels or not levels else levels[-1],
    )
    per = denominators.AS_PUBLISHED
    if meaning["per_capita"]:
        per = view.choices.switch(
            "per",
            _("Tell counts"),
            list(denominators.NAMES),
            lambda key: _(denominators.NAMES[key]),
            "resident_population",
        )
    years, regions_of_level = covered.get(level, ([], {}))
    year = view.choices.select("year", _("Year, or the year before"), years, str, placeholder=_("Best covered"))

asked = {"indicator": indicator, "year": year, "per": per}
st.header(_("Ranking"))
ranking = view.exhibit("ranking", level=level, region=region, **asked)
if ranking is None:
    st.info(_("No region of this level has a figure of this kind, or none of a size to divide it by."))
else:
    show_takeaway(view, ranking)
    if ranking.chart is None:
        st.info(_("Nothing can be set in order here; the table below says why for each figure."))
    show(view, ranking, fold=_("All regions as a table, with the reason where one has no rank"))

if level == ranks.LEVEL:
    st.header(_("Map of the provinces"))
    if tiles := view.exhibit("province_map", **asked):
        show(view, tiles, fold=_("The same as a table"))
    else:
        st.info(_("No province has a figure that could be compared: the map would be empty."))

st.header(_("Over the years"))
in_colour = view.choices.select_many(
    "regions",
    _("Regions in colour"),
    list(regions_of_level),
    regions_of_level.get,
    _("Those with most years"),
    at_most=trend_of_indicator.MOST_LINES,
)
drawn = {"level": level, "per": per, "regions": in_colour, "region": region}
if lines := view.exhibit("trend_of_indicator", indicator=indicator, **drawn):
    show_takeaway(view, lines)
    show(view, lines, fold=_("These figures as a table"))
else:
    st.info(_("There is no figure to draw: choose another level or another size to divide by."))

st.header(_("Who has set a target"))
if targets := view.exhibit("targets", by="indicator", indicator=indicator):
    show_takeaway(view, targets)
    show(view, targets, fold=_("All targets as a table"))
    if cascade := view.exhibit("targets_above", indicator=indicator):
        show_takeaway(view, cascade)
        show(view, cascade)
else:
    st.info(_("No region has set a target for this indicator in the documents collected."))

st.header(_("All figures"))
if published := view.exhibit("observations", indicator=indicator):
    show(view, published)
else:
    st.info(_("No figure of this indicator has been found; only targets are known."))

close_page(view)
