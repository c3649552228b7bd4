"""Regions by themes: a table whose cells count the targets, by sign those that a figure speaks of."""

import pandas as pd

from exports.slides import tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "region"
AT_MOST = 6


def draw(canvas: Canvas, panel: Panel) -> object:
    """Regions below each other, themes beside each other; ``●1/4`` is one met of four, ``4`` none with a figure."""
    themes = list(panel.whole.drop_duplicates("theme").sort_values("theme_order")["theme"])
    regions = list(dict.fromkeys(panel.drawn["region"]))
    table = tabling.matrix(canvas, regions, themes, panel.words["region"])
    for (region, theme), cell in panel.drawn.groupby(["region", "theme"], sort=False):
        line, place = regions.index(region) + 1, themes.index(theme) + 1
        told = cell[~cell["is_hollow"].astype(bool)]
        colour = None if told.empty else tabling.paler(told["group_colour"].iloc[0])
        tabling.shade(canvas, table, line, place, _text(cell, told), colour)
    return tabling.frame_of(table)


def _text(cell: pd.DataFrame, told: pd.DataFrame) -> str:
    signs = [f"{row.group_sign}{row.targets}" for row in told.itertuples()]
    total = int(cell["targets_of_cell"].iloc[0])
    if len(signs) < 2:
        return f"{signs[0]}/{total}" if signs else str(total)
    # Lines break at the spaces, never inside a number.
    return " ".join([*signs, f"/{total}"])
