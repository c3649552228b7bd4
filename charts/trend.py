"""Figures over the years: a line a region, a target as a dash at its due year, one panel an indicator."""

import math
from collections.abc import Callable

import altair as alt
import pandas as pd

from charts import style

_LEGEND = 22
_HEAD = 22
_GAP = 16
# Room for the numbers of the axis; the right end leaves room for the longest label.
_LEFT = 62
_MOST_RIGHT = 150
_TARGET_SHAPE = "M-1,0L1,0"

Placer = Callable[[str, float], float | None]


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Lines over the years in panels one below the other, each on its own scale; a gap between years is dotted.

    Args:
        rows: ``figure_id`` (id of the figure or target), ``panel`` (text; its heading), ``series`` (text), ``year``
            (number), ``value``, ``low``, ``high`` (the interval, may be missing), ``is_target`` (bool), ``is_named``
            (bool: in colour, the others in grey), ``value_text`` (text), ``label`` (text at the right end, may be
            empty); panels and series in drawing order.
        words: ``title``, ``source``, ``actual``, ``target``, ``gap`` (years without a figure), ``interval``,
            ``series``, ``year``, ``value``, ``lang``.
    """
    rows = _with_colours(rows.astype({"value": float, "low": float, "high": float}))
    tops, height = _panels(rows)
    scales = {panel: _scale(part) for panel, part in rows.groupby("panel", sort=False)}
    place = _placer(tops, scales, _panel_height(len(tops)))
    rows = rows.assign(
        position=_placed(rows, "value", place),
        low_position=_placed(rows, "low", place),
        high_position=_placed(rows, "high", place),
    )
    right = _right_room(rows["label"])
    years = alt.X(
        "year:Q",
        scale=alt.Scale(
            domain=[int(rows["year"].min()), int(rows["year"].max())],
            range=[_LEFT + 12, alt.ExprRef(f"width - {right + 14}")],
            nice=False,
        ),
        axis=alt.Axis(title=None, format="d", tickMinStep=1, tickCount=alt.ExprRef("max(2, floor(width / 90))")),
    )
    pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    y = alt.Y("position:Q", scale=pixels, axis=None)
    layers = [
        *_frame(rows, tops, scales, place, right, y, words),
        *_intervals(rows, years, alt.Y("low_position:Q", scale=pixels, axis=None)),
        *_lines(rows, years, y),
        *style.pickable(*_points(rows, years, y, words)),
        _labels(rows, y, right),
    ]
    picture = alt.layer(*layers).properties(height=height, width="container")
    return style.finish(picture, words["title"], words["source"])


def _with_colours(rows: pd.DataFrame) -> pd.DataFrame:
    named = list(dict.fromkeys(rows.loc[rows["is_named"], "series"]))
    number = {series: position % len(style.SERIES) for position, series in enumerate(named)}
    one = len(named) == 1
    colours = [
        style.QUIET if series not in number else style.TARGET if one and is_target else style.SERIES[number[series]]
        for series, is_target in zip(rows["series"], rows["is_target"], strict=True)
    ]
    shapes = [
        _TARGET_SHAPE if is_target else style.SHAPES[number.get(series, 0)]
        for series, is_target in zip(rows["series"], rows["is_target"], strict=True)
    ]
    return rows.assign(colour=colours, shape=shapes)


def _panel_height(panels: int) -> int:
    return 300 if panels == 1 else 84 if panels <= 4 else 66


def _panels(rows: pd.DataFrame) -> tuple[dict[str, float], float]:
    """Where the drawing of each panel begins, in pixels, and how high all are together."""
    names = list(dict.fromkeys(rows["panel"]))
    step = _HEAD + _panel_height(len(names)) + _GAP
    return {name: _LEGEND + _HEAD + step * number for number, name in enumerate(names)}, _LEGEND + step * len(names)


def _scale(part: pd.DataFrame) -> list[float]:
    """Three to six round numbers around the figures; from zero where the figures come near it."""
    figures = pd.concat([part["value"], part["low"], part["high"]]).astype(float)
    figures = figures[figures.map(math.isfinite)]
    low, high = float(figures.min()), float(figures.max())
    if 0 <= low < 0.4 * high:
        low = 0.0
    if high == low:
        low, high = low - abs(low) * 0.05 - 0.5 * (low == 0), high + abs(high) * 0.05 + 0.5 * (high == 0)
    rough = (high - low) / 3
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(step * number, 10) for number in range(first, last + 1)]


def _placer(tops: dict[str, float], scales: dict[str, list[float]], height: float) -> Placer:
    def place(panel: str, value: float) -> float | None:
        ticks = scales[panel]
        if not math.isfinite(value):
            return None
        return tops[panel] + height * (1 - (value - ticks[0]) / (ticks[-1] - ticks[0]))

    return place


def _placed(rows: pd.DataFrame, column: str, place: Placer) -> list[float | None]:
    return [place(panel, float(value)) for panel, value in zip(rows["panel"], rows[column], strict=True)]


def _right_room(labels: pd.Series) -> int:
    """Pixels for the longest label: a Chinese sign is about twice as wide as a Latin one."""
    width = max((sum(12.5 if mark > "\u2e80" else 6.8 for mark in label) for label in labels), default=0)
    return min(int(width) + 4, _MOST_RIGHT) if width else 0


def _frame(
    rows: pd.DataFrame,
    tops: dict[str, float],
    scales: dict[str, list[float]],
    place: Placer,
    right: int,
    y: alt.Y,
    words: dict[str, str],
) -> list[alt.Chart]:
    """The legend in words, and each panel's heading, lines and numbers."""
    ticks = pd.DataFrame(
        [{"position": place(panel, value), "value": value} for panel, values in scales.items() for value in values]
    )
    heads = pd.DataFrame([{"position": top - 14.0, "panel": panel} for panel, top in tops.items()])
    legend = pd.DataFrame([{"position": 6.0, "label": _legend(rows, words)}])
    end = alt.value(alt.ExprRef(f"width - {right}"))
    grid = alt.Chart(ticks).mark_rule(color=style.QUIET, opacity=0.25)
    numbers = alt.Chart(ticks).transform_calculate(label=style.axis_labels(words["lang"]))
    all_words = alt.Chart(legend).mark_text(
        align="left", baseline="middle", fontSize=12, color=style.QUIET, limit=alt.ExprRef("width")
    )
    headings = alt.Chart(heads).mark_text(
        align="left", baseline="middle", fontSize=13, fontWeight=600, color=style.QUIET, limit=alt.ExprRef("width")
    )
    return [
        grid.encode(x=alt.value(_LEFT), x2=end, y=y),
        numbers.mark_text(align="right", baseline="middle", fontSize=11, color=style.QUIET).encode(
            x=alt.value(_LEFT - 6), y=y, text="label:N"
        ),
        all_words.encode(x=alt.value(0), y=y, text="label:N"),
        headings.encode(x=alt.value(0), y=y, text="panel:N"),
    ]


