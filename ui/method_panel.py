"""How one target was judged: inputs, every rule side by side, formulas, the years one by one."""

import pandas as pd
import streamlit as st

from ui import numbers, states
from ui.exhibits.paces import ratio
from ui.frame import View

# Shares from here on are close to their limit: their ratio says nothing, the share that fails does.
_NEAR_LIMIT = 90


def show_method(view: View, target: pd.Series) -> None:
    """The panel for a row of the query ``targets_with_actuals``."""
    _ = view.words
    st.subheader(_("Rules and inputs"), anchor=False)
    _two_columns(view, "inputs", _("Input"), _inputs(view, target))
    failing = failing_shares(view, target)
    if failing:
        st.markdown(failing)
    _two_columns(view, "method", _("Rule"), _rules(view, target))
    with st.expander(_("Formulas")):
        st.markdown(_("Growth ratio R: observed compound growth a year over required compound growth a year."))
        st.latex(r"R = d\,\frac{(y_t/y_b)^{1/(t-b)}-1}{\left|(y_T/y_b)^{1/(T-b)}-1\right|}")
        st.markdown(_("Linear ratio L: observed change a year over required change a year."))
        st.latex(r"L = d\,\frac{(y_t-y_b)/(t-b)}{\left|(y_T-y_b)/(T-b)\right|}")
        st.markdown(_("Projection: the mean of the last changes a year goes on until the due year; the share missed."))
        st.latex(r"\frac{y_T-\hat{y}_T}{y_T-y_t},\quad \hat{y}_T = y_t + (T-t)\,\overline{\Delta y}")
        st.markdown(_("b is the base, t the latest, T the due year; d is +1 where more is better, else −1."))
        st.markdown(_("R from 0.95: on track; from 0.60: must speed up; from 0: hardly moving; below 0: moving away."))
        st.markdown(_("The state before the due year is R's; the other rules show whether it depends on the method."))
    _show_years(view, target)


def sensitivity(view: View, target: pd.Series) -> str | None:
    """Which rules say what of a target whose class depends on the method; None where they agree."""
    if not target.method_sensitive:
        return None
    _ = view.words
    classes = {
        _("Growth ratio (Statistics Canada)"): target.growth_class,
        _("Linear ratio (SDG Index)"): target.linear_class,
        _("Projection (Destatis), share missed"): target.projection_class,
    }
    told = [f"{rule}: {_(states.CLASSES[code])}" for rule, code in classes.items() if numbers.is_known(code)]
    warning = _("Method-sensitive: the rules that apply do not agree on whether it is on track.")
    return f"{warning} {'；'.join(told) if view.lang == 'zh' else '; '.join(told)}"


def failing_shares(view: View, target: pd.Series) -> str | None:
    """For shares close to 100 % the pace told in what fails (METHOD, pace of a level target); None elsewhere.

    Args:
        target: ``unit``, ``value`` and ``latest_value`` in percent, ``base_value`` where there is one.
    """
    known = [target.value, target.latest_value]
    if target.unit != "%" or not all(numbers.is_known(v) and _NEAR_LIMIT <= v <= 100 for v in known):
        return None
    _, lang = view.words, view.lang
    allowed, failed = (numbers.figure(round(100 - value, 6), "%", lang) for value in known)
    told = _("Told in the share that fails: {failed} in the latest figure, {allowed} at the target.").format(
        failed=failed, allowed=allowed
    )
    if numbers.is_known(target.base_value) and _NEAR_LIMIT <= target.base_value <= 100:
        at_start = numbers.figure(round(100 - target.base_value, 6), "%", lang)
        told += " " + _("It was {failed} at the start.").format(failed=at_start)
    return told


def _inputs(view: View, target: pd.Series) -> list[tuple[str, str]]:
    _, lang = view.words, view.lang

    def dated(value: float | None, year: int | None) -> str:
        if not numbers.is_known(value):
            return numbers.UNKNOWN
        when = numbers.period(int(year), lang) if numbers.is_known(year) else numbers.period(None, lang)
        return f"{numbers.figure(value, target.unit, lang)} · {when}"

    return [
        (_("Form of the commitment"), _(states.FORMS[target.form])),
        (_("Base b"), dated(target.base_value, target.base_period)),
        (_("Latest t"), dated(target.latest_value, target.latest_period)),
        (_("Target T"), dated(target.value, target.due)),
        (_("Gap (figure less target)"), numbers.signed(target.gap, target.gap_unit, lang)),
        (_("Share of the target reached"), numbers.percent(target.attainment, lang)),
        (_("Needed a year until due"), numbers.signed(target.required_per_year, target.gap_unit, lang)),
        (_("Observed a year so far"), numbers.signed(target.observed_per_year, target.gap_unit, lang)),
    ]


def _rules(view: View, target: pd.Series) -> list[tuple[str, str]]:
    _ = view.words
    return [
        (_("Growth ratio (Statistics Canada)"), ratio(view, target.growth_ratio, target.growth_class)),
        (_("Linear ratio (SDG Index)"), ratio(view, target.linear_ratio, target.linear_class)),
        (_("Projection (Destatis), share missed"), ratio(view, target.projection_miss, target.projection_class)),
        (_("Years met of years known"), _years(target)),
    ]


def _two_columns(view: View, name: str, heading: str, rows: list[tuple[str, str]]) -> None:
    st.dataframe(
        pd.DataFrame(rows, columns=["what", "value"]),
        hide_index=True,
        column_config={
            "what": st.column_config.Column(heading),
            "value": st.column_config.Column(view.words("Value")),
        },
        alt=heading,
        key=f"{name}_of_target",
    )


def _years(target: pd.Series) -> str:
    if not numbers.is_known(target.years_judged):
        return numbers.UNKNOWN
    return f"{int(target.years_met)} / {int(target.years_judged)}"


def _show_years(view: View, target: pd.Series) -> None:
    rows = view.fetch("verdict_years_of_target", target_id=target.target_id)
    if rows.empty:
        return
    _, lang = view.words, view.lang
    st.subheader(_("Year by year"), anchor=False)
    marks = {True: states.told("met", _), False: states.told("missed", _)}
    table = pd.DataFrame(
        {
            "year": [str(year) for year in rows["period"]],
            "value": [numbers.figure(value, target.unit, lang) for value in rows["value"]],
            "required": [numbers.figure(value, target.unit, lang) for value in rows["required"]],
            "met": [marks[bool(met)] if numbers.is_known(met) else numbers.UNKNOWN for met in rows["met"]],
        }
    )
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            "year": st.column_config.Column(_("Year")),
            "value": st.column_config.Column(_("Figure")),
            "required": st.column_config.Column(_("Required by then")),
            "met": st.column_config.Column(_("Met?")),
        },
        alt=_("Year by year"),
        key=f"strip_{target.target_id}",
    )
