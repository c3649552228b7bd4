"""Which regions to set beside one, and why: same province, near in population, near in GDP per head."""

from dataclasses import dataclass

import pandas as pd

from ui import numbers
from ui.reader import Reader

_SUGGESTED = 3
# How many of the nearest are near.
_NEAR = 5


@dataclass(frozen=True)
class Suggestion:
    """Regions to set beside one, by codes and names, with what they have in common with it."""

    reason: str
    codes: list[str]
    names: list[str]


def peers(reader: Reader, region: str, indicators: list[str]) -> pd.DataFrame:
    """Regions of the same level, those with figures of the indicators first, with each reason in words.

    Returns: the columns of ``queries/peers_of_region.sql`` with ``reason_text``, ``population_text``, ``gdp_text`` and
        ``reported_text``.
    """
    rows = reader.fetch("peers_of_region", region_code=region, indicator_ids=indicators)
    records = rows.to_dict("records")
    return rows.assign(
        reason_text=[_reasons(reader, row) for row in records],
        population_text=[_sized(reader, row["population"], row["population_year"], "人") for row in records],
        gdp_text=[_gdp(reader, row) for row in records],
        reported_text=[
            reader.words("{count} of {total}").format(count=row["indicators_reported"], total=len(indicators))
            for row in records
        ],
    )


def suggestions(reader: Reader, region: str, indicators: list[str]) -> list[Suggestion]:
    """A few regions for each reason that the data can give; a reason that it cannot give is left out."""
    _ = reader.words
    rows = reader.fetch("peers_of_region", region_code=region, indicator_ids=indicators)
    rows = rows[["region_code", "region", "level", "is_same_parent", "population_place", "gdp_place"]]
    below_province = rows["level"].isin(["prefecture", "county"])
    reasons = [
        (_("Same province"), rows[rows["is_same_parent"].fillna(False) & below_province]),
        (_("Nearest population"), rows.sort_values("population_place").dropna(subset=["population_place"])),
        (_("Nearest GDP per head"), rows.sort_values("gdp_place").dropna(subset=["gdp_place"])),
        (_("Same level, most figures"), rows),
    ]
    return [
        Suggestion(reason, list(some["region_code"]), list(some["region"]))
        for reason, found in reasons
        if not (some := found.head(_SUGGESTED)).empty
    ]


def _reasons(reader: Reader, row: dict) -> str:
    _ = reader.words
    told = [_("same level")]
    if row["level"] in ("prefecture", "county") and row["is_same_parent"]:
        told.append(_("same province or city ({parent})").format(parent=row["parent"]))
    for size, place, near, unknown, own_unknown in (
        (
            row["population"],
            row["population_place"],
            _("number {place} in nearness of population"),
            _("population unknown"),
            _("own population unknown"),
        ),
        (
            row["gdp_per_head"],
            row["gdp_place"],
            _("number {place} in nearness of GDP per head"),
            _("GDP per head unknown"),
            _("own GDP per head unknown"),
        ),
    ):
        if not numbers.is_known(size):
            told.append(unknown)
        elif not numbers.is_known(place):
            told.append(own_unknown)
        elif place <= _NEAR:
            told.append(near.format(place=int(place)))
    return numbers.listed(told, reader.lang)


def _sized(reader: Reader, value: float, year: object, unit: str) -> str:
    if not numbers.is_known(value):
        return reader.words("unknown")
    return f"{numbers.figure(value, unit, reader.lang)} · {numbers.period(year, reader.lang)}"


def _whole(value: float) -> float:
    return round(value) if numbers.is_known(value) else value


def _gdp(reader: Reader, row: dict) -> str:
    told = _sized(reader, _whole(row["gdp_per_head"]), row["gdp_per_head_year"], "元")
    if not numbers.is_known(row["gdp_per_head"]) or row["gdp_per_head_is_stated"]:
        return told
    return reader.words("{figure}, worked out from GDP and population").format(figure=told)
