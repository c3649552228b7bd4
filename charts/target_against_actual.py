"""Targets beside the latest actuals: a bar or dot for what is, a line for what was promised."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 46
# Room that the state at the end of a row's heading takes, so that a long label stops before it.
_STATE_WIDTH = 150


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Bullet chart, one row a target: its name and state in one line, bar and mark below.

    Args:
        rows: ``figure_id`` (id of the target), ``label`` (text, unique), ``actual``, ``low``, ``high``, ``goal`` (on
            one scale, may be missing),
            ``actual_text``, ``goal_text``, ``state_text`` (text), ``state_colour`` (hex); in drawing order.
        words: ``title``, ``source``, ``axis``, ``actual``, ``target``, ``state``, ``label``, ``lang``, and
            ``starts_at_zero`` (``yes``: bars from zero; else dots on a scale around the values).
    """
    from_zero = words["starts_at_zero"] == "yes"
    scale = alt.Scale(zero=from_zero, nice=True, padding=0 if from_zero else 12)
    axis = alt.Axis(title=words["axis"], labelExpr=style.axis_labels(words["lang"]), tickCount=6, labelOverlap=True)
    tooltip = [
        alt.Tooltip("label:N", title=words["label"]),
        alt.Tooltip("actual_text:N", title=words["actual"]),
        alt.Tooltip("goal_text:N", title=words["target"]),
        alt.Tooltip("state_text:N", title=words["state"]),
    ]
    # The names stand above the bars, not beside them: a narrow screen keeps its whole width for the figures.
    base = alt.Chart(rows).encode(y=alt.Y("label:N", sort=list(rows["label"]), axis=None), tooltip=tooltip)
    legend = alt.Scale(domain=[words["actual"], words["target"]], range=[style.ACTUAL, style.TARGET])
    kind = alt.Color("kind:N", scale=legend, title=None)

    band = base.mark_bar(height=18, yOffset=8, color=style.PALE, opacity=0.45).encode(
        x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
    )
    actual = base.transform_calculate(kind=f"'{words['actual']}'").transform_filter("isValid(datum.actual)")
    actual = actual.mark_bar(height=12, yOffset=8) if from_zero else actual.mark_circle(size=150, opacity=1, yOffset=8)
    actual = actual.encode(x=alt.X("actual:Q", scale=scale, axis=axis), color=kind)
    target = (
        base.transform_calculate(kind=f"'{words['target']}'")
        .transform_filter("isValid(datum.goal)")
        .mark_tick(thickness=4, height=22, yOffset=8, opacity=1)
        .encode(x=alt.X("goal:Q", scale=scale, axis=axis), color=kind)
    )
    label = base.mark_text(
        align="left", dy=-11, fontSize=12, color=style.QUIET, limit=alt.ExprRef(f"max(width - {_STATE_WIDTH}, 80)")
    ).encode(x=alt.value(0), text="label:N")
    state = base.mark_text(align="right", dy=-11, fontSize=12).encode(
        x=alt.value("width"), text="state_text:N", color=alt.Color("state_colour:N", scale=None)
    )
    # A layer without marks would be a symbol that nothing describes to a screen reader.
    bands = [band] if rows[["low", "high"]].notna().all(axis=1).any() else []
    layers = alt.layer(*bands, *style.pickable(actual, target), label, state)
    picture = layers.properties(height=ROW_HEIGHT * len(rows), width="container")
    return style.finish(picture, words["title"], words["source"])
