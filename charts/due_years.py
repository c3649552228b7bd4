"""When the promises of a plan or region fall due: one column a year, its targets by state."""

import altair as alt
import pandas as pd

from charts import style


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Stacked columns, one a due year.

    Args:
        rows: ``due_text`` (year), ``group_text`` (text), ``group_colour`` (hex), ``group_order`` (number), ``targets``
            (count); one row a year and group.
        words: ``title``, ``source``, ``targets``, ``state``, ``due``.
    """
    groups = rows.drop_duplicates("group_text").sort_values("group_order")
    columns = (
        alt.Chart(rows)
        .mark_bar(stroke="white", strokeWidth=1, strokeOpacity=0.7, size=34)
        .encode(
            x=alt.X("due_text:O", title=words["due"], axis=alt.Axis(labelAngle=0, labelOverlap=True, ticks=False)),
            y=alt.Y("targets:Q", title=words["targets"], axis=alt.Axis(tickMinStep=1, tickCount=5)),
            color=alt.Color(
                "group_text:N",
                scale=alt.Scale(domain=list(groups["group_text"]), range=list(groups["group_colour"])),
                title=None,
                legend=style.legend_of_states(),
            ),
            order=alt.Order("group_order:Q"),
            tooltip=[
                alt.Tooltip("due_text:N", title=words["due"]),
                alt.Tooltip("group_text:N", title=words["state"]),
                alt.Tooltip("targets:Q", title=words["targets"]),
            ],
        )
    )
    totals = (
        alt.Chart(rows)
        .mark_text(dy=-8, fontSize=12, color=style.QUIET)
        .encode(x="due_text:O", y="sum(targets):Q", text="sum(targets):Q")
    )
    return style.finish(
        alt.layer(columns, totals).properties(height=220, width="container"), words["title"], words["source"]
    )
