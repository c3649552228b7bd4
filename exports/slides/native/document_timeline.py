"""Documents over the years: a table of documents by due years, with the count of targets that fall due."""

import pandas as pd

from exports.slides import tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 10

_SHADE = "A9CBE6"


def draw(canvas: Canvas, panel: Panel) -> object:
    """Documents below each other, each with the years it plans for; due years beside each other."""
    years = sorted(int(year) for year in panel.whole.loc[panel.whole["kind"] == "due", "year"].unique())
    documents = list(dict.fromkeys(panel.drawn["label"]))
    named = [_named(panel.drawn[panel.drawn["label"] == label], panel.words["no_year"]) for label in documents]
    table = tabling.matrix(canvas, named, [str(year) for year in years], panel.words["due"], upright=False)
    due = panel.drawn[panel.drawn["kind"] == "due"]
    for label, year, targets in zip(due["label"], due["year"], due["targets"], strict=True):
        line, place = documents.index(label) + 1, years.index(int(year)) + 1
        tabling.shade(canvas, table, line, place, f"{targets:.0f}", _SHADE)
    return tabling.frame_of(table)


def _named(rows: pd.DataFrame, no_year: str) -> str:
    """A document's label with the years it plans for, where they are known, or that no year of it is known."""
    span = rows[rows["kind"] == "span"]
    label = str(rows["label"].iloc[0])
    if (rows["kind"] == "no_year").any():
        return f"{label} ({no_year})"
    return label if span.empty else f"{label} ({span['first'].iloc[0]:.0f}–{span['last'].iloc[0]:.0f})"
