"""How the targets of each region stand, theme by theme: one row a region, sortable by every column."""

import pandas as pd

from ui import states
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader) -> Exhibit | None:
    """A table; a cell tells the states of a region's targets in a theme by sign and number (●2 ○5)."""
    _ = reader.words
    counted = reader.fetch("states_by_region_and_theme")
    if counted.empty:
        return None
    counted["sign"] = [f"{states.STATES[state].shape}{targets}" for state, targets in _pairs(counted)]
    counted["place"] = [list(states.STATES).index(state) for state in counted["state"]]
    cells = (
        counted.sort_values("place")
        .groupby(["region_code", "theme"])["sign"]
        .agg(" ".join)
        .unstack()
        .reindex(columns=[theme for theme in states.THEMES if theme in set(counted["theme"])])
    )
    rows = _totals(counted).join(cells).sort_values(["total", "region_code"], ascending=[False, True]).reset_index()
    signs = " · ".join(states.told(state, _) for state in states.STATES if state in set(counted["state"]))
    return Exhibit(
        page="overview",
        title=_("States of each region's targets by theme"),
        takeaway=_("Signs: {signs}.").format(signs=signs) + " " + _("Met counts those met before their due year too."),
        rows=rows,
        columns={
            "region": _("Region"),
            "total": _("Targets"),
            "met": _("Met"),
            "missed": _("Missed"),
            "silent": _("Due, not reported"),
            **{theme: _(states.THEMES[theme]) for theme in cells.columns},
        },
    )


def _pairs(counted: pd.DataFrame) -> zip:
    return zip(counted["state"], counted["targets"], strict=True)


def _totals(counted: pd.DataFrame) -> pd.DataFrame:
    """One row a region: its name, its targets, and how many were met, missed or never reported."""
    by_region = counted.groupby("region_code")
    of_state = {name: counted[counted["state"] == state].groupby("region_code")["targets"].sum()
                for name, state in (("met", "met"), ("missed", "missed"), ("silent", "not_reported"))}  # fmt: skip
    totals = pd.DataFrame({"region": by_region["region"].first(), "total": by_region["targets"].sum(), **of_state})
    return totals.fillna({"met": 0, "missed": 0, "silent": 0}).astype({"met": int, "missed": int, "silent": int})
