"""Regions by indicators: a table whose cells tell by word and shade where a region stands."""

from exports.slides import tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "indicator"
AT_MOST = 7


def draw(canvas: Canvas, panel: Panel) -> object:
    """Indicators below each other, regions beside each other."""
    rows = panel.drawn
    regions = list(dict.fromkeys(panel.whole["region"]))
    indicators = list(dict.fromkeys(rows["indicator"]))
    table = tabling.matrix(canvas, indicators, regions, panel.words["indicator"], upright=False)
    for row in rows.itertuples():
        line, place = indicators.index(row.indicator) + 1, regions.index(row.region) + 1
        tabling.shade(canvas, table, line, place, row.cell_text, tabling.paler(row.group_colour))
    return tabling.frame_of(table)
