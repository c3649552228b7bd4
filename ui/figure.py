"""The standard way to show rows: a picture, the table beside it, the files to take away, the source of each row."""

from collections.abc import Callable

import altair as alt
import pandas as pd
import streamlit as st

from exports import picture, tabular
from ui import filters, numbers
from ui.frame import View

# Widths in pixels by what a column holds: a figure is never cut off, running text may be.
_WIDTHS = {
    "group": 220,
    "region": 120,
    "indicator": 330,
    "state_text": 190,
    "goal_text": 190,
    "due_text": 70,
    "actual_text": 230,
    "gap_text": 170,
    "pace_text": 330,
    "reason_text": 420,
    "publisher": 190,
    "source_title": 320,
    "title": 380,
    "locator": 130,
    "phrase": 280,
    "url": 70,
}


def show_picture(view: View, chart: alt.TopLevelMixin, alternative: str, name: str) -> None:
    """A chart with its text alternative, and its two picture files.

    Args:
        alternative: what is seen, in a sentence or two.
        name: stem of the file names.
    """
    st.altair_chart(chart, alt=alternative, key=f"chart_{name}")
    _ = view.words
    with st.container(horizontal=True):
        wide = _fixed_width(chart)
        for label, make, kind in (("PNG", picture.to_png, "image/png"), ("SVG", picture.to_svg, "image/svg+xml")):
            st.download_button(
                label,
                data=lambda make=make: make(wide),
                file_name=f"{name}_{view.release_id}.{label.lower()}",
                mime=kind,
                key=f"{label}_{name}",
                on_click="ignore",
                icon=":material/image:",
                type="tertiary",
                help=_("Save the picture"),
            )


def show_table(
    view: View, rows: pd.DataFrame, headers: dict[str, str], alternative: str, name: str, figure: str | None = None
) -> None:
    """A table of the columns that ``headers`` names; selecting a row opens the source of its figure.

    Args:
        headers: column of ``rows`` to heading, in order.
        alternative: what the table holds.
        name: unique on the page; also names the selection.
        figure: column that holds the id of each row's figure; None where a row has none.
    """
    columns = {
        column: st.column_config.LinkColumn(heading, width=_WIDTHS.get(column), display_text=view.words("open"))
        if column.endswith("url")
        else st.column_config.Column(heading, width=_WIDTHS.get(column))
        for column, heading in headers.items()
    }
    selection = filters.offer(f"row_{name}", list(rows[figure])) if figure else {"key": f"table_{name}"}
    st.dataframe(
        rows[list(headers)],
        hide_index=True,
        column_config=columns,
        placeholder=numbers.UNKNOWN,
        alt=alternative,
        **selection,
    )
    if figure:
        st.caption(view.words("Select a row to see the source of its figures."))


def offer_rows(view: View, rows: pd.DataFrame, headers: dict[str, str], name: str) -> None:
    """The rows shown as a CSV, made when it is asked for."""
    st.download_button(
        view.words("Download these rows (CSV)"),
        data=_csv(rows, headers),
        file_name=f"{name}_{view.release_id}.csv",
        mime="text/csv",
        key=f"csv_{name}",
        on_click="ignore",
        icon=":material/download:",
    )


def _csv(rows: pd.DataFrame, headers: dict[str, str]) -> Callable[[], bytes]:
    return lambda: tabular.to_csv(rows, headers)


def _fixed_width(chart: alt.TopLevelMixin) -> alt.TopLevelMixin:
    # "container" has no width outside a page.
    return chart.properties(width=860)