def _legend(rows: pd.DataFrame, words: dict[str, str]) -> str:
    told = [f"● {words['actual']}"]
    if rows["is_target"].any():
        told.append(f"━ {words['target']}")
    if (rows["high"] > rows["low"]).any():
        told.append(f"┃ {words['interval']}")
    if (rows[~rows["is_target"]].sort_values("year").groupby(["panel", "series"])["year"].diff() > 1).any():
        told.append(f"┄ {words['gap']}")
    # Plain spaces would fall together.
    return "\u2003".join(told)


def _lines(rows: pd.DataFrame, years: alt.X, y: alt.Y) -> list[alt.Chart]:
    """From figure to figure; between years that do not follow each other dotted, since nobody knows the way."""
    ordered = rows[~rows["is_target"]].sort_values("year", kind="stable")
    following = ordered.groupby(["panel", "series"], sort=False)
    ways = ordered.assign(next_year=following["year"].shift(-1), next_position=following["position"].shift(-1))
    ways = ways[ways["next_year"].notna()]
    lines = (
        alt.Chart(ways)
        .mark_rule()
        .encode(
            x=years,
            y=y,
            x2="next_year:Q",
            y2="next_position:Q",
            color=alt.Color("colour:N", scale=None),
            opacity=alt.condition("datum.is_named", alt.value(1), alt.value(0.45)),
            strokeWidth=alt.condition("datum.is_named", alt.value(2.5), alt.value(1)),
            strokeDash=alt.condition("datum.next_year - datum.year > 1", alt.value([2, 4]), alt.value([1, 0])),
        )
    )
    return [] if ways.empty else [lines]


def _intervals(rows: pd.DataFrame, years: alt.X, low: alt.Y) -> list[alt.Chart]:
    spans = rows[rows["low_position"].notna() & rows["high_position"].notna() & (rows["high"] > rows["low"])]
    bars = alt.Chart(spans).mark_rule(strokeWidth=5, opacity=0.35, strokeCap="round")
    drawn = bars.encode(x=years, y=low, y2="high_position:Q", color=alt.Color("colour:N", scale=None))
    return [] if spans.empty else [drawn]


def _points(rows: pd.DataFrame, years: alt.X, y: alt.Y, words: dict[str, str]) -> list[alt.Chart]:
    def drawn(part: pd.DataFrame, **mark: object) -> alt.Chart:
        return (
            alt.Chart(part)
            .mark_point(**mark)
            .encode(
                x=years,
                y=y,
                color=alt.Color("colour:N", scale=None),
                shape=alt.Shape("shape:N", scale=None),
                tooltip=[
                    alt.Tooltip("panel:N", title=" "),
                    alt.Tooltip("series:N", title=words["series"]),
                    alt.Tooltip("year:Q", title=words["year"], format="d"),
                    alt.Tooltip("value_text:N", title=words["value"]),
                ],
            )
        )

    others = rows[~rows["is_target"] & ~rows["is_named"]]
    actuals = rows[~rows["is_target"] & rows["is_named"]]
    targets = rows[rows["is_target"]]
    layers = (
        (others, {"filled": True, "size": 22, "opacity": 0.55}),
        (actuals, {"filled": True, "size": 70, "opacity": 1}),
        (targets, {"size": 260, "strokeWidth": 4, "opacity": 1}),
    )
    return [drawn(part, **mark) for part, mark in layers if not part.empty]


def _labels(rows: pd.DataFrame, y: alt.Y, right: int) -> alt.Chart:
    """Names at the right end, at the height of their figure and never on one another."""
    named = (
        rows[rows["label"] != ""].sort_values("position").assign(position=lambda part: part["position"].astype(float))
    )
    for _, part in named.groupby("panel", sort=False):
        named.loc[part.index, "position"] = _spread(list(part["position"]), 15)
    return (
        alt.Chart(named[["position", "label", "colour"]])
        .mark_text(align="left", baseline="middle", fontSize=12, limit=_MOST_RIGHT)
        .encode(
            x=alt.value(alt.ExprRef(f"width - {right - 2}")),
            y=y,
            text="label:N",
            color=alt.Color("colour:N", scale=None),
        )
    )


def _spread(positions: list[float], apart: float) -> list[float]:
    """Rising positions pushed apart to a least distance, and the whole pushed back by half of what it grew."""
    placed: list[float] = []
    for position in positions:
        placed.append(max(position, placed[-1] + apart) if placed else position)
    grown = placed[-1] - positions[-1] if placed else 0
    return [position - grown / 2 for position in placed]
