"""The headline of a page: what share of the targets was met, never without the share that was reported."""

import pandas as pd
import streamlit as st

from ui import numbers, takeaways
from ui.frame import View


def show_rates(view: View, rate: pd.Series) -> None:
    """Three figures and the sentence that says what they stand on.

    Args:
        rate: a row of the query ``achievement_rate``.
    """
    _ = view.words
    first, second, third = st.columns(3)
    # What is known of how much comes first: the rate of targets met stands on the reported ones alone.
    first.metric(
        _("Reported, of the targets that are due"),
        numbers.percent(rate.reporting_rate, view.lang),
        help=_("Met, missed or uncertain by a published figure; of the other targets nobody knows."),
    )
    second.metric(
        _("Met, of met and missed"),
        numbers.percent(rate.achievement_rate, view.lang),
        help=_("Targets whose due year is over; an uncertain one counts as reported, but as neither met nor missed."),
    )
    third.metric(
        _("Due and not reported"),
        numbers.number(rate.silent, view.lang),
        help=_(
            "Nobody has published a figure. Targets without a number, or with unusable figures, are not among them."
        ),
    )
    st.markdown(takeaways.of_due(view, rate))
