"""Regions of one level in order of one indicator, each with its interval and the ranks that it leaves open."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 36
_RANK_WIDTH = 200


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """One row a region: its name, figure and rank in one line, bar or dot with the interval below.

    Args:
        rows: ``figure_id`` (id of the figure), ``label`` (text, unique: the region), ``value``, ``low``, ``high`` (the
            interval, may be missing), ``value_text``, ``rank_text``, ``right_text`` (text: both in short),
            ``is_chosen`` (bool: the region that the reader looks at); in drawing order.
        words: ``title``, ``source``, ``axis``, ``region``, ``value``, ``rank``, ``lang``, and ``starts_at_zero``
            (``yes``: bars from zero; else dots on a scale around the values).
    """
    from_zero = words["starts_at_zero"] == "yes"
    scale = alt.Scale(zero=from_zero, nice=True, padding=0 if from_zero else 12)
    axis = alt.Axis(title=words["axis"], labelExpr=style.axis_labels(words["lang"]), tickCount=5, labelOverlap=True)
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=list(rows["label"]), axis=None),
        tooltip=[
            alt.Tooltip("label:N", title=words["region"]),
            alt.Tooltip("value_text:N", title=words["value"]),
            alt.Tooltip("rank_text:N", title=words["rank"]),
        ],
    )
    colour = alt.condition("datum.is_chosen", alt.value(style.TARGET), alt.value(style.ACTUAL))
    mark = base.mark_bar(height=9, yOffset=6) if from_zero else base.mark_circle(size=110, opacity=1, yOffset=6)
    values = mark.encode(x=alt.X("value:Q", scale=scale, axis=axis), color=colour)
    known = rows[rows["low"].notna() & rows["high"].notna()]
    intervals = (
        alt.Chart(known)
        .mark_rule(strokeWidth=2, yOffset=6, y2Offset=6, color=style.QUIET)
        .encode(
            y=alt.Y("label:N", sort=list(rows["label"]), axis=None),
            x=alt.X("low:Q", scale=scale, axis=axis),
            x2="high:Q",
        )
    )
    names = base.mark_text(align="left", dy=-8, fontSize=12, limit=alt.ExprRef(f"max(width - {_RANK_WIDTH}, 80)"))
    figures = base.mark_text(align="right", dy=-8, fontSize=12, color=style.QUIET, limit=_RANK_WIDTH)
    layers = [
        *style.pickable(values),
        *([] if known.empty else [intervals]),
        names.encode(x=alt.value(0), text="label:N", color=alt.value(style.QUIET)),
        figures.encode(x=alt.value("width"), text="right_text:N"),
    ]
    picture = alt.layer(*layers).properties(height=ROW_HEIGHT * len(rows), width="container")
    return style.finish(picture, words["title"], words["source"])
