"""Region: one region on one page."""

import streamlit as st

from ui import denominators, named, numbers, states
from ui.brief import offer_brief
from ui.drawer import open_drawer
from ui.figure import show
from ui.frame import MENU, close_page, open_page
from ui.headline import show_rates
from ui.printing import fit_on_two_pages, offer_printing, on_paper
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("region")
_ = view.words
open_drawer(view)

names = remembered(named.regions, view)
home = "420000" if "420000" in names else next(iter(names))

with st.container(horizontal=True, vertical_alignment="bottom"):
    region = view.choices.select("region", _("Region"), list(names), names.get, home)
    per = view.choices.select(
        "per",
        _("Divide counts"),
        [size for size in denominators.NAMES if size != denominators.AS_PUBLISHED],
        lambda size: _(denominators.NAMES[size]),
        "resident_population",
    )
place = remembered(named.region, view, region)

st.title(place["name"])
with st.container(horizontal=True):
    if numbers.is_known(place["parent_code"]) and place["parent_code"] in names:
        view.link("region", names[place["parent_code"]], icon=":material/arrow_upward:", region=place["parent_code"])
    view.link("targets", _("All targets of this region"), icon=":material/flag:", region=region, by="region")
    view.link("compare", _("Compare it with others"), icon=MENU["compare"].icon, regions=region)
with st.container(horizontal=True, vertical_alignment="center"):
    offer_printing(view)
    offer_brief(view, region, place["name"])
st.markdown(
    _("{level} · {targets} targets and {figures} figures in the collection").format(
        level=_(states.LEVELS[place["level"]]), targets=place["targets"], figures=place["figures"]
    )
)

rates = view.fetch("achievement_rate", group_by="all", region_code=region)
if rates.empty:
    st.info(_("No target of this region is in the collection; its figures stand below."))
else:
    show_rates(view, rates.iloc[0])

if scorecard := view.exhibit("scorecard", region=region):
    st.header(_("Targets by theme"))
    show(view, scorecard, fold=_("All targets as a table"))

st.header(_("Among its peers"))
if position := view.exhibit("position_among_peers", region=region, per=per):
    show_takeaway(view, position)
    show(view, position, fold=_("All indicators as a table, with the reason where one is not compared"))
else:
    st.info(_("No figure of this region can be set beside others: there are only sizes and neutral counts, or none."))

st.header(_("Beside the targets above it"))
if cascade := view.exhibit("targets_above", region=region):
    show_takeaway(view, cascade)
    on_paper(view, cascade, ["indicator", "goal_text", "due_text", "cascade_text", "parent_text", "nation_text"], 5)
    show(view, cascade)
else:
    st.info(_("Without a target of its own there is nothing to set beside the targets above it."))

st.header(_("Over the years"))
theme = view.choices.select(
    "theme", _("Theme"), list(states.THEMES), lambda key: _(states.THEMES[key]), placeholder=_("All themes")
)
if lines := view.exhibit("time_lines", region=region, theme=theme):
    show_takeaway(view, lines)
    show(view, lines, fold=_("These figures as a table"))
elif theme:
    st.info(_("No indicator of this theme has figures of two years here. Take the theme away to see more."))
else:
    st.info(_("No indicator of this region has figures of two years: there is no line to draw."))

st.header(_("Due or overdue, without a usable figure"))
if silent := view.exhibit("silent_targets", region=region):
    show_takeaway(view, silent)
    on_paper(view, silent, ["indicator", "goal_text", "due_text", "state_text"], 4)
    show(view, silent)
elif rates.empty:
    st.info(_("Without a target nothing can be due."))
else:
    st.success(_("Nothing is due without a figure."))

st.header(_("All documents"))
if documents := view.exhibit("documents_of_region", region=region):
    show_takeaway(view, documents)
    on_paper(view, documents, ["title", "publisher", "published_text", "targets", "figures"], 6)
    show(view, documents)

fit_on_two_pages((370, [scorecard, position]), (1050, [lines]))
close_page(view)
