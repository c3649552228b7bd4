"""The standard way to show an exhibit: its picture, the table beside it, the files to take away, each row's source."""

import json

import streamlit as st

from ui import downloads, filters, numbers
from ui.exhibits import Exhibit
from ui.folding import unfolded
from ui.frame import View
from ui.pinning import offer_pin

# Told before the figures are seen; the words carry the status, the colour only repeats it.
_NOTE_BOXES = {
    "green": (st.success, ":material/check_circle:"),
    "amber": (st.warning, ":material/info:"),
    "refused": (st.warning, ":material/block:"),
}


def show(view: View, exhibit: Exhibit, fold: str | None = None) -> None:
    """An exhibit whole: what must be told beside it, its picture, its table and its files.

    Args:
        fold: heading to fold the table under, which is then built when it is unfolded; None shows it open.
    """
    if exhibit.notes:
        box, icon = _NOTE_BOXES[exhibit.notes_status]
        box("  \n".join(exhibit.notes), icon=icon)
    if exhibit.spec is not None:
        show_picture(view, exhibit)
    if fold is None:
        _show_rows(view, exhibit)
    # A page may show an exhibit once for each of several indicators; other choices leave it as the reader folded it.
    elif place := unfolded(fold, f"{exhibit.name}_{exhibit.choices.get('indicator', '')}"):
        with place:
            _show_rows(view, exhibit)


def _show_rows(view: View, exhibit: Exhibit) -> None:
    show_table(view, exhibit)
    if exhibit.spec is None:
        _offer(view, exhibit)


def show_picture_alone(view: View, exhibit: Exhibit) -> None:
    """The picture with its text alternative, and nothing to take away."""
    st.vega_lite_chart(_spec_to_send(exhibit), alt=exhibit.takeaway, key=f"seen_{exhibit.key}")


def show_picture(view: View, exhibit: Exhibit) -> None:
    """The picture with its text alternative and its files."""
    if exhibit.plotly is None:
        _draw(exhibit)
    else:
        st.plotly_chart(
            exhibit.plotly_on_dark if _is_dark() else exhibit.plotly,
            alt=exhibit.takeaway,
            key=f"plotly_{exhibit.key}",
            config={"displayModeBar": False},
        )
    _offer(view, exhibit)


def _draw(exhibit: Exhibit) -> None:
    """Picking a mark opens the source of its figure."""
    can_pick = "figure_id" in exhibit.drawn
    key = filters.offer_points(f"mark_{exhibit.key}") if can_pick else {"key": f"chart_{exhibit.key}"}
    st.vega_lite_chart(_spec_to_send(exhibit), alt=exhibit.takeaway, **key)


def show_table(view: View, exhibit: Exhibit) -> None:
    """The rows under their headings; selecting a row opens the source of its figure."""
    shown = exhibit.screen
    # Where a table must scroll, what its rows are about stays in sight.
    held = next(iter(shown)) if exhibit.scrolls else None
    columns = {
        column: st.column_config.LinkColumn(heading, width=shown.get(column), display_text=view.words("open"))
        if column.endswith("url")
        else st.column_config.Column(heading, width=shown.get(column), pinned=column == held)
        for column, heading in exhibit.columns.items()
    }
    st.dataframe(
        exhibit.table,
        hide_index=True,
        column_config=columns,
        column_order=list(shown),
        placeholder=numbers.UNKNOWN,
        alt=exhibit.title,
        **_selection(exhibit),
    )
    if len(exhibit.rows) > exhibit.table.num_rows:
        st.caption(
            view.words("The first {shown} of {count} rows; the files hold all of them.").format(
                shown=f"{exhibit.table.num_rows:,}", count=f"{len(exhibit.rows):,}"
            )
        )
    told = [view.words("Select a row to see the source of its figures.")] if exhibit.figure else []
    if len(shown) < len(exhibit.columns):
        told.append(view.words("Further columns are in the files."))
    if told:
        st.caption(" ".join(told))


def _spec_to_send(exhibit: Exhibit) -> dict:
    """A copy: Streamlit changes what it is given, and the exhibit is shared by all visitors."""
    drawing, data = (
        (exhibit.drawing_on_dark, exhibit.datasets_on_dark) if _is_dark() else (exhibit.drawing, exhibit.datasets)
    )
    return json.loads(drawing) | {"datasets": dict(data)}


def _is_dark() -> bool:
    return st.context.theme.type == "dark"


def _selection(exhibit: Exhibit) -> dict[str, object]:
    """Arguments for what selecting a row does: open its source, choose something for the page, or nothing."""
    if exhibit.figure:
        # A row without a figure of its own opens nothing.
        return filters.offer(f"row_{exhibit.key}", exhibit.figures)
    if exhibit.chooses:
        name, column = exhibit.chooses
        return filters.offer(f"row_{exhibit.key}", list(exhibit.rows[column]), name)
    return {"key": f"table_{exhibit.key}"}


def _offer(view: View, exhibit: Exhibit) -> None:
    """What can be done with an exhibit: take it away, cite it, present it."""
    with st.container(horizontal=True, gap="small"):
        downloads.offer(view, exhibit)
        offer_pin(view, exhibit)
