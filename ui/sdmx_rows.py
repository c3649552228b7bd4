"""The figures of an exhibit by the column names that SDMX files are written from."""

import pandas as pd

from exports import sdmx
from ui.exhibits import Exhibit
from ui.reader import Reader

_KIND_OF = {"observation_id": "actual", "target_id": "target"}
_PERIODS = ("period", "due", "year")
_NEEDED = {"region_code", "indicator_id", "value", "unit"}


def has_figures(exhibit: Exhibit) -> bool:
    """Whether each row is a figure with its region, indicator, unit and period."""
    columns = set(exhibit.rows.columns)
    return (
        exhibit.figure in (*_KIND_OF, "figure_id")
        and columns >= _NEEDED
        and bool(columns & {*_PERIODS})
        and (exhibit.figure != "figure_id" or "kind" in columns)
    )


def figures(reader: Reader, exhibit: Exhibit) -> pd.DataFrame:
    """One row a figure; rows without a figure of their own are left out, which carry no value either."""
    rows = exhibit.rows[exhibit.rows[exhibit.figure].notna()]
    period = next(rows[name] for name in _PERIODS if name in rows)
    named = rows.assign(
        figure_id=rows[exhibit.figure],
        kind=_KIND_OF.get(exhibit.figure, rows.get("kind")),
        period=_as_text(period),
        release_id=reader.release_id,
    )
    wanted = dict.fromkeys(part.column for part in sdmx.COMPONENTS)
    return named[[name for name in wanted if name in named]]


def _as_text(period: pd.Series) -> pd.Series:
    """Years as text without a decimal point; unknown stays unknown."""
    if pd.api.types.is_numeric_dtype(period):
        period = period.astype("Int64")
    return period.astype("str").where(period.notna())
