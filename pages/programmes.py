"""Programmes: what did a document commit to?"""

import streamlit as st

from ui import named, states
from ui.document_card import show_document
from ui.drawer import open_drawer
from ui.due_calendar import offer_calendar
from ui.exhibits.programmes import DOCUMENTS_A_PAGE
from ui.figure import show
from ui.frame import close_page, open_page
from ui.remembered import remembered
from ui.sentence import show_takeaway

view = open_page("programmes")
_ = view.words
open_drawer(view)

st.title(_("What did a document commit to?"))

region_names = remembered(named.regions_with_targets, view)

with st.container(horizontal=True, vertical_alignment="bottom"):
    region = view.choices.select(
        "region", _("Region"), list(region_names), region_names.get, placeholder=_("All regions")
    )
    level = view.choices.select(
        "level", _("Level"), list(states.LEVELS), lambda key: _(states.LEVELS[key]), placeholder=_("All levels")
    )
    theme = view.choices.select(
        "theme", _("Theme"), list(states.THEMES), lambda key: _(states.THEMES[key]), placeholder=_("All themes")
    )
names = remembered(named.programmes, view, region, level, theme)
programme = view.choices.select("programme", _("Document"), list(names), names.get, placeholder=_("All documents"))

if not names:
    st.info(_("No document answers to these filters. Take a filter away to see more."))
elif programme is None:
    part = view.choices.switch(
        "list",
        _("Show"),
        ["documents", "quantified", "tasks"],
        {"documents": _("Documents"), "quantified": _("How quantified"), "tasks": _("Task counts")}.get,
        "documents",
    )
    if part == "documents":
        pages = -(-len(names) // DOCUMENTS_A_PAGE)
        page = view.choices.page(pages)
        documents = view.exhibit(
            "programmes", region=region, level=level, theme=theme, page=str(page) if page > 1 else None
        )
        show_takeaway(view, documents)
        st.caption(_("Select a row to open a document."))
        show(view, documents)
        view.choices.turn_pages(pages)
    elif part == "quantified":
        for group in ("theme", "form"):
            if quantified := view.exhibit("quantified_commitments", region=region, level=level, group=group):
                st.header(quantified.title)
                show_takeaway(view, quantified)
                show(view, quantified)
        st.caption(
            _("Counted are the commitments that were read into this collection, where numbers were looked for first.")
        )
    elif tasks := view.exhibit("task_counts", region=region, level=level):
        show_takeaway(view, tasks)
        show(view, tasks)
    else:
        st.info(_("None of these documents counts its own tasks, or the counts were not read."))
else:
    show_document(view, view.fetch("programmes").set_index("programme_id").loc[programme])
    part = view.choices.switch(
        "part",
        _("Show"),
        ["commitments", "quantified", "above", "due", "tasks"],
        {
            "commitments": _("Commitments"),
            "quantified": _("How quantified"),
            "above": _("Against those above"),
            "due": _("When due"),
            "tasks": _("Task counts"),
        }.get,
        "commitments",
    )
    if part == "commitments":
        if commitments := view.exhibit("commitments", programme=programme):
            show_takeaway(view, commitments)
            st.caption(_("Select a theme in the picture to read its commitments; the table holds them all."))
            show(view, commitments)
        else:
            st.info(_("No commitment was read in this document, only counts of its own tasks."))
    elif part == "quantified":
        for group in ("theme", "form"):
            if quantified := view.exhibit("quantified_commitments", programme=programme, group=group):
                st.header(quantified.title)
                show_takeaway(view, quantified)
                show(view, quantified)
        st.caption(
            _("Counted are the commitments that were read into this collection, where numbers were looked for first.")
        )
    elif part == "above":
        if above := view.exhibit("targets_above", programme=programme):
            show_takeaway(view, above)
            show(view, above)
        else:
            st.info(_("No commitment of this document can be set beside a target above it."))
    elif part == "due":
        if due := view.exhibit("due_targets", programme=programme):
            show_takeaway(view, due)
            offer_calendar(view, due)
            show(view, due)
        else:
            st.info(_("None of its targets names a year."))
    elif tasks := view.exhibit("task_counts", programme=programme):
        show_takeaway(view, tasks)
        show(view, tasks)
    else:
        st.info(_("This document does not count its own tasks, or the count was not read."))

close_page(view)
