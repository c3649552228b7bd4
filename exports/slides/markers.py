"""Figures as markers above their names: a line chart without lines, editable like any other."""

from collections.abc import Mapping

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from exports.slides import charting
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

# How a series of markers looks: its form, colour and size.
FORMS = {
    "base": (XL_MARKER_STYLE.CIRCLE, "757575", 11),
    "actual": (XL_MARKER_STYLE.DIAMOND, "2F7AB9", 14),
    "goal": (XL_MARKER_STYLE.DASH, "C2571A", 22),
}

# A series: its name, its values, and the form of its markers.
Marks = tuple[str, pd.Series, str]


def draw(
    canvas: Canvas,
    names: list[str],
    series: list[Marks],
    words: Mapping[str, str],
    ends: tuple[float, float],
    joined: bool = False,
) -> GraphicFrame:
    """Markers of several series over the rows' names.

    Args:
        names: of the rows, with what is told of each; a line break begins a new line.
        words: ``axis``, ``lang``.
        ends: of the value axis.
        joined: draw a line from each row's lowest to its highest marker.
    """
    data = CategoryChartData()
    data.categories = names
    for name, values, _ in series:
        data.add_series(name, charting.values(values))
    frame = canvas.chart(XL_CHART_TYPE.LINE_MARKERS, data)
    plot = frame.chart.plots[0]
    for (_, _, form), drawn in zip(series, plot.series, strict=True):
        dress(drawn, form)
    if joined:
        _join(
            plot.series[0], pd.concat([values.reset_index(drop=True) for _, values, _ in series], axis=1).astype(float)
        )
    charting.upright(frame.chart.category_axis)
    frame.chart.category_axis.tick_labels.font.size = Pt(canvas.size - 2)
    frame.chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    frame.chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    charting.axis(frame.chart.value_axis, words, ends[1], ends[0])
    return frame


def of_targets(canvas: Canvas, panel: Panel, series: list[tuple[str, str]], joined: bool = False) -> GraphicFrame:
    """Markers of targets; ``series`` is column (``base``, ``actual``, ``goal``) and key of the word that names it.

    The figures stand below each row's name: beside the markers they would fall on one another.
    """
    rows, words = panel.drawn, panel.words
    names = [
        "\n".join(
            [row["label"], *(f"{words[word]} {row[f'{column}_text']}" for column, word in series), row["state_text"]]
        )
        for row in rows.to_dict("records")
    ]
    marks = [(words[word], rows[column], column) for column, word in series]
    return draw(canvas, names, marks, words, span(panel.whole[[column for column, _ in series]]), joined)


def dress(series: object, form: str) -> None:
    """Give a series the form of its markers and take its line away."""
    style, colour, size = FORMS[form]
    series.format.line.fill.background()
    series.smooth = False
    series.marker.style, series.marker.size = style, size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(colour)
    series.marker.format.line.color.rgb = RGBColor.from_string(colour)


def _join(first: object, figures: pd.DataFrame) -> None:
    """A line from each row's lowest to its highest marker, as the error bars of its first one.

    PowerPoint has lines for this (high-low lines), which other programs leave out.
    """
    charting.error_bars(
        first, figures.iloc[:, 0] - figures.min(axis=1), figures.max(axis=1) - figures.iloc[:, 0], "8FB8DC", 2.5, False
    )


def span(figures: pd.DataFrame) -> tuple[float, float]:
    """Round ends of an axis around figures, with some room."""
    low, high = figures.min().min(), figures.max().max()
    room = (high - low or abs(high) or 1.0) * 0.15
    step = 10.0 ** _exponent(room)
    return (low - room) // step * step, -(-(high + room) // step) * step


def _exponent(value: float) -> int:
    return int(f"{value:e}".split("e")[1])
