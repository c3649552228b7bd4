"""The drawer of a figure: its clause and document, and for a target how it was judged and by what."""

import html

import pandas as pd
import streamlit as st

from ui import downloads, filters, numbers, states
from ui.frame import MENU, View
from ui.method_panel import sensitivity, show_method
from ui.words import plain

# The same marker pen on a light and on a dark page.
_HIGHLIGHT = "background:#ffe9a8;color:#1b1b1b;padding:0.1em 0.3em;border-radius:0.2em"
_FIGURE_ID = r"[a-z0-9][a-z0-9_\-]{0,80}"


def open_drawer(view: View) -> None:
    """Open the drawer that the address asks for (``?figure=``); a figure that does not exist is dropped."""
    asked = view.choices.pattern("figure", _FIGURE_ID)
    if asked is None:
        return
    found = view.fetch("figure_source", figure_id=asked, lang=view.lang)
    if found.empty:
        view.choices.drop("figure")
        filters.put("figure", None)
        return
    figure = found.iloc[0]
    title = view.words("How this target is judged") if figure.kind == "target" else view.words("Source of this figure")
    # Closing the drawer takes it out of the address, so that a reload does not bring it back.
    dialog = st.dialog(title, width=640, position="right", on_dismiss=lambda: filters.put("figure", None))
    dialog(_target if figure.kind == "target" else _actual)(view, figure)


def _actual(view: View, figure: pd.Series) -> None:
    _clause(view, figure)
    _also_published(view, figure.figure_id)
    _cite(view, figure)


def _target(view: View, figure: pd.Series) -> None:
    found = view.fetch("targets_with_actuals", target_id=figure.figure_id, lang=view.lang)
    _ = view.words
    if found.empty:
        _clause(view, figure)
        st.info(_("This count describes the programme; it is not judged."))
        _cite(view, figure)
        return
    target = found.iloc[0]
    st.markdown(f"**{states.told(target.state, _)}**  \n{_(states.REASONS[target.reason_code])}")
    if depends := sensitivity(view, target):
        st.warning(depends)
    _clause(view, figure)
    for identifier, heading in (
        (target.latest_observation_id, _("Figure that decides")),
        (target.base_observation_id, _("Figure to start from")),
    ):
        if numbers.is_known(identifier):
            st.subheader(heading, anchor=False)
            _clause(view, view.fetch("figure_source", figure_id=identifier, lang=view.lang).iloc[0])
            _also_published(view, identifier)
    show_method(view, target)
    _candidates(view, target)
    _cite(view, figure)


def _clause(view: View, figure: pd.Series) -> None:
    """One figure with all that leads to it."""
    _, lang = view.words, view.lang
    value = numbers.figure(figure.value, figure.unit, lang, figure.comparator, figure.value_high)
    when = numbers.period(figure.period, lang)
    with st.container(border=True):
        st.markdown(f"**{figure.region} · {figure.indicator}**")
        st.markdown(f"{value} · {when if figure.kind == 'actual' else _('due {year}').format(year=when)}")
        st.html(f"<blockquote lang='zh-CN'><mark style='{_HIGHLIGHT}'>{html.escape(figure.phrase)}</mark></blockquote>")
        rows = {
            _("Exact value"): _exact(figure, lang),
            _("Standing at"): figure.as_of,
            _("Sample size"): figure.sample_size,
            **_titles(view, figure),
            _("Publisher"): figure.publisher,
            _("Published"): figure.published,
            _("Dating"): figure.date_note,
            _("Place in the document"): figure.locator,
            _("Where it was read"): _(states.REACHES[figure.reach]),
            _("How sure"): _(states.QUALITIES[figure.quality]),
            _("Note"): figure.note,
        }
        known = [f":gray[{heading}]  {plain(text)}" for heading, text in rows.items() if numbers.is_known(text)]
        st.markdown("  \n".join(known))
        with st.container(horizontal=True):
            if numbers.is_known(figure.url):
                st.link_button(_("Open the document"), figure.url, icon=":material/open_in_new:")
            view.link("region", figure.region, icon=MENU["region"].icon, region=figure.region_code)
            view.link("indicator", figure.indicator, icon=MENU["indicator"].icon, indicator=figure.indicator_id)


def _titles(view: View, figure: pd.Series) -> dict[str, str]:
    """The document's title in the reader's language and in its own; one that was not translated is marked as such."""
    _ = view.words
    if figure.source_title != figure.original_title:
        return {_("Document"): figure.source_title, _("Original title"): figure.original_title}
    return {_("Document") if view.lang == "zh" else _("Document (original title)"): figure.source_title}


def _cite(view: View, figure: pd.Series) -> None:
    """How to cite this one figure: with the document that states it."""
    with st.expander(view.words("Cite this figure"), icon=":material/format_quote:"):
        downloads.show_citation(view, downloads.cited_figure(view, figure))


def _exact(figure: pd.Series, lang: str) -> str | None:
    """All digits of a figure that is told in 万, 亿 or millions; None where it is told in full anyway."""
    if not numbers.is_known(figure.value):
        return None
    digits = f"{figure.value:,.10g}"
    told = numbers.number(figure.value, lang)
    return None if told.replace(",", "") == digits.replace(",", "") else f"{digits} {numbers.unit(figure.unit, lang)}"


def _also_published(view: View, identifier: str) -> None:
    rows = view.fetch("also_published", figure_id=identifier, lang=view.lang)
    if rows.empty:
        return
    _, lang = view.words, view.lang
    st.markdown(f":gray[{_('Also published for the same year')}]")
    for row in rows.itertuples():
        value = numbers.figure(row.value, row.unit, lang, row.comparator, row.value_high)
        st.markdown(f"- {value} · {numbers.period(row.period, lang)} · {plain(row.source_title)}")


def _candidates(view: View, target: pd.Series) -> None:
    rows = view.fetch("verdict_candidates_of_target", target_id=target.target_id, lang=view.lang)
    if rows.empty:
        return
    _, lang = view.words, view.lang
    st.subheader(_("Figures that look alike and were not used"), anchor=False)
    for row in rows.head(20).itertuples():
        value = numbers.figure(row.value, row.unit, lang, row.comparator, row.value_high)
        reason = _(states.CANDIDATE_REASONS[row.reason_code])
        note = f" {plain(row.relation_note)}" if numbers.is_known(row.relation_note) else ""
        st.markdown(f"- {plain(row.indicator)}: {value}, {numbers.period(row.period, lang)} — {reason}.{note}")
    if len(rows) > 20:
        st.caption(_("and {count} more").format(count=len(rows) - 20))
