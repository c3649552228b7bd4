"""Data: give me the rows."""

import streamlit as st

from ui import named, states
from ui.api_addresses import show_addresses
from ui.drawer import open_drawer
from ui.exhibits.promised_and_published import ROWS_A_PAGE
from ui.figure import show
from ui.frame import close_page, open_page
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("data")
_ = view.words
open_drawer(view)

st.title(_("Find and take away figures"))

indicator_names = remembered(named.indicators, view)
region_names = remembered(named.regions, view)
years = [str(year) for year in view.fetch("years")["year"]]

with st.container(horizontal=True, vertical_alignment="bottom"):
    search = view.choices.text("search", _("Search"), _("words of a clause, a document, a region, an indicator"))
    kind = view.choices.switch(
        "kind",
        _("Kind"),
        ["all", "target", "actual"],
        {"all": _("All"), "target": _("Targets"), "actual": _("Published figures")}.get,
        "all",
    )
    order = view.choices.switch(
        "order",
        _("Order"),
        ["region", "newest"],
        {"region": _("By region"), "newest": _("Newest first")}.get,
        "region",
    )
with st.container(horizontal=True, vertical_alignment="bottom"):
    theme = view.choices.select(
        "theme", _("Theme"), list(states.THEMES), lambda key: _(states.THEMES[key]), placeholder=_("All themes")
    )
    indicator = view.choices.select_many(
        "indicator", _("Indicator"), list(indicator_names), indicator_names.get, _("All indicators")
    )
    region = view.choices.select_many("region", _("Region"), list(region_names), region_names.get, _("All regions"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    level = view.choices.select(
        "level", _("Level"), list(states.LEVELS), lambda key: _(states.LEVELS[key]), placeholder=_("All levels")
    )
    first = view.choices.select("from", _("From"), years, str, placeholder=_("first year"))
    last = view.choices.select("to", _("To"), years, str, placeholder=_("last year"))
    quality = view.choices.select_many(
        "quality", _("Quality"), list(states.QUALITIES), lambda key: f"{key} · {_(states.QUALITIES[key])}", _("All")
    )
    state = view.choices.select_many(
        "state", _("State of a target"), list(states.STATES), lambda key: states.told(key, _), _("All states")
    )

asked = {
    "kind": None if kind == "all" else kind,
    "theme": theme,
    "indicator": indicator,
    "region": region,
    "level": level,
    "from": first,
    "to": last,
    "quality": quality,
    "state": state,
    "search": search,
    "order": None if order == "region" else order,
}
found = view.exhibit("promised_and_published", **asked)

if found is None:
    st.info(_("No figure answers to these filters. Take a filter away, or shorten the text to search for."))
    if state and kind == "actual":
        st.info(_("Only targets have a state; published figures have none."))
else:
    pages = -(-int(found.rows["found"].iloc[0]) // ROWS_A_PAGE)
    page = view.choices.page(pages)
    if page > 1:
        found = view.exhibit("promised_and_published", **asked, page=str(page))
    show_takeaway(view, found)
    show(view, found)
    view.choices.turn_pages(pages)

part = view.choices.switch(
    "part",
    _("More"),
    ["addresses", "coverage", "dictionary"],
    {"addresses": _("Over HTTP"), "coverage": _("What there is"), "dictionary": _("Data dictionary")}.get,
    "addresses",
)
if part == "addresses":
    show_addresses(view, asked)
elif part == "coverage":
    show(view, view.exhibit("coverage"), fold=_("All regions as a table"))
else:
    tables = list(dict.fromkeys(view.exhibit("data_dictionary").rows["table"]))
    table = view.choices.switch("table", _("Table"), tables, str, "targets")
    show(view, view.exhibit("data_dictionary", table=table))

close_page(view)
