"""Two regions beside each other, indicator by indicator: a full dot, an open diamond, the way between them."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 52
# Room for the standing at the end of a row's heading, so that a long label stops before it.
_STANDING_WIDTH = 130


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Dumbbell chart; each row has a scale of its own, on which the larger of the two is 100.

    Args:
        rows: two rows a pair: ``figure_id``, ``label`` (text, one a pair), ``region``, ``position``, ``low``, ``high``
            (0 to 100; an open end is missing), ``figure_text``, ``year_text``, ``standing_text`` (text).
        words: ``title``, ``source``, ``axis``, ``first``, ``second`` (the regions), ``label``, ``region``, ``figure``,
            ``year``, ``standing``, ``lang``.
    """
    labels = list(dict.fromkeys(rows["label"]))
    regions = [words["first"], words["second"]]
    far = max(105.0, rows[["position", "high"]].max(axis=None) * 1.05)
    scale = alt.Scale(domain=[0, far], nice=False)
    axis = alt.Axis(title=words["axis"], values=[0, 25, 50, 75, 100], labelOverlap=True)
    x = alt.X("position:Q", scale=scale, axis=axis)
    colour = alt.Color(
        "region:N",
        scale=alt.Scale(domain=regions, range=[style.ACTUAL, style.SERIES[3]]),
        # The intervals are pale; the legend is of the points.
        legend=alt.Legend(title=None, symbolOpacity=1),
    )
    y = alt.Y("label:N", sort=labels, axis=None)
    shifted = {"yOffset": 10}
    base = alt.Chart(rows).encode(
        y=y,
        tooltip=[
            alt.Tooltip("label:N", title=words["label"]),
            alt.Tooltip("region:N", title=words["region"]),
            alt.Tooltip("figure_text:N", title=words["figure"]),
            alt.Tooltip("year_text:N", title=words["year"]),
            alt.Tooltip("standing_text:N", title=words["standing"]),
        ],
    )
    open_ended = rows.assign(low=rows["low"].fillna(0), high=rows["high"].fillna(far))
    intervals = (
        alt.Chart(open_ended[rows["low"].isna() | (rows["low"] != rows["high"])])
        .mark_bar(height=9, opacity=0.3, **shifted)
        .encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", y=y, color=colour)
    )
    way = base.mark_line(strokeWidth=2.5, color=style.BEHIND, **shifted).encode(x=x, detail="label:N")
    points = base.mark_point(size=130, opacity=1, strokeWidth=2.5, **shifted).encode(
        x=x,
        shape=alt.Shape("region:N", scale=alt.Scale(domain=regions, range=["circle", "diamond"]), title=None),
        color=colour,
    )
    headings = alt.Chart(rows.drop_duplicates("label")).encode(y=y)
    name = headings.mark_text(
        align="left", dy=-13, fontSize=12, color=style.QUIET, limit=alt.ExprRef(f"max(width - {_STANDING_WIDTH}, 80)")
    ).encode(x=alt.value(0), text="label:N")
    standing = headings.mark_text(align="right", dy=-13, fontSize=12, color=style.QUIET).encode(
        x=alt.value("width"), text="standing_text:N"
    )
    picture = alt.layer(intervals, way, *style.pickable(points), name, standing).properties(
        height=ROW_HEIGHT * len(labels), width="container"
    )
    return style.finish(picture, words["title"], words["source"])
