"""Figures over the years as a native line chart: a line a series, targets as dashes at their due year."""

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Inches, Pt

from exports.slides import charting, markers
from exports.slides.canvas import Canvas

# Years that an axis as wide as a slide has room for.
_YEARS_TOLD = 14
_COLOURS = ("2F7AB9", "2E8B57", "B5508F", "B8860B", "7A7FB8", "1C5486", "8A7A3D", "757575")


def draw(
    canvas: Canvas, rows: pd.DataFrame, axis: str, target: str, lang: str, whole: pd.DataFrame | None = None
) -> GraphicFrame:
    """A chart of one scale.

    Args:
        rows: ``series`` (text), ``year``, ``value``, ``is_target``, ``told`` (text beside the mark, may be empty).
        axis: title of the value axis.
        target: the word for a target.
        whole: the rows of all pages, whose years and scale the pages share; without it the chart has its own.
    """
    rows = rows[rows["year"].notna() & rows["value"].notna()]
    whole = rows if whole is None else whole[whole["year"].notna() & whole["value"].notna()]
    years = list(range(int(whole["year"].min()), int(whole["year"].max()) + 1))
    kinds = {name: part for name, part in _series(rows, target)}
    data = CategoryChartData()
    data.categories = [str(year) for year in years]
    for name, part in kinds.items():
        data.add_series(name, charting.values(part.set_index("year")["value"].reindex(years)))
    frame = canvas.chart(XL_CHART_TYPE.LINE_MARKERS, data)
    chart = frame.chart
    number = 0
    for series, part in zip(chart.plots[0].series, kinds.values(), strict=True):
        told = part.set_index("year")["told"].reindex(years).fillna("")
        if part["is_target"].iloc[0]:
            markers.dress(series, "goal")
        else:
            _line(series, _COLOURS[number % len(_COLOURS)])
            number += 1
        charting.label_points(canvas, series, list(told), XL_LABEL_POSITION.ABOVE)
    charting.upright(chart.category_axis)
    step = -(-len(years) // (_YEARS_TOLD * canvas.width // Inches(12)))
    charting.every_nth(chart.category_axis, step)
    if step > 1:
        # LibreOffice words every year all the same and would break each into two lines.
        charting.slant(chart.category_axis)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    lowest, highest = markers.span(whole[["value"]].astype(float))
    charting.axis(chart.value_axis, {"axis": axis, "lang": lang}, highest, max(lowest, 0) if lowest < 0 else lowest)
    return frame


def _series(rows: pd.DataFrame, target: str) -> list[tuple[str, pd.DataFrame]]:
    """Each line and each set of targets; a second target for one year is a series of its own."""
    found = []
    for (name, is_target), part in rows.groupby(["series", "is_target"], sort=False):
        place = part.groupby("year").cumcount()
        for number in sorted(place.unique()):
            more = f" ({number + 1})" if number else ""
            found.append((f"{name} · {target}{more}" if is_target else f"{name}{more}", part[place == number]))
    return found


def _line(series: object, colour: str) -> None:
    series.smooth = False
    series.format.line.color.rgb = RGBColor.from_string(colour)
    series.format.line.width = Pt(2.5)
    series.marker.size = 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(colour)
    series.marker.format.line.color.rgb = RGBColor.from_string(colour)
