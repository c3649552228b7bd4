"""Regions by themes: a cell is a strip of its targets, full where a figure speaks, hollow where it should."""

import math
import unicodedata
from collections.abc import Callable

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 32
_STRIP_HEIGHT = 13
# Room that a cell leaves on either side of its strip, as a share of its width.
_MARGIN = 0.07
# The names of the themes stand aslant in empty rows above the regions; how far a Latin and a Chinese letter rise there.
_ANGLE, _RISE = 300, (4.7, 10.6)
# Below this width of the strips the counts and signs are left to the table.
_NARROW = 560
# A strip's part of at least this share of its cell has room for its sign.
_ROOM = 0.24


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Matrix of strips, one row a region, one column a theme.

    Args:
        rows: ``region``, ``theme``, ``group_text``, ``group_sign`` (text), ``group_colour`` (hex),
            ``is_hollow``, ``is_dashed`` (bool), ``group_order``, ``theme_order`` (numbers), ``start``, ``end`` (0 to
            1), ``targets`` (of the segment), ``targets_of_cell`` (counts); regions in drawing order.
        words: ``title``, ``source``, ``region``, ``theme``, ``state``, ``targets``.
    """
    regions, themes = list(dict.fromkeys(rows["region"])), sorted(dict.fromkeys(rows["theme"]), key=_first(rows))
    placed = rows.assign(
        first=[_place(themes, theme, share) for theme, share in zip(rows["theme"], rows["start"], strict=True)],
        last=[_place(themes, theme, share) for theme, share in zip(rows["theme"], rows["end"], strict=True)],
        middle=[themes.index(theme) + 0.5 for theme in rows["theme"]],
    )
    head = _head(themes)
    x = alt.Scale(domain=[0, len(themes)], nice=False)
    y = alt.Y(
        "region:N",
        scale=alt.Scale(domain=[*head, *regions], paddingInner=0, paddingOuter=0),
        title=None,
        axis=alt.Axis(ticks=False, labelLimit=130, labelFontSize=12),
    )
    groups = rows.drop_duplicates("group_text").sort_values("group_order")
    names = list(groups["group_text"])
    fills = ["transparent" if hollow else colour for hollow, colour in groups[["is_hollow", "group_colour"]].to_numpy()]
    dashes = [[2, 2] if dashed else [1, 0] for dashed in groups["is_dashed"]]
    legend = alt.Legend(
        title=None,
        orient="top",
        columns=alt.ExprRef("max(1, floor(width / 170))"),
        labelLimit=200,
        symbolType="square",
        symbolStrokeWidth=1,
    )
    strips = (
        alt.Chart(placed)
        .mark_bar(height=_STRIP_HEIGHT, yOffset=7, strokeWidth=1)
        .encode(
            x=alt.X("first:Q", scale=x, axis=None),
            x2="last:Q",
            y=y,
            fill=alt.Fill("group_text:N", scale=alt.Scale(domain=names, range=fills), legend=legend),
            stroke=alt.Stroke(
                "group_text:N", scale=alt.Scale(domain=names, range=list(groups["group_colour"])), legend=legend
            ),
            strokeDash=alt.StrokeDash("group_text:N", scale=alt.Scale(domain=names, range=dashes), legend=legend),
            tooltip=[
                alt.Tooltip("region:N", title=words["region"]),
                alt.Tooltip("theme:N", title=words["theme"]),
                alt.Tooltip("group_text:N", title=words["state"]),
                alt.Tooltip("targets:Q", title=words["targets"]),
            ],
        )
    )
    cells = placed.drop_duplicates(["region", "theme"])[["region", "middle", "targets_of_cell"]]
    counts = (
        alt.Chart(cells)
        .mark_text(dy=-8, fontSize=11, color=style.QUIET, opacity=alt.ExprRef(f"width < {_NARROW} ? 0 : 1"))
        .encode(x=alt.X("middle:Q", scale=x, axis=None), y=y, text="targets_of_cell:Q")
    )
    told = placed[~placed["is_hollow"].astype(bool) & (placed["end"] - placed["start"] >= _ROOM)]
    signs = (
        alt.Chart(told.assign(sign_place=(told["first"] + told["last"]) / 2))
        .mark_text(dy=7, fontSize=10, color="white", opacity=alt.ExprRef(f"width < {_NARROW} ? 0 : 1"))
        .encode(x=alt.X("sign_place:Q", scale=x, axis=None), y=y, text="group_sign:N")
    )
    picture = alt.layer(strips, signs, counts, _names_of_themes(themes, head, x, y)).properties(
        height=ROW_HEIGHT * (len(regions) + len(head)), width="container"
    )
    return style.finish(picture, words["title"], words["source"])


def _head(themes: list[str]) -> list[str]:
    """Names of as many empty rows as the longest name of a theme needs."""
    highest = max(sum(_RISE[unicodedata.east_asian_width(sign) in "WF"] for sign in name) for name in themes)
    return [" " * count for count in range(1, math.ceil(highest / ROW_HEIGHT) + 1)]


def _names_of_themes(themes: list[str], head: list[str], x: alt.Scale, y: alt.Y) -> alt.Chart:
    heads = pd.DataFrame({"name": themes, "middle": [place + 0.5 for place in range(len(themes))], "region": head[-1]})
    return (
        alt.Chart(heads)
        .mark_text(
            align="left",
            fontSize=alt.ExprRef(f"width < {_NARROW} ? 10 : 12"),
            color=style.QUIET,
            dy=ROW_HEIGHT / 2 - 4,
            angle=_ANGLE,
        )
        .encode(x=alt.X("middle:Q", scale=x, axis=None), y=y, text="name:N")
    )


def _place(themes: list[str], theme: str, share: float) -> float:
    return themes.index(theme) + _MARGIN + share * (1 - 2 * _MARGIN)


def _first(rows: pd.DataFrame) -> Callable[[str], int]:
    """Place of a theme in drawing order."""
    order = dict(zip(rows["theme"], rows["theme_order"], strict=True))
    return order.__getitem__
