"""Targets: who keeps which promise?"""

import streamlit as st

from charts import base_latest_target, target_against_actual
from ui import headings, states, takeaways
from ui.drawer import open_drawer
from ui.figure import offer_rows, show_picture, show_table
from ui.frame import close_page, open_page
from ui.rows import as_bullets, as_ways, with_words

view = open_page("targets")
_ = view.words
open_drawer(view)

st.title(_("Targets and actuals"))

indicators = view.fetch("indicators", lang=view.lang)
indicators = indicators[indicators["targets"] > 0]
regions = view.fetch("regions", lang=view.lang)
regions = regions[regions["targets"] > 0]
indicator_names = dict(zip(indicators["indicator_id"], indicators["name"], strict=True))
region_names = dict(zip(regions["region_code"], regions["name"], strict=True))

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
    everything = view.fetch("targets_with_actuals", lang=view.lang, indicator_id=indicator, region_code=region)
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

rows = view.fetch(
    "targets_with_actuals",
    lang=view.lang,
    indicator_id=indicator,
    region_code=region,
    states=some_states or None,
    theme=theme,
    level=level,
    due=int(due) if due else None,
)

if rows.empty:
    st.info(
        _("No target of “{subject}” answers to these filters. Take a filter away to see more.").format(subject=subject)
    )
else:
    rows = with_words(view, rows).assign(release_id=view.release_id)
    st.markdown(takeaways.of_targets(view, rows))
    bullets = as_bullets(view, rows, by)
    if bullets.empty:
        st.info(_("No figure has been found for any of these targets; the table below says why for each."))
    else:
        show_picture(
            view,
            target_against_actual.build(
                bullets,
                {
                    "title": _("{subject}: target and latest actual").format(subject=subject),
                    "source": headings.source_line(view),
                    "axis": takeaways.axis_title(view, rows, by),
                    "actual": _("Latest actual"),
                    "target": _("Target"),
                    "state": _("State"),
                    "label": _("Region") if by == "indicator" else _("Indicator"),
                    "lang": view.lang,
                    "starts_at_zero": takeaways.starts_at_zero(rows, by),
                },
            ),
            takeaways.of_targets(view, rows),
            f"targets_{subject}",
        )
    ways = as_ways(view, rows, by)
    if not ways.empty:
        with st.expander(_("From the starting figure to the target")):
            show_picture(
                view,
                base_latest_target.build(
                    ways,
                    {
                        "title": _("{subject}: start, latest actual and target").format(subject=subject),
                        "source": headings.source_line(view),
                        "axis": takeaways.axis_title(view, rows, by),
                        "base": _("Starting figure"),
                        "actual": _("Latest actual"),
                        "target": _("Target"),
                        "state": _("State"),
                        "label": _("Region") if by == "indicator" else _("Indicator"),
                        "lang": view.lang,
                    },
                ),
                takeaways.of_ways(view, ways),
                f"ways_{subject}",
            )
    shown = {
        "region" if by == "indicator" else "indicator": _("Region") if by == "indicator" else _("Indicator"),
        "state_text": _("State"),
        "goal_text": _("Target"),
        "due_text": _("Due"),
        "actual_text": _("Latest actual"),
        "gap_text": _("Gap"),
        "pace_text": _("Pace"),
        "reason_text": _("Reason"),
        "source_title": _("Document"),
        "locator": _("Place in the document"),
        "phrase": _("Words"),
    }
    show_table(view, rows, shown, _("Targets of {subject}").format(subject=subject), "targets", figure="target_id")
    offer_rows(view, rows, headings.targets(_), f"targets_{subject}")

close_page(view)
