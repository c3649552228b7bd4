"""Who reports: the rate of targets met, always beside the rate that can be judged."""

import pandas as pd

from ui import headings
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_rates

# A picture of more bars is not read; the table holds every group.
_BARS = 12


def build(reader: Reader, group: str = "region") -> Exhibit | None:
    """Bars and rates by region, publisher, theme or level (``group``); those with most targets due first."""
    _ = reader.words
    rows = with_rates(reader, reader.fetch("achievement_rate", group_by=group), group)
    if rows.empty:
        return None
    title = _("Rate of targets met, always beside the rate reported")
    bars = _bars(reader, rows)
    picture = _("Due targets: reported or not")
    return Exhibit(
        page="overview",
        title=title if bars.empty else picture,
        takeaway=_takeaway(reader, rows, len(bars)),
        rows=rows,
        columns=headings.rates(_),
        file_columns=headings.rates_in_files(_),
        chart=None if bars.empty else "reporting",
        drawn=bars,
        chart_words={
            "title": picture,
            "source": headings.source_line(reader),
            "group": _("Group"),
            "due": _("Targets whose due year is over"),
            "reported": _("Reported"),
            "silent": _("Not reported, or not usable"),
        },
    )


def _bars(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    due = rows[rows["due"] > 0].head(_BARS)
    told = [
        reader.words("{reported} of {due} reported").format(reported=row.reported, due=row.due)
        for row in due.itertuples()
    ]
    names = [name or reader.words("Not known") for name in due["group"]]
    return pd.DataFrame({"group": names, "due": due["due"], "reported": due["reported"], "told": told})


def _takeaway(reader: Reader, rows: pd.DataFrame, shown: int) -> str:
    _ = reader.words
    due, silent = rows[rows["due"] > 0], rows[(rows["due"] > 0) & (rows["reported"] == 0)]
    if due.empty:
        return _("No due year is over yet.")
    told = _("{silent} of {groups} have no usable figure on any target that is due.").format(
        silent=len(silent), groups=len(due)
    )
    if shown < len(due):
        told += " " + _("Drawn are the {count} with most targets due; the table holds all.").format(count=shown)
    return told
