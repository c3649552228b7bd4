"""Regions in order of one indicator: bars from zero or markers, each with its interval and its rank in words."""

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE

from exports.slides import charting, markers
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 6

_OTHERS, _CHOSEN = "8FB8DC", "1C5486"


def draw(canvas: Canvas, panel: Panel) -> object:
    """Bars where they start at zero, else markers."""
    rows, words = panel.drawn, panel.words
    if words["starts_at_zero"] != "yes":
        return _markers(canvas, panel)
    data = CategoryChartData()
    data.categories = list(rows["label"])
    data.add_series(words["value"], charting.values(rows["value"]))
    frame = canvas.chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    chart = frame.chart
    chart.has_legend = False
    series = chart.plots[0].series[0]
    charting.fill(series, _OTHERS)
    for place, chosen in enumerate(rows["is_chosen"]):
        if chosen:
            series.points[place].format.fill.solid()
            series.points[place].format.fill.fore_color.rgb = RGBColor.from_string(_CHOSEN)
    charting.label_points(canvas, series, _told(rows))
    charting.error_bars(series, rows["value"] - rows["low"].astype(float), rows["high"].astype(float) - rows["value"])
    charting.top_down(chart)
    chart.plots[0].gap_width = 60
    charting.axis(chart.value_axis, words, charting.round_up(panel.whole["value"].max() * 1.6))
    return frame


def _told(rows: pd.DataFrame) -> list[str]:
    return [f"{row.value_text}  {row.rank_text}" for row in rows.itertuples()]


def _markers(canvas: Canvas, panel: Panel) -> object:
    rows = panel.drawn
    names = [f"{row.label}\n{row.value_text}\n{row.rank_text}" for row in rows.itertuples()]
    ends = markers.span(panel.whole[["value", "low", "high"]].astype(float))
    frame = markers.draw(canvas, names, [(panel.words["value"], rows["value"], "actual")], panel.words, ends)
    frame.chart.has_legend = False
    low, high = rows["low"].astype(float), rows["high"].astype(float)
    charting.error_bars(frame.chart.plots[0].series[0], rows["value"] - low, high - rows["value"])
    return frame
