"""States of the targets: stacked bars, one row a group, one series a state in its colour."""

from exports.slides import stacking
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "group"
AT_MOST = 9


def draw(canvas: Canvas, panel: Panel) -> object:
    """Stacked bars with their counts."""
    return stacking.draw(canvas, panel, stacking.Stack(ROW, "state_text", "state_colour", "state_order"))
