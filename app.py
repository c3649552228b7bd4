"""Overview: how do the programmes stand?"""

import streamlit as st

from charts import coverage
from charts import states as states_chart
from ui import headings, numbers, states, takeaways
from ui.drawer import open_drawer
from ui.figure import offer_rows, show_picture, show_table
from ui.frame import close_page, open_page
from ui.rows import with_rates, with_states, with_words

view = open_page("overview")
_ = view.words
open_drawer(view)

st.title(_("How do the quality programmes stand?"))

counts = view.fetch("release_counts").iloc[0]
overall = view.fetch("achievement_rate", group_by="all", lang=view.lang)

if not overall.empty:
    rate = overall.iloc[0]
    first, second, third = st.columns(3)
    first.metric(
        _("Met, of the targets that can be judged"),
        numbers.percent(rate.achievement_rate, view.lang),
        help=_("Targets whose due year is over and for which a usable figure was published."),
    )
    second.metric(
        _("Reported, of the targets that are due"),
        numbers.percent(rate.reporting_rate, view.lang),
        help=_("The first figure stands on these targets only; of the others nobody knows."),
    )
    third.metric(_("Due and not reported"), numbers.number(rate.due - rate.reported, view.lang))
    st.markdown(
        _("{met} met and {missed} missed of {due} targets whose due year is over; {reported} were reported.").format(
            met=rate.met, missed=rate.missed, due=rate.due, reported=rate.reported
        )
    )

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
roads = st.columns(3)
with roads[0], st.container(border=True):
    st.markdown(_("**For research:** one indicator, all regions, every clause."))
    view.link("targets", _("Targets by indicator"), icon=":material/search:", by="indicator")
with roads[1], st.container(border=True):
    st.markdown(_("**For a city:** where it stands, target by target."))
    view.link("targets", _("Targets by region"), icon=":material/location_on:", by="region")
with roads[2], st.container(border=True):
    st.markdown(_("**For trust:** select any row to read its source."))
    view.link("targets", _("Targets that were missed"), icon=":material/flag:", state="missed", by="indicator")

st.subheader(_("How the targets stand"))
strip = view.choices.switch(
    "strip", _("Show"), ["theme", "region"], {"theme": _("By theme"), "region": _("By region")}.get, "theme"
)
standing = with_states(view, view.fetch(f"states_by_{strip}"))
standing["group"] = standing["region"] if strip == "region" else [_(states.THEMES[key]) for key in standing["theme"]]
group = _("Region") if strip == "region" else _("Theme")
show_picture(
    view,
    states_chart.build(
        standing,
        {
            "title": _("States of the targets by region") if strip == "region" else _("States of the targets by theme"),
            "source": headings.source_line(view),
            "targets": _("Targets"),
            "state": _("State"),
            "group": group,
        },
    ),
    takeaways.of_reporting(view, overall.iloc[0]),
    f"states_by_{strip}",
)
with st.expander(_("The same as a table")):
    headers = {"group": group, "state_text": _("State"), "targets": _("Targets")}
    show_table(view, standing, headers, _("States of the targets"), "states")
    offer_rows(view, standing, headers, f"states_by_{strip}")

st.subheader(_("Who reports"))
grouping = view.choices.switch(
    "group",
    _("Group by"),
    ["region", "publisher", "theme", "level"],
    {"region": _("Region"), "publisher": _("Publisher"), "theme": _("Theme"), "level": _("Level")}.get,
    "region",
)
rates = with_rates(view, view.fetch("achievement_rate", group_by=grouping), grouping)
headers = headings.rates(_)
show_table(view, rates, headers, _("Rate of targets met, always beside the rate reported"), f"rates_{grouping}")
offer_rows(view, rates, headers, f"rates_by_{grouping}")

st.subheader(_("Due or overdue, and not reported"))
silent = with_words(view, view.fetch("silence_board", lang=view.lang))
if silent.empty:
    st.success(_("Nothing is due without a figure."))
else:
    st.markdown(takeaways.of_silence(view, silent))
    board = {
        "region": _("Region"),
        "indicator": _("Indicator"),
        "goal_text": _("Target"),
        "due_text": _("Due"),
        "publisher": _("Publisher"),
        "state_text": _("State"),
    }
    show_table(view, silent, board, _("Targets that are due and not reported"), "silent", figure="target_id")
    offer_rows(view, silent, headings.silent(_), "silent_targets")

st.subheader(_("Which regions have figures in which themes"))
cells = view.fetch("coverage", lang=view.lang, level=view.choices.value("level", list(states.LEVELS)))
cells["theme_name"] = [_(states.THEMES[theme]) for theme in cells["theme"]]
provinces = cells[cells["level"].isin(["country", "province"])]
show_picture(
    view,
    coverage.build(
        provinces,
        {
            "title": _("Published figures of the nation and the provinces by theme"),
            "source": headings.source_line(view),
            "figures": _("Figures"),
            "targets": _("Targets"),
            "region": _("Region"),
            "theme": _("Theme"),
        },
    ),
    _("The darker a cell, the more figures a region has in a theme; where a cell is missing, none was found."),
    "coverage",
)
with st.expander(_("All regions as a table")):
    headers = {
        "region": _("Region"),
        "theme_name": _("Theme"),
        "targets": _("Targets"),
        "figures": _("Figures"),
    }
    show_table(view, cells, headers, _("Targets and figures by region and theme"), "cells")
    offer_rows(view, cells, headers, "coverage")

st.subheader(_("Newest documents"))
documents = view.fetch("newest_documents", lang=view.lang)
headers = {
    "published": _("Published"),
    "title": _("Document"),
    "publisher": _("Publisher"),
    "targets": _("Targets"),
    "figures": _("Figures"),
    "url": _("Address"),
}
show_table(view, documents, headers, _("Newest documents"), "documents")

close_page(view)
