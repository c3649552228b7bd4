"""Present: the pinned charts and tables as slides, in the browser and as files."""

import streamlit as st

from ui import deck_editor, deck_release, deck_takeaway
from ui.deck_address import deck_of
from ui.drawer import open_drawer
from ui.figure import show_picture_alone, show_table
from ui.frame import close_page, open_page

view = open_page("present")
_ = view.words
open_drawer(view)

st.title(_("Present"))

deck = deck_of(view.choices, view.release_id)

if not deck.items:
    st.markdown(
        _(
            "Nothing is pinned yet. On any page, press **Add to the presentation** below a chart or table: it becomes "
            "a slide here, with its figures, its sources and a headline. Then order the slides, write what you want to "
            "say, and present them here or take them away as PowerPoint, PDF or an offline page."
        )
    )
    deck_editor.open_or_begin(view, has_slides=False)
    st.header(_("Where to begin"))
    with st.container(horizontal=True, gap="large"):
        for page, label in (
            ("overview", _("How all programmes stand")),
            ("targets", _("The targets of one region or indicator")),
            ("region", _("One region on one page")),
        ):
            view.link(page, label, icon=":material/arrow_forward:")
else:
    deck_editor.name_and_speak(view, deck)
    deck_release.tell(view, deck)
    if deck_release.is_kept(deck.release):
        deck_takeaway.present(view, deck)
        slides, chosen = st.columns([1, 2], gap="large")
        with slides:
            st.header(_("Slides"))
            place = deck_editor.choose(view, deck)
        with chosen:
            st.header(_("Slide {number}").format(number=place + 1))
            made = deck_editor.exhibit_of(deck, deck.items[place])
            deck_editor.edit(view, deck, place)
            if made is None:
                st.warning(_("This slide has nothing to show in this release; it will say so."))
            elif made.chart:
                show_picture_alone(view, made)
            else:
                show_table(view, made)
        st.header(_("Take it away"))
        deck_takeaway.offer_files(view, deck)
    with st.expander(_("Open another presentation")):
        deck_editor.open_or_begin(view, has_slides=True)

close_page(view)
