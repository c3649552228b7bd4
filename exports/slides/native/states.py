"""States of the targets: stacked bars, one row a group, one series a state in its colour."""

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from exports.slides import charting
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "group"
AT_MOST = 9


def draw(canvas: Canvas, panel: Panel) -> object:
    """Stacked bars with their counts."""
    rows = panel.drawn
    counts = rows.pivot_table(index="group", columns="state_text", values="targets", aggfunc="sum", sort=False)
    states = panel.whole.drop_duplicates("state_text").sort_values("state_order")
    data = CategoryChartData(number_format="0")
    data.categories = list(counts.index)
    shown = [state for state in states.itertuples() if state.state_text in counts]
    for state in shown:
        data.add_series(state.state_text, charting.values(counts[state.state_text]))
    frame = canvas.chart(XL_CHART_TYPE.BAR_STACKED, data)
    chart = frame.chart
    for series, state in zip(chart.plots[0].series, shown, strict=True):
        charting.fill(series, state.state_colour.lstrip("#").upper())
    charting.show_values(canvas, chart.plots[0], colour="FFFFFF")
    chart.plots[0].overlap, chart.plots[0].gap_width = 100, 45
    charting.top_down(chart)
    highest = panel.whole.groupby("group", sort=False)["targets"].sum().max()
    charting.axis(chart.value_axis, {"axis": panel.words["targets"], "lang": panel.lang}, charting.round_up(highest))
    return frame
