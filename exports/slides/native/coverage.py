"""Figures by region and theme: a table whose cells are the darker the more figures they count."""

import math

from exports.slides import tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "region"
AT_MOST = 10

_SHADES = ("E4EEF7", "A9CBE6", "5F9FD0", "2F7AB9", "1C5486")


def draw(canvas: Canvas, panel: Panel) -> object:
    """Regions below each other, themes beside each other, a dash where nothing was found."""
    themes = list(dict.fromkeys(panel.whole["theme_name"]))
    counts = panel.drawn.pivot_table(index="region", columns="theme_name", values="figures", sort=False)
    counts = counts.reindex(columns=themes)
    table = tabling.matrix(canvas, list(counts.index), themes, panel.words["region"])
    most = math.log1p(float(panel.whole["figures"].max()))
    for line, (_, row) in enumerate(counts.iterrows(), 1):
        for place, count in enumerate(row, 1):
            known = not math.isnan(count)
            shade = _SHADES[round(math.log1p(count) / most * (len(_SHADES) - 1))] if known and most else None
            tabling.shade(canvas, table, line, place, f"{count:.0f}" if known else "", shade)
    return tabling.frame_of(table)
