"""Documents over the years: from the year of issue to the last year planned for, with the years targets fall due in."""

import altair as alt
import pandas as pd

from charts import style

_ROW_HEIGHT = 54


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Timeline, one row a document: its name, a bar for its years, an open circle for the issue, ticks for due years;
    a document that names no year says so in its row.

    Args:
        rows: ``label`` (text, unique), ``kind`` (``span``, ``issued``, ``due`` or ``no_year``), ``first`` and ``last``
            (years of a span), ``year`` (of issue or due), ``targets`` (count of those due); documents in drawing order.
        words: ``title``, ``source``, ``label``, ``years``, ``issued``, ``due``, ``targets``, ``year``, ``no_year``.
    """
    labels = list(dict.fromkeys(rows["label"]))
    scale = _years(rows)
    axis = alt.Axis(title=words["year"], format="d", tickMinStep=1, tickCount=10, labelOverlap=True)
    kinds = {"span": words["years"], "issued": words["issued"], "due": words["due"]}
    drawn = alt.Chart(rows.assign(kind_text=rows["kind"].map(kinds))).encode(y=alt.Y("label:N", sort=labels, axis=None))
    colour = alt.Color(
        "kind_text:N",
        scale=alt.Scale(domain=list(kinds.values()), range=[style.PALE, style.ACTUAL, style.TARGET]),
        title=None,
    )
    span = (
        drawn.transform_filter("datum.kind == 'span'")
        .mark_bar(height=10, yOffset=3, cornerRadius=3)
        .encode(
            x=alt.X("first:Q", scale=scale, axis=axis),
            x2="last:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("label:N", title=words["label"]),
                alt.Tooltip("first:Q", title=words["year"], format="d"),
                alt.Tooltip("last:Q", title=words["year"], format="d"),
            ],
        )
    )
    point = [alt.Tooltip("label:N", title=words["label"]), alt.Tooltip("year:Q", title=words["year"], format="d")]
    issued = (
        drawn.transform_filter("datum.kind == 'issued'")
        .mark_point(size=90, strokeWidth=2.5, yOffset=3, opacity=1)
        .encode(x=alt.X("year:Q", scale=scale, axis=axis), color=colour, tooltip=point)
    )
    due = drawn.transform_filter("datum.kind == 'due'").encode(
        x=alt.X("year:Q", scale=scale, axis=axis),
        color=colour,
        tooltip=[*point, alt.Tooltip("targets:Q", title=words["targets"])],
    )
    ticks = due.mark_tick(thickness=4, height=20, yOffset=3, opacity=1)
    counts = due.mark_text(dy=21, fontSize=13, fontWeight=600).encode(text="targets:Q")
    names = alt.Chart(pd.DataFrame({"label": labels})).mark_text(
        align="left", dy=-15, fontSize=12, color=style.QUIET, limit=alt.ExprRef("width")
    )
    names = names.encode(x=alt.value(0), y=alt.Y("label:N", sort=labels, axis=None), text="label:N")
    without = drawn.transform_filter("datum.kind == 'no_year'").mark_text(
        align="left", dy=4, fontSize=12, fontStyle="italic", color=style.QUIET, text=words["no_year"]
    )
    without = without.encode(x=alt.value(0))
    picture = alt.layer(span, issued, ticks, counts, names, without).properties(
        height=max(_ROW_HEIGHT * len(labels), 60), width="container"
    )
    return style.finish(picture, words["title"], words["source"])


def _years(rows: pd.DataFrame) -> alt.Scale:
    """From the year before the first one known to the year after the last; without any known, a scale of nothing."""
    known = pd.concat([rows["first"], rows["last"], rows["year"]]).dropna()
    return alt.Scale(nice=False) if known.empty else alt.Scale(domain=[known.min() - 1, known.max() + 1], nice=False)
