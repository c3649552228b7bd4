"""What an indicator means: its definition in the reader's language and in the other, and how its figures are read."""

import html
from collections.abc import Mapping

import streamlit as st

from ui import numbers, states
from ui.frame import View
from ui.words import LANGUAGES


def tell_definition(view: View, meaning: Mapping[str, object]) -> None:
    """A row of ``queries/indicator_definition.sql`` in words."""
    _ = view.words
    other = next(lang for lang in LANGUAGES if lang != view.lang)
    st.markdown(meaning[f"definition_{view.lang}"])
    # The other language is marked as such, so that a screen reader speaks it rightly.
    st.html(
        f"<p lang='{'zh-CN' if other == 'zh' else 'en'}' style='opacity:0.75;margin:0'>"
        f"<b>{html.escape(meaning[f'name_{other}'])}</b> · {html.escape(meaning[f'definition_{other}'])}</p>"
    )
    facts = {
        _("Theme"): _(states.THEMES[meaning["theme"]]),
        _("Unit"): numbers.unit(meaning["unit"], view.lang),
        _("Kind of figure"): _(states.BASES[meaning["basis"]]),
        _("Direction"): _(states.DIRECTIONS[meaning["direction"]]),
        _("Across regions"): _("compared by a region's size") if meaning["per_capita"] else _("compared as it is"),
    }
    st.markdown(" · ".join(f":gray[{heading}] {text}" for heading, text in facts.items()))
