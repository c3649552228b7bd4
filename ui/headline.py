"""The headline of a page: what share of the targets was met, never without the share that was reported."""

import pandas as pd
import streamlit as st

from ui import numbers
from ui.frame import View


def show_rates(view: View, rate: pd.Series) -> None:
    """Three figures and the sentence that says what they stand on.

    Args:
        rate: a row of the query ``achievement_rate``.
    """
    _ = view.words
    first, second, third = st.columns(3)
    first.metric(
        _("Met, of met and missed"),
        numbers.percent(rate.achievement_rate, view.lang),
        help=_("Targets whose due year is over; an uncertain one counts as reported, but as neither met nor missed."),
    )
    second.metric(
        _("Reported, of the targets that are due"),
        numbers.percent(rate.reporting_rate, view.lang),
        help=_("Met, missed or uncertain by a published figure; of the other targets nobody knows."),
    )
    third.metric(
        _("Due and not reported"),
        numbers.number(rate.due - rate.reported, view.lang),
        help=_("With the targets whose text has no number and those whose published figures are not usable."),
    )
    st.markdown(
        _("Of {due} targets whose due year is over, {met} are met, {missed} missed and {uncertain} uncertain.").format(
            met=rate.met, missed=rate.missed, uncertain=rate.uncertain, due=rate.due
        )
    )
