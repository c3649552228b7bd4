"""Figures over the years: a line chart an indicator, each on its own scale, two beside each other."""

from dataclasses import replace

from pptx.util import Inches

from exports.slides import lines
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "panel"
AT_MOST = 2


def draw(canvas: Canvas, panel: Panel) -> list:
    """One chart a panel."""
    panels = list(dict.fromkeys(panel.drawn["panel"]))
    gap = Inches(0.3)
    width = (canvas.width - gap * (len(panels) - 1)) // len(panels)
    rows = panel.drawn.assign(told=panel.drawn["label"])
    return [
        lines.draw(
            replace(canvas, left=canvas.left + number * (width + gap), width=width),
            rows[rows["panel"] == name],
            name,
            panel.words["target"],
            panel.lang,
        )
        for number, name in enumerate(panels)
    ]
