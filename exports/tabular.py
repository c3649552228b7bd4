"""Rows as a CSV that opens cleanly in a spreadsheet: UTF-8 with BOM, nothing in it that would run."""

import pandas as pd

# OWASP ASVS 1.2.10, and the full-width forms that a Chinese keyboard types.
STARTS_THAT_RUN = ("=", "+", "-", "@", "\t", "\r", "\0", "\n", "＝", "＋", "－", "＠")


def guard(cell: object) -> object:
    """A text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_THAT_RUN) else cell


def to_csv(rows: pd.DataFrame, headers: dict[str, str]) -> bytes:
    """The columns that ``headers`` names, under its names, as bytes of a CSV for people.

    Raises:
        KeyError: a column that the rows do not have.
    """
    chosen = rows[list(headers)]
    guarded = chosen.apply(lambda column: column.map(guard) if _may_hold_text(column) else column)
    guarded.columns = [guard(header) for header in headers.values()]
    return guarded.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _may_hold_text(column: pd.Series) -> bool:
    # pandas 3 holds text as dtype str, not object: ask what the column is not.
    return not (
        pd.api.types.is_numeric_dtype(column)
        or pd.api.types.is_bool_dtype(column)
        or pd.api.types.is_datetime64_any_dtype(column)
    )
