"""Target against actual: the bar of the actual inside the frame of the target, or markers off a zero line."""

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from exports.slides import charting, markers, measuring
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 5

_ACTUAL, _TARGET = "2F7AB9", "C2571A"
# What the names of the rows leave for the bars.
_PLOT_SHARE = 0.62


def draw(canvas: Canvas, panel: Panel) -> object:
    """Bars over one another where they start at zero, else markers.

    Both lie on one axis: two bar groups on two axes are what PowerPoint draws over one another and LibreOffice beside.
    """
    if panel.words["starts_at_zero"] != "yes":
        return markers.of_targets(canvas, panel, [("actual", "actual"), ("goal", "target")])
    rows, words = panel.drawn, panel.words
    data = CategoryChartData()
    data.categories = list(rows["label"])
    data.add_series(words["actual"], charting.values(rows["actual"]))
    data.add_series(words["target"], charting.values(rows["goal"]))
    frame = canvas.chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    chart = frame.chart
    chart.plots[0].overlap, chart.plots[0].gap_width = 100, 60
    actual, target = chart.plots[0].series
    charting.fill(actual, _ACTUAL)
    charting.outline(target, _TARGET)
    # Beside the longer of the two bars, so that the words stand on white.
    told = _told(rows)
    beyond = (rows["actual"] >= rows["goal"]).tolist()
    charting.label_points(canvas, actual, [text if over else "" for text, over in zip(told, beyond, strict=True)])
    charting.label_points(canvas, target, ["" if over else text for text, over in zip(told, beyond, strict=True)])
    charting.top_down(chart)
    charting.axis(chart.value_axis, words, highest=_highest(canvas, panel))
    return frame


def _highest(canvas: Canvas, panel: Panel) -> float:
    """End of the axis, the same on all pages: beyond each bar the words beside it have their room."""
    plot = canvas.width * _PLOT_SHARE
    ends = [
        max(actual, goal) * plot / max(plot - measuring.ems(told) * Pt(canvas.size), plot * 0.4)
        for actual, goal, told in zip(panel.whole["actual"], panel.whole["goal"], _told(panel.whole), strict=True)
    ]
    return charting.round_up(max(ends))


def _told(rows: pd.DataFrame) -> list[str]:
    return [f"{actual}  {state}" for actual, state in zip(rows["actual_text"], rows["state_text"], strict=True)]
