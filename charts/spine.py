"""One region inside the range of its peers, indicator by indicator, with its parent's mark."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 46
_RANK_WIDTH = 150
_PARENT_SHAPE = "diamond"


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Spine chart, one row an indicator: worse to the left, the median in the middle, better to the right.

    Args:
        rows: ``figure_id`` (id of the figure drawn), ``label`` (text, unique), ``is_parent`` (bool), ``position``
            (number; -1 worst, 0 median, 1 best, beyond them 1.12), ``position_lower``, ``position_upper`` (the
            interval, may be missing), ``value_text``, ``standing_text``, ``rank_text``, ``worst_text``,
            ``middle_text``, ``best_text`` (text), ``standing_colour`` (hex), ``standing_shape`` (Vega shape); own rows
            in drawing order, each followed by its parent's if there is one.
        words: ``title``, ``source``, ``worse``, ``better``, ``middle``, ``region``, ``parent``, ``indicator``,
            ``value``, ``standing``, ``rank``, ``range``.
    """
    own, parents = rows[~rows["is_parent"]], rows[rows["is_parent"]]
    place = alt.Y("label:N", sort=list(own["label"]), axis=None)
    scale = alt.Scale(domain=[-1.15, 1.15], nice=False)
    x = alt.X("position:Q", scale=scale, axis=None)
    base = alt.Chart(own).encode(y=place)
    layers = [
        base.mark_bar(height=10, color=style.PALE, opacity=0.35, yOffset=4).encode(
            x=alt.XDatum(-1, scale=scale, axis=None), x2=alt.X2Datum(1)
        ),
        base.mark_bar(height=10, color=style.PALE, opacity=0.55, yOffset=4).encode(
            x=alt.XDatum(-0.5, scale=scale, axis=None), x2=alt.X2Datum(0.5)
        ),
        base.mark_tick(thickness=2, height=16, color=style.QUIET, yOffset=4, opacity=1).encode(
            x=alt.XDatum(0, scale=scale, axis=None)
        ),
        *_ends(base),
        *_legend(words, not parents.empty),
        _text(base, "label:N", 0, "left", -13, 12, f"max(width - {_RANK_WIDTH}, 80)"),
        base.mark_text(align="right", dy=-13, fontSize=12).encode(
            x=alt.value("width"), text="rank_text:N", color=alt.Color("standing_colour:N", scale=None)
        ),
        *_intervals(own, place, scale),
        *style.pickable(*_points(own, parents, place, x, words)),
    ]
    picture = alt.layer(*layers).properties(height=ROW_HEIGHT * len(own), width="container")
    return style.finish(picture, words["title"], words["source"])


def _text(base: alt.Chart, text: str, x: int | str, align: str, dy: int, size: int, limit: str) -> alt.Chart:
    mark = base.mark_text(align=align, dy=dy, fontSize=size, color=style.QUIET, limit=alt.ExprRef(limit))
    return mark.encode(x=alt.value(x), text=text)


def _ends(base: alt.Chart) -> list[alt.Chart]:
    """The figures at both ends and in the middle of the range."""
    middle = base.mark_text(align="center", dy=17, fontSize=10, color=style.QUIET, limit=alt.ExprRef("width / 4"))
    return [
        _text(base, "worst_text:N", 0, "left", 17, 10, "width * 0.36"),
        middle.encode(x=alt.value(alt.ExprRef("width / 2")), text="middle_text:N"),
        _text(base, "best_text:N", "width", "right", 17, 10, "width * 0.36"),
    ]


def _legend(words: dict[str, str], has_parents: bool) -> list[alt.Chart]:
    """One line above the rows: which end is better, and what the marks are."""
    marks = [f"● {words['region']}", *([f"◇ {words['parent']}"] if has_parents else []), f"┃ {words['middle']}"]
    told = ((0, "left", f"◂ {words['worse']}"), ("middle", "center", "\u2003".join(marks)))
    told = (*told, ("width", "right", f"{words['better']} ▸"))
    return [
        alt.Chart(pd.DataFrame([{"label": text}]))
        .mark_text(align=align, fontSize=12, color=style.QUIET)
        .encode(
            x=alt.value(alt.ExprRef("width / 2") if x == "middle" else x),
            y=alt.value(-8),
            text="label:N",
        )
        for x, align, text in told
    ]


def _intervals(own: pd.DataFrame, place: alt.Y, scale: alt.Scale) -> list[alt.Chart]:
    known = own[own["position_lower"].notna() & own["position_upper"].notna()]
    bars = alt.Chart(known).mark_rule(strokeWidth=3, yOffset=4, y2Offset=4, opacity=0.8)
    drawn = bars.encode(
        y=place,
        x=alt.X("position_lower:Q", scale=scale, axis=None),
        x2="position_upper:Q",
        color=alt.Color("standing_colour:N", scale=None),
    )
    return [] if known.empty else [drawn]


def _points(own: pd.DataFrame, parents: pd.DataFrame, place: alt.Y, x: alt.X, words: dict[str, str]) -> list[alt.Chart]:
    region = alt.Chart(own).mark_point(filled=True, size=170, opacity=1, yOffset=4, stroke="white", strokeWidth=1)
    parent = alt.Chart(parents).mark_point(filled=False, size=120, opacity=1, yOffset=4, strokeWidth=2.5)
    tooltip = [
        alt.Tooltip("label:N", title=words["indicator"]),
        alt.Tooltip("value_text:N", title=words["value"]),
        alt.Tooltip("standing_text:N", title=words["standing"]),
        alt.Tooltip("rank_text:N", title=words["rank"]),
        alt.Tooltip("range_text:N", title=words["range"]),
    ]
    drawn = [
        region.encode(
            x=x,
            y=place,
            color=alt.Color("standing_colour:N", scale=None),
            shape=alt.Shape("standing_shape:N", scale=None),
            tooltip=tooltip,
        )
    ]
    if not parents.empty:
        drawn.append(
            parent.encode(
                x=x,
                y=place,
                color=alt.value(style.TARGET),
                shape=alt.value(_PARENT_SHAPE),
                tooltip=[
                    alt.Tooltip("label:N", title=words["indicator"]),
                    alt.Tooltip("value_text:N", title=words["parent"]),
                ],
            )
        )
    return drawn
