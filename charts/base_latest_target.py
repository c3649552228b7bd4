"""The way from the starting figure over the latest to the target: an open dot, a full dot, a line to reach."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 46
_STATE_WIDTH = 150
# An upright line, as in the bullet chart.
_TARGET_SHAPE = "M0,-1L0,1"


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Dumbbell chart, one row a target that has a starting and a latest figure.

    Args:
        rows: ``figure_id`` (id of the target), ``label`` (text, unique), ``base``, ``actual``, ``goal`` (one scale),
            ``base_text``, ``actual_text``, ``goal_text``, ``state_text`` (text), ``state_colour`` (hex); in drawing
            order.
        words: ``title``, ``source``, ``axis``, ``base``, ``actual``, ``target``, ``state``, ``label``, ``lang``.
    """
    names = [words["base"], words["actual"], words["target"]]
    scale = alt.Scale(zero=False, nice=True, padding=14)
    axis = alt.Axis(title=words["axis"], labelExpr=style.axis_labels(words["lang"]), tickCount=6, labelOverlap=True)
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=list(rows["label"]), axis=None),
        tooltip=[
            alt.Tooltip("label:N", title=words["label"]),
            alt.Tooltip("base_text:N", title=words["base"]),
            alt.Tooltip("actual_text:N", title=words["actual"]),
            alt.Tooltip("goal_text:N", title=words["target"]),
            alt.Tooltip("state_text:N", title=words["state"]),
        ],
    )
    way = base.mark_rule(strokeWidth=3, yOffset=8, y2Offset=8, color=style.PALE).encode(
        x=alt.X("base:Q", scale=scale, axis=axis), x2="actual:Q"
    )
    points = (
        base.transform_fold(["base", "actual", "goal"], as_=["point", "position"])
        .transform_calculate(
            kind=f"datum.point == 'base' ? '{names[0]}' : datum.point == 'actual' ? '{names[1]}' : '{names[2]}'"
        )
        .mark_point(size=150, yOffset=8, opacity=1, strokeWidth=2.5)
        .encode(
            x=alt.X("position:Q", scale=scale, axis=axis),
            shape=alt.Shape(
                "kind:N", scale=alt.Scale(domain=names, range=["circle", "diamond", _TARGET_SHAPE]), title=""
            ),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=names, range=[style.QUIET, style.ACTUAL, style.TARGET]),
                # The shapes have the legend; a second one for the colours would say the same.
                legend=None,
            ),
        )
    )
    label = base.mark_text(
        align="left", dy=-11, fontSize=12, color=style.QUIET, limit=alt.ExprRef(f"max(width - {_STATE_WIDTH}, 80)")
    ).encode(x=alt.value(0), text="label:N")
    state = base.mark_text(align="right", dy=-11, fontSize=12).encode(
        x=alt.value("width"), text="state_text:N", color=alt.Color("state_colour:N", scale=None)
    )
    picture = alt.layer(way, *style.pickable(points), label, state).properties(
        height=ROW_HEIGHT * len(rows), width="container"
    )
    return style.finish(picture, words["title"], words["source"])
