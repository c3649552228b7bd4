"""Regions by indicators: a cell tells by shape, word and shade where a region stands."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 54
# A name stands above its cells; a narrow screen then keeps its whole width for them.
_NAME_HEIGHT, _CELL_HEIGHT = 20, 26
_HEAD = " "
# Dark on pale reads on a light and on a dark page.
_INK, _PALENESS = "#1b1b1b", 0.7
# Below this width a cell shows its shape only.
_NARROW = 74


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Heat table, one column a region, one row an indicator.

    Args:
        rows: ``figure_id`` (may be missing), ``region``, ``indicator``, ``cell_text``, ``shape_text``, ``group_text``,
            ``figure_text``, ``detail_text`` (text), ``group_colour`` (hex), ``group_order`` (number); in drawing order,
            one row a cell.
        words: ``title``, ``source``, ``region``, ``indicator``, ``group``, ``figure``, ``detail``.
    """
    regions, indicators = list(dict.fromkeys(rows["region"])), list(dict.fromkeys(rows["indicator"]))
    groups = rows.drop_duplicates("group_text").sort_values("group_order")
    narrow = f"width / {len(regions)} < {_NARROW}"
    x = alt.X("region:N", sort=regions, scale=alt.Scale(paddingInner=0.06, paddingOuter=0), axis=None)
    # The first row holds the regions' names.
    y = alt.Y("indicator:N", scale=alt.Scale(domain=[_HEAD, *indicators]), axis=None)
    base = alt.Chart(rows).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("region:N", title=words["region"]),
            alt.Tooltip("indicator:N", title=words["indicator"]),
            alt.Tooltip("group_text:N", title=words["group"]),
            alt.Tooltip("figure_text:N", title=words["figure"]),
            alt.Tooltip("detail_text:N", title=words["detail"]),
        ],
    )
    colour = alt.Color(
        "group_text:N",
        scale=alt.Scale(domain=list(groups["group_text"]), range=[_tint(colour) for colour in groups["group_colour"]]),
        legend=alt.Legend(
            title=None, orient="top", columns=_columns(groups["group_text"]), labelLimit=170, symbolType="square"
        ),
    )
    cells = base.mark_bar(
        width={"band": 1},
        height=_CELL_HEIGHT,
        yOffset=_NAME_HEIGHT / 2,
        cornerRadius=3,
        fillOpacity=1,
        strokeWidth=1.2,
    ).encode(color=colour, stroke=alt.Stroke("group_colour:N", scale=None))
    marks = {"dy": _NAME_HEIGHT / 2, "fontSize": 12, "color": _INK}
    layers = [
        _names_of_regions(rows, x, y, narrow),
        *style.pickable(cells),
        base.mark_text(**marks, opacity=alt.ExprRef(f"{narrow} ? 0 : 1")).encode(text="cell_text:N"),
        base.mark_text(**marks, opacity=alt.ExprRef(f"{narrow} ? 1 : 0")).encode(text="shape_text:N"),
        alt.Chart(rows.drop_duplicates("indicator"))
        .mark_text(align="left", dy=-_NAME_HEIGHT + 3, fontSize=12, color=style.QUIET, limit=alt.ExprRef("width"))
        .encode(x=alt.value(0), y=y, text="indicator:N"),
    ]
    picture = alt.layer(*layers).properties(height=ROW_HEIGHT * (len(indicators) + 1), width="container")
    return style.finish(picture, words["title"], words["source"])


def _names_of_regions(rows: pd.DataFrame, x: alt.X, y: alt.Y, narrow: str) -> alt.Chart:
    """Over their columns; leaning where a column is narrower than a name."""
    return (
        alt.Chart(rows.drop_duplicates("region").assign(indicator=_HEAD))
        .mark_text(
            dy=_NAME_HEIGHT / 2,
            fontSize=12,
            fontWeight="bold",
            color=style.QUIET,
            angle=alt.ExprRef(f"{narrow} ? -38 : 0"),
            align=alt.ExprRef(f"{narrow} ? 'left' : 'center'"),
            dx=alt.ExprRef(f"{narrow} ? -12 : 0"),
            limit=88,
        )
        .encode(x=x, y=y, text="region:N")
    )


def _columns(words: pd.Series) -> int:
    """Columns of the legend that a telephone has room for; a Chinese sign is as wide as two letters."""
    widest = max(sum(2 if mark > "\u2e80" else 1 for mark in word) for word in words)
    return 3 if widest <= 12 else 2


def _tint(colour: str) -> str:
    """A hex colour mixed with white."""
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * _PALENESS):02x}" for part in parts)
