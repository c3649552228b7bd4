"""Regions over the years on one scale: a line a region, their targets as dashes."""

import pandas as pd

from exports.slides import lines, tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "region"
AT_MOST = 3


def draw(canvas: Canvas, panel: Panel) -> object:
    """One line chart, the newest figure of each region told beside it; why there is none where there is none at all."""
    if panel.drawn["value"].isna().all():
        silent = panel.drawn[["region", "newest_text"]].drop_duplicates()
        return tabling.rows(
            canvas, silent, {"region": panel.words["region"], "newest_text": panel.words["figure"]}, silent
        )
    rows = panel.drawn[panel.drawn["kind"] != "none"]
    rows = rows.assign(
        series=rows["region"],
        is_target=rows["kind"] == "target",
        told=_told(rows),
    )
    return lines.draw(canvas, rows, panel.words["axis"], panel.words["target"], panel.lang, panel.whole)


def _told(rows: pd.DataFrame) -> pd.Series:
    """The newest figure of each region and every target in words; the others are left to the axis."""
    figures = rows[rows["kind"] == "figure"]
    newest = figures.sort_values("year").groupby("region").tail(1).index
    told = rows["goal_text"].fillna("").where(rows["kind"] == "target", "")
    return told.where(~rows.index.isin(newest), rows["newest_text"].fillna(""))
