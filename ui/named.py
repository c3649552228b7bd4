"""What a release holds, by code and name, for the lists to choose from; to be asked through ``remembered``."""

from typing import NamedTuple

import pandas as pd

from ui import states
from ui.reader import Reader


class Covered(NamedTuple):
    """Where and when there are figures: the years, newest first, and the names of the regions by code."""

    years: list[str]
    regions: dict[str, str]


def regions(reader: Reader) -> dict[str, str]:
    """Names of all regions by code, in the order of ``queries/regions.sql``."""
    return _names(reader.fetch("regions"), "region_code")


def regions_with_targets(reader: Reader) -> dict[str, str]:
    """Those of ``regions`` that have set a target."""
    rows = reader.fetch("regions")
    return _names(rows[rows["targets"] > 0], "region_code")


def region(reader: Reader, code: str) -> dict[str, object]:
    """The row of ``queries/regions.sql`` of one region."""
    rows = reader.fetch("regions")
    return rows[rows["region_code"] == code].to_dict("records")[0]


def indicators(reader: Reader) -> dict[str, str]:
    """Names of all indicators by id, in the order of ``queries/indicators.sql``."""
    return _names(reader.fetch("indicators"), "indicator_id")


def indicators_with_targets(reader: Reader) -> dict[str, str]:
    """Those of ``indicators`` that a target has been set for."""
    rows = reader.fetch("indicators")
    return _names(rows[rows["targets"] > 0], "indicator_id")


def programmes(reader: Reader, region: str | None, level: str | None, theme: str | None) -> dict[str, str]:
    """Titles of the documents that state targets, each with its region, by id; in the order of the query."""
    rows = reader.fetch("programmes", region_code=region, level=level, theme=theme)
    columns = (rows[column] for column in ("programme_id", "title", "region"))
    return {key: f"{title} · {name}" for key, title, name in zip(*columns, strict=True)}


def definition(reader: Reader, indicator: str) -> dict[str, object]:
    """The row of ``queries/indicator_definition.sql``."""
    return reader.fetch("indicator_definition", indicator_id=indicator).to_dict("records")[0]


def related_indicators(reader: Reader, indicator: str) -> dict[str, str]:
    """Names of the indicators that one must not be confused with, by id."""
    return _names(reader.fetch("related_indicators", indicator_id=indicator), "related_indicator_id", "related")


def levels(reader: Reader, indicator: str) -> dict[str, Covered]:
    """Levels of regions that have figures of an indicator, from the nation down."""
    rows = reader.fetch("series_by_indicator", indicator_id=indicator)
    return {
        level: Covered(
            sorted((str(year) for year in of_level["year"].unique()), reverse=True),
            _names(of_level, "region_code", "region"),
        )
        for level in states.LEVELS
        if not (of_level := rows[rows["level"] == level]).empty
    }


def _names(rows: pd.DataFrame, code: str, name: str = "name") -> dict[str, str]:
    return dict(zip(rows[code], rows[name], strict=True))
