"""The same exhibit in Chinese and in English beside one another: rows in one order, tables made one."""

from dataclasses import replace

import pandas as pd

from ui.exhibits import Exhibit


def in_both_languages(first: Exhibit, second: Exhibit) -> list[Exhibit]:
    """Two pictures whose rows stand in the same order, or one table that says everything twice."""
    drawn = second.drawn if second.drawn is None else _reordered(second.drawn, first.drawn, "figure_id")
    second = replace(second, rows=_reordered(second.rows, first.rows, second.figure), drawn=drawn)
    return [first, second] if first.chart else [_merged(first, second)]


def _merged(first: Exhibit, second: Exhibit) -> Exhibit:
    rows = first.rows.copy()
    for column in first.columns:
        rows[column] = [_twice(one, other) for one, other in zip(first.rows[column], second.rows[column], strict=True)]
    return replace(
        first,
        title=_twice(first.title, second.title),
        takeaway=_twice(first.takeaway.marked, second.takeaway.marked),
        rows=rows,
        columns={column: _twice(heading, second.columns[column]) for column, heading in first.columns.items()},
        notes=tuple(_twice(*pair) for pair in zip(first.notes, second.notes, strict=True)),
    )


def _twice(one: object, other: object) -> object:
    """What differs between the languages below one another; figures, which do not, once."""
    is_text = isinstance(one, str) and isinstance(other, str)
    return f"{one}\n{other}" if is_text and one != other else one


def _reordered(rows: pd.DataFrame, like: pd.DataFrame, key: str | None) -> pd.DataFrame:
    """Rows in another frame's order where both have the same keys; else as they stand."""
    if key not in rows or rows[key].duplicated().any() or set(rows[key]) != set(like[key]):
        return rows
    return rows.set_index(key, drop=False).loc[list(like[key])].reset_index(drop=True)
