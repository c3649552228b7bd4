"""Who reports: stacked bars of the targets that are due, those with a figure that judges them and the others."""

from dataclasses import replace

import pandas as pd

from exports.slides import stacking
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "group"
AT_MOST = 9

_COLOURS = ("#2f7ab9", "#8a8a8a")


def draw(canvas: Canvas, panel: Panel) -> object:
    """Stacked bars with their counts."""
    split = replace(
        panel,
        drawn=_parts(panel.drawn, panel.words),
        whole=_parts(panel.whole, panel.words),
        words=panel.words | {"targets": panel.words["due"]},
    )
    return stacking.draw(canvas, split, stacking.Stack(ROW, "part", "colour", "order"))


def _parts(rows: pd.DataFrame, words: dict[str, str]) -> pd.DataFrame:
    """Two rows a group, ``part`` (text), ``colour``, ``order`` and ``targets``; an empty part is left out."""
    rows = rows.reset_index(drop=True)
    counts = (("reported", rows["reported"]), ("silent", rows["due"] - rows["reported"]))
    parts = pd.concat(
        rows[["group"]].assign(part=words[name], colour=_COLOURS[order], order=order, targets=targets)
        for order, (name, targets) in enumerate(counts)
    )
    # Sorted back into groups, so that their order is that of the picture.
    return parts[parts["targets"] > 0].sort_index(kind="stable")
