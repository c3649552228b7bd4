"""How the targets of each region or theme stand, as one strip a row."""

import altair as alt
import pandas as pd

from charts import style


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Stacked strip of states, one row a group.

    Args:
        rows: ``group`` (text), ``state_text``, ``state_colour`` (hex), ``state_order`` (number), ``targets`` (count).
        words: ``title``, ``source``, ``targets``, ``state``, ``group``.
    """
    states = rows.drop_duplicates("state_text").sort_values("state_order")
    picture = (
        alt.Chart(rows)
        .mark_bar(height=18, stroke="white", strokeWidth=1, strokeOpacity=0.6)
        .encode(
            x=alt.X("targets:Q", title=words["targets"], axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("group:N", sort=list(dict.fromkeys(rows["group"])), title=None, axis=alt.Axis(ticks=False)),
            color=alt.Color(
                "state_text:N",
                scale=alt.Scale(domain=list(states["state_text"]), range=list(states["state_colour"])),
                title=None,
                legend=alt.Legend(
                    orient="top", columns=alt.ExprRef(style.LEGEND_COLUMNS), labelLimit=200, symbolStrokeWidth=0
                ),
            ),
            order=alt.Order("state_order:Q"),
            tooltip=[
                alt.Tooltip("group:N", title=words["group"]),
                alt.Tooltip("state_text:N", title=words["state"]),
                alt.Tooltip("targets:Q", title=words["targets"]),
            ],
        )
        .properties(height=max(28 * rows["group"].nunique(), 60), width="container")
    )
    return style.finish(picture, words["title"], words["source"])
