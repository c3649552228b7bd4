"""Which regions have figures in which themes."""

import altair as alt
import pandas as pd

from charts import style


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Heat table of regions by themes.

    Args:
        rows: ``region``, ``theme_name`` (text), ``figures``, ``targets`` (counts); in drawing order.
        words: ``title``, ``source``, ``figures``, ``targets``, ``region``, ``theme``.
    """
    base = alt.Chart(rows).encode(
        x=alt.X(
            "theme_name:N",
            sort=list(dict.fromkeys(rows["theme_name"])),
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=140, ticks=False, labelOverlap=False),
        ),
        y=alt.Y(
            "region:N",
            sort=list(dict.fromkeys(rows["region"])),
            title=None,
            axis=alt.Axis(ticks=False, labelOverlap=False),
        ),
        tooltip=[
            alt.Tooltip("region:N", title=words["region"]),
            alt.Tooltip("theme_name:N", title=words["theme"]),
            alt.Tooltip("figures:Q", title=words["figures"]),
            alt.Tooltip("targets:Q", title=words["targets"]),
        ],
    )
    cells = base.mark_rect(cornerRadius=2, stroke="white", strokeWidth=1, strokeOpacity=0.4).encode(
        color=alt.Color(
            "figures:Q",
            scale=alt.Scale(type="symlog", range=style.SEQUENCE),
            title=words["figures"],
            legend=alt.Legend(orient="bottom", gradientLength=180),
        )
    )
    # On a telephone a cell is narrower than its number; the shade and the table below tell it there.
    numbers = base.mark_text(fontSize=11, opacity=alt.ExprRef("width < 420 ? 0 : 1")).encode(
        text="figures:Q", color=alt.condition("datum.figures > 25", alt.value("white"), alt.value("#1b1b1b"))
    )
    height = 24 * rows["region"].nunique()
    return style.finish(
        (cells + numbers).properties(height=max(height, 60), width="container"), words["title"], words["source"]
    )
