"""The release that a deck stands at: told, moved to the newest one, and what that changes."""

import pandas as pd
import streamlit as st

import paths
from queries import releases
from ui import deck_address, deck_changes, numbers
from ui.deck import Deck
from ui.frame import View
from ui.reader import reader_of


def is_kept(release: str) -> bool:
    """Whether a release can still be read."""
    return release in releases.ids(paths.build_folder())


def newest() -> str:
    """Id of the current release."""
    return releases.current(paths.build_folder())


def tell(view: View, deck: Deck) -> None:
    """Where the deck stands; a button to the newest release where there is a newer one; what moving changed."""
    _ = view.words
    if not is_kept(deck.release):
        st.warning(
            _(
                "This presentation stands at release {release}, which can no longer be opened: its figures cannot be "
                "shown. Move it to the newest release to show what is published now."
            ).format(release=deck.release),
            icon=":material/history:",
        )
    else:
        day = numbers.day(reader_of(view.lang, deck.release).as_of, view.lang)
        st.markdown(_("Stands at release {release}, as of {day}.").format(release=deck.release, day=day))
    if deck.release != newest():
        st.button(
            _("Move to the newest release, {release}").format(release=newest()),
            key="deck_newest",
            on_click=lambda: deck_address.put(deck.at(newest())),
            icon=":material/update:",
        )
        if is_kept(deck.release):
            with st.expander(_("What would change")):
                _table(view, deck, deck.release, newest())
    elif deck.moved_from:
        with st.expander(_("What changed since release {release}").format(release=deck.moved_from), expanded=True):
            if is_kept(deck.moved_from):
                _table(view, deck, deck.moved_from, deck.release)
            else:
                st.info(_("That release can no longer be opened, so nothing can be compared."))


def _table(view: View, deck: Deck, old: str, new: str) -> None:
    _ = view.words
    changes = deck_changes.between(deck, old, new, view.lang)
    if not changes:
        st.success(_("No figure and no verdict on these slides differs."))
        return
    columns = {
        "slide": _("Slide"),
        "title": _("Shows"),
        "row": _("Row"),
        "column": _("Column"),
        "before": _("Before"),
        "after": _("After"),
    }
    st.dataframe(
        pd.DataFrame([vars(change) for change in changes], columns=list(columns)),
        hide_index=True,
        column_config={name: st.column_config.Column(heading) for name, heading in columns.items()},
        placeholder=numbers.UNKNOWN,
        alt=_("What differs between the two releases"),
        key="deck_changes",
    )
