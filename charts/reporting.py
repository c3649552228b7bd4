"""Who reports: of the targets whose due year is over, those that a figure judges stand full, the others hollow."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 38
_TEXT_WIDTH = 190


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """One bar a group: its whole length the targets due, the full part those reported.

    Args:
        rows: ``group`` (text, unique), ``due``, ``reported`` (counts), ``told`` (text: both in words); in order.
        words: ``title``, ``source``, ``group``, ``due``, ``reported``, ``silent``.
    """
    parts = pd.concat(
        [
            rows.assign(part=words["reported"], first=0, last=rows["reported"], order=0),
            rows.assign(part=words["silent"], first=rows["reported"], last=rows["due"], order=1),
        ]
    )
    parts = parts[parts["last"] > parts["first"]]
    names = [words["reported"], words["silent"]]
    y = alt.Y("group:N", sort=list(rows["group"]), axis=None)
    legend = alt.Legend(title=None, orient="top", symbolType="square")
    bars = (
        alt.Chart(parts)
        .mark_bar(height=11, yOffset=7, strokeWidth=1)
        .encode(
            x=alt.X("first:Q", title=words["due"], axis=alt.Axis(tickMinStep=1, tickCount=6)),
            x2="last:Q",
            y=y,
            fill=alt.Fill("part:N", scale=alt.Scale(domain=names, range=[style.ACTUAL, "transparent"]), legend=legend),
            stroke=alt.Stroke("part:N", scale=alt.Scale(domain=names, range=[style.ACTUAL, "#8a8a8a"]), legend=legend),
            tooltip=[
                alt.Tooltip("group:N", title=words["group"]),
                alt.Tooltip("due:Q", title=words["due"]),
                alt.Tooltip("reported:Q", title=words["reported"]),
            ],
        )
    )
    base = alt.Chart(rows).encode(y=y)
    labels = base.mark_text(
        align="left", dy=-9, fontSize=12, color=style.QUIET, limit=alt.ExprRef(f"max(width - {_TEXT_WIDTH}, 80)")
    ).encode(x=alt.value(0), text="group:N")
    told = base.mark_text(align="right", dy=-9, fontSize=12, color=style.QUIET).encode(
        x=alt.value("width"), text="told:N"
    )
    picture = alt.layer(bars, labels, told).properties(height=ROW_HEIGHT * len(rows), width="container")
    return style.finish(picture, words["title"], words["source"])
