"""The targets of one region by theme: stacked bars, one row a theme, one series a state in its colour."""

from dataclasses import replace

import pandas as pd

from exports.slides.canvas import Canvas
from exports.slides.content import Panel
from exports.slides.native import states

ROW = "group"
AT_MOST = 6


def draw(canvas: Canvas, panel: Panel) -> object:
    """The signs of each theme counted by state."""
    words = {**panel.words, "targets": panel.words["target"]}
    return states.draw(canvas, replace(panel, drawn=_counted(panel.drawn), whole=_counted(panel.whole), words=words))


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    keys = ["group", "state_text", "state_colour", "state_order"]
    return rows.groupby(keys, sort=False).size().rename("targets").reset_index()
