"""When targets fall due: stacked bars, one a due year, one series a group of states in its colour."""

from exports.slides import stacking
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "due_text"
AT_MOST = 10


def draw(canvas: Canvas, panel: Panel) -> object:
    """Stacked bars with their counts."""
    return stacking.draw(canvas, panel, stacking.Stack(ROW, "group_text", "group_colour", "group_order"))
