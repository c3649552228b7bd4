"""Documents over the years: from the year of issue to the last year planned for, with the years targets fall due in."""

import altair as alt
import pandas as pd

from charts import style

_ROW_HEIGHT = 50


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Timeline, one row a document: its name, a bar for its years, an open circle for the issue, ticks for due years.

    Args:
        rows: ``label`` (text, unique), ``kind`` (``span``, ``issued`` or ``due``), ``first`` and ``last`` (years of a
            span), ``year`` (of issue or due), ``targets`` (count of those due); documents in drawing order.
        words: ``title``, ``source``, ``label``, ``years``, ``issued``, ``due``, ``targets``, ``year``.
    """
    labels = list(dict.fromkeys(rows["label"]))
    known = pd.concat([rows["first"], rows["last"], rows["year"]]).dropna()
    scale = alt.Scale(domain=[float(known.min()) - 1, float(known.max()) + 1], nice=False)
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
    counts = due.mark_text(dy=20, fontSize=11).encode(text="targets:Q")
    names = alt.Chart(pd.DataFrame({"label": labels})).mark_text(
        align="left", dy=-15, fontSize=12, color=style.QUIET, limit=alt.ExprRef("width")
    )
    names = names.encode(x=alt.value(0), y=alt.Y("label:N", sort=labels, axis=None), text="label:N")
    picture = alt.layer(span, issued, ticks, counts, names).properties(
        height=max(_ROW_HEIGHT * len(labels), 60), width="container"
    )
    return style.finish(picture, words["title"], words["source"])
