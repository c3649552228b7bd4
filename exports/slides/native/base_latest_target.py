"""From the starting figure over the latest to the target: three markers a row, joined by a line from low to high."""

from exports.slides import markers
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 5


def draw(canvas: Canvas, panel: Panel) -> object:
    """A line chart without lines: its markers are the three figures."""
    return markers.of_targets(canvas, panel, [("base", "base"), ("actual", "actual"), ("goal", "target")], joined=True)
