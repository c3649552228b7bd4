"""Counts as stacked bars: one bar a row, one series a part in its own colour."""

from dataclasses import dataclass

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from exports.slides import charting
from exports.slides.canvas import Canvas
from exports.slides.content import Panel


@dataclass(frozen=True)
class Stack:
    """Columns of the rows: what a bar stands for, what its parts are called, their colour (``#rrggbb``) and order."""

    row: str
    part: str
    colour: str
    order: str


def draw(canvas: Canvas, panel: Panel, stack: Stack) -> object:
    """Stacked bars of ``targets`` with their counts; pages of one picture share the axis and the order of parts."""
    counts = panel.drawn.pivot_table(index=stack.row, columns=stack.part, values="targets", aggfunc="sum", sort=False)
    parts = panel.whole.drop_duplicates(stack.part).sort_values(stack.order)
    colours = {
        name: colour for name, colour in zip(parts[stack.part], parts[stack.colour], strict=True) if name in counts
    }
    data = CategoryChartData(number_format="0")
    data.categories = list(counts.index)
    for name in colours:
        data.add_series(name, charting.values(counts[name]))
    frame = canvas.chart(XL_CHART_TYPE.BAR_STACKED, data)
    chart = frame.chart
    for series, colour in zip(chart.plots[0].series, colours.values(), strict=True):
        charting.fill(series, colour.lstrip("#").upper())
    charting.show_values(canvas, chart.plots[0], colour="FFFFFF")
    chart.plots[0].overlap, chart.plots[0].gap_width = 100, 45
    charting.top_down(chart)
    highest = panel.whole.groupby(stack.row, sort=False)["targets"].sum().max()
    charting.axis(chart.value_axis, {"axis": panel.words["targets"], "lang": panel.lang}, charting.round_up(highest))
    return frame
