"""Figures as markers above their names: a line chart without lines, editable like any other."""

from collections.abc import Mapping

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from exports.slides import charting
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

_FORMS = {
    "base": (XL_MARKER_STYLE.CIRCLE, "757575", 11),
    "actual": (XL_MARKER_STYLE.DIAMOND, "2F7AB9", 14),
    "goal": (XL_MARKER_STYLE.DASH, "C2571A", 22),
}


def draw(canvas: Canvas, panel: Panel, series: list[tuple[str, str]], joined: bool = False) -> object:
    """Markers of several series over the rows' labels.

    Args:
        series: column of the rows (``base``, ``actual``, ``goal``) and word that names it.
        joined: draw a line from each row's lowest to its highest marker.
    """
    rows, words = panel.drawn, panel.words
    data = CategoryChartData()
    data.categories = [_told(row, words, series) for row in rows.to_dict("records")]
    for column, word in series:
        data.add_series(words[word], charting.values(rows[column]))
    frame = canvas.chart(XL_CHART_TYPE.LINE_MARKERS, data)
    plot = frame.chart.plots[0]
    for (column, _), drawn in zip(series, plot.series, strict=True):
        _form(drawn, column)
    if joined:
        _join(plot._element)
    charting.upright(frame.chart.category_axis)
    frame.chart.category_axis.tick_labels.font.size = Pt(canvas.size - 2)
    frame.chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    lowest, highest = _span(panel.whole[[column for column, _ in series]])
    charting.axis(frame.chart.value_axis, words, highest, lowest)
    return frame


def _told(row: dict, words: Mapping[str, str], series: list[tuple[str, str]]) -> str:
    """A row's name with its figures below: beside the markers they would fall on one another."""
    figures = [f"{words[word]} {row[f'{column}_text']}" for column, word in series]
    return "\n".join([row["label"], *figures, row["state_text"]])


def _form(series: object, column: str) -> None:
    style, colour, size = _FORMS[column]
    series.format.line.fill.background()
    series.smooth = False
    series.marker.style, series.marker.size = style, size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(colour)
    series.marker.format.line.color.rgb = RGBColor.from_string(colour)


def _join(plot: object) -> None:
    lines = parse_xml(
        f"<c:hiLowLines {nsdecls('c', 'a')}><c:spPr><a:ln w='31750'><a:solidFill>"
        "<a:srgbClr val='8FB8DC'/></a:solidFill></a:ln></c:spPr></c:hiLowLines>"
    )
    plot.find(qn("c:marker")).addprevious(lines)


def _span(figures: pd.DataFrame) -> tuple[float, float]:
    low, high = figures.min().min(), figures.max().max()
    room = (high - low or abs(high) or 1.0) * 0.15
    step = 10.0 ** _exponent(room)
    return (low - room) // step * step, -(-(high + room) // step) * step


def _exponent(value: float) -> int:
    return int(f"{value:e}".split("e")[1])
