"""Regions of one level in order of one indicator, with ranks as ranges or the reason for none."""

import pandas as pd

from ui import headings, ranks
from ui.exhibits import Exhibit
from ui.reader import Reader

# Bars beyond this many are no picture any more; the table holds them.
MOST_BARS = 200
# A score or a share is read around its values, a count from zero.
_FROM_ZERO = ("share", "score", "rank")


def build(
    reader: Reader,
    indicator: str,
    level: str | None = None,
    year: str | None = None,
    per: str | None = None,
    region: str | None = None,
) -> Exhibit | None:
    """Bars or dots in order, and a table of all with the reason where there is no rank (``region``: told apart)."""
    _ = reader.words
    rows = ranks.ranked(reader, indicator, level, year, per)
    if rows.empty:
        return None
    definition = reader.fetch("indicator_definition", indicator_id=indicator).iloc[0]
    compared = rows[rows["rank_low"].notna()]
    drawn = compared[(compared["region_code"] == region) | (compared.reset_index().index < MOST_BARS)]
    shortened = _("The picture shows the first {shown} of {count} regions; the table holds all of them.").format(
        shown=MOST_BARS, count=f"{len(compared):,}"
    )
    title = ranks.title(reader, indicator, level, rows)
    return Exhibit(
        page="indicator",
        title=title,
        takeaway=ranks.takeaway(reader, rows),
        rows=rows,
        columns=ranks.on_screen(reader),
        file_columns=ranks.in_files(reader),
        figure="observation_id",
        subject=str(definition["name"]),
        chart=None if compared.empty else "ranking",
        drawn=_marks(drawn, region),
        notes=(shortened,) if len(compared) > MOST_BARS else (),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "axis": str(rows["unit_text"].iloc[0]),
            "region": _("Region"),
            "value": _("Figure"),
            "rank": _("Rank"),
            "lang": reader.lang,
            "starts_at_zero": "no" if definition["basis"] in _FROM_ZERO else "yes",
        },
    )


def _marks(compared: pd.DataFrame, region: str | None) -> pd.DataFrame:
    uncertain = compared["interval_kind"] != "none"
    return pd.DataFrame(
        {
            "figure_id": compared["observation_id"],
            "label": compared["region"],
            "value": compared["value"],
            "low": compared["lower"].where(uncertain),
            # An end that the words leave open has no place on the axis: the comparator tells it.
            "high": compared["upper"].where(uncertain),
            "value_text": compared["dated_text"],
            "rank_text": compared["rank_text"],
            "right_text": compared["short_text"] + " · " + compared["rank_text"],
            "is_chosen": compared["region_code"] == region,
        }
    )
