"""Regions of one level by one indicator, in order, in the reader's words."""

import pandas as pd

from exports.telling import of_figure
from ui import denominators, headings, numbers, standings, states
from ui.reader import Reader

LEVEL = "province"
# A tile and the end of a row have room for a sign only.
_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}


def ranked(reader: Reader, indicator: str, level: str | None, year: str | None, per: str | None) -> pd.DataFrame:
    """Rows of ``queries/rank_by_indicator.sql`` in words.

    Returns: also ``figure_text`` (the figure with its unit), ``short_text`` (without it, its comparator as a sign),
        ``year_text``, ``dated_text`` (figure and year), ``rank_text``, ``reason_text``, ``unit_text``, ``level_name``,
        ``per_text``.

    Args:
        level: provinces where it is left out.
        year: the year that most regions report where it is left out.
        per: see ``ui/denominators.py``; what is no count is never divided.
    """
    definition = reader.fetch("indicator_definition", indicator_id=indicator)
    divides = not definition.empty and bool(definition["per_capita"].iloc[0])
    rows = reader.fetch(
        "rank_by_indicator",
        indicator_id=indicator,
        level=level or LEVEL,
        year=int(year) if year else None,
        per=denominators.divisor(per or "resident_population") if divides else None,
    )
    _, lang, records = reader.words, reader.lang, rows.to_dict("records")
    told = rows.assign(
        figure_text=[
            denominators.figure(reader, row["value"], row["unit"], row["per"], row["comparator"]) for row in records
        ],
        short_text=[_SIGNS.get(row["comparator"], "") + numbers.number(row["value"], lang) for row in records],
        year_text=[numbers.period(int(row["year"]), lang) for row in records],
        rank_text=[standings.rank(reader, row["rank_low"], row["rank_high"], row["ranked"]) for row in records],
        reason_text=[standings.reason(reader, row["reason"]) for row in records],
        unit_text=[denominators.unit(reader, row["unit"], row["per"]) for row in records],
        level_name=_(states.LEVELS[level or LEVEL]),
        per_text=[_(denominators.NAMES[row["per"] or denominators.AS_PUBLISHED]) for row in records],
    )
    comma = "，" if lang == "zh" else ", "
    dated = [comma.join(pair) for pair in zip(told["figure_text"], told["year_text"], strict=True)]
    return told.assign(dated_text=dated)


def title(reader: Reader, indicator: str, level: str | None, rows: pd.DataFrame) -> str:
    """Which regions are set in order by what, in which years."""
    _ = reader.words
    name = reader.fetch("indicator_definition", indicator_id=indicator)["name"].iloc[0]
    compared = rows[rows["reason"].isna()]
    years = sorted({int(year) for year in (compared if len(compared) else rows)["year"]})
    span = str(years[-1]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return _("{indicator}: {level}, {years}").format(
        indicator=name, level=_(states.LEVELS[level or LEVEL]).lower(), years=span
    )


def takeaway(reader: Reader, rows: pd.DataFrame) -> str:
    """Who leads and who comes last, as ranges allow, and how many have no rank."""
    _ = reader.words
    compared = rows[rows["rank_low"].notna()]
    left_out = len(rows) - len(compared)
    if compared.empty:
        told = _("None of {count} regions has a rank.").format(count=len(rows))
        return f"{told} {rows['reason_text'].iloc[0]}"
    if len(compared) == 1:
        only = compared.iloc[0]
        return _("Only {region} has a figure of these years: {figure}.").format(
            region=only.region, figure=of_figure(only.dated_text, only.observation_id)
        )
    first, last = compared.iloc[0], compared.iloc[-1]
    told = _("{count} regions have a rank: from {first} ({first_figure}) to {last} ({last_figure}).").format(
        count=len(compared),
        first=first.region,
        first_figure=of_figure(first.dated_text, first.observation_id),
        last=last.region,
        last_figure=of_figure(last.dated_text, last.observation_id),
    )
    if left_out:
        told += " " + _("{count} others have figures that cannot be set in this order.").format(count=left_out)
    return told


def on_screen(reader: Reader) -> dict[str, str]:
    """Columns of a ranking as a page shows it."""
    _ = reader.words
    return {
        "rank_text": _("Rank"),
        "region": _("Region"),
        "figure_text": _("Figure"),
        "year": _("Year"),
        "reason_text": _("Why it has no rank"),
        "source_title": _("Document"),
        "locator": _("Place in the document"),
        "phrase": _("Words"),
    }


def in_files(reader: Reader) -> dict[str, str]:
    """Columns of a downloaded ranking."""
    _ = reader.words
    return {
        "indicator_id": _("Indicator id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "level_name": _("Level"),
        "year": _("Year"),
        "value": _("Figure"),
        "lower": _("Interval, from"),
        "upper": _("Interval, to"),
        "unit_text": _("Unit"),
        "per_text": _("Divided"),
        "stated_value": _("Figure as published"),
        "denominator_value": _("Divided by"),
        "denominator_year": _("Year of the size"),
        "rank_low": _("Rank, from"),
        "rank_high": _("Rank, to"),
        "ranked": _("Regions with a rank"),
        "reason_text": _("Why it has no rank"),
        "observation_id": _("Figure id"),
        **headings.clause(_),
    }
