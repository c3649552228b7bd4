"""A table on slides: which of its columns, how wide each, how its rows break into pages; words as they are printed."""

import math
from collections.abc import Mapping

import pandas as pd

from exports.slides import measuring

# A slide 13.33 inches wide holds so many characters of 13 points beside each other, and so many lines below.
CHARACTERS = 66.0
LINES_A_PAGE = 20
LINES_A_CELL = 2
# A row's padding takes the room of half a line.
_ROW_GAP = 0.6
_COLUMNS_AT_MOST = 8
_NARROWEST, _WIDEST = 4.0, 20.0
_PADDING = 1.2
_SHORT = 12.0
# What a room does not need to read on the wall goes first; the files and the notes keep it.
_LEFT_OUT_FIRST = ("url", "phrase", "locator", "reason_text", "pace_text", "source_title", "note", "gap_text")
UNKNOWN = "—"


def columns_shown(columns: Mapping[str, str]) -> dict[str, str]:
    """Column to heading, without what does not fit on a slide."""
    shown = {column: heading for column, heading in columns.items() if not column.endswith("url")}
    for column in _LEFT_OUT_FIRST:
        if len(shown) > _COLUMNS_AT_MOST:
            shown.pop(column, None)
    return dict(list(shown.items())[:_COLUMNS_AT_MOST])


def printed(value: object) -> str:
    """A cell as it is printed, one line a language; what is not known is a dash."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in ("<NA>", "NaT", "nan"):
        return UNKNOWN
    if isinstance(value, float):
        return f"{value:,.10g}"
    return "\n".join(" ".join(part.split()) for part in str(value).splitlines()) or UNKNOWN


def is_number(rows: pd.DataFrame, column: str) -> bool:
    """Whether a column is to be set to the right: figures, and shares told as text."""
    told = rows[column].map(printed)
    return pd.api.types.is_numeric_dtype(rows[column]) or bool(told.str.fullmatch(r"—|[+−-]?[\d.,]+%?").all())


def widths(rows: pd.DataFrame, columns: Mapping[str, str]) -> list[float]:
    """Width of each column in characters; together they fill the slide. Take all rows, so that pages agree."""
    wanted = []
    for column, heading in columns.items():
        lengths = sorted(max(map(measuring.ems, printed(value).split("\n"))) for value in rows[column])
        usual = lengths[int(len(lengths) * 0.9)] if lengths else 0.0
        # Short texts stay whole, Latin ones with a little more room; of long ones most do.
        longest = lengths[-1] * 1.1 if lengths and lengths[-1] < _SHORT else usual
        wanted.append(min(max(longest, *map(measuring.ems, heading.split("\n")), _NARROWEST), _WIDEST) + _PADDING)
    return [width * CHARACTERS / sum(wanted) for width in wanted]


def pages(rows: pd.DataFrame, columns: Mapping[str, str]) -> list[slice]:
    """Rows shared out to slides by the lines that they take."""
    if rows.empty:
        return []
    shown = columns_shown(columns)
    room = [width - _PADDING for width in widths(rows, shown)]
    heights = [
        max(_lines(printed(value), width) for value, width in zip(row, room, strict=True)) + _ROW_GAP
        for row in rows[list(shown)].itertuples(index=False, name=None)
    ]
    at_most = max(1, int(LINES_A_PAGE / (sum(heights) / len(heights))))
    parts = measuring.even_parts(len(heights), at_most)
    while at_most > 1 and any(sum(heights[part]) > LINES_A_PAGE for part in parts):
        at_most -= 1
        parts = measuring.even_parts(len(heights), at_most)
    return parts


def cells(rows: pd.DataFrame, columns: Mapping[str, str], whole: pd.DataFrame) -> list[list[str]]:
    """The rows as printed, each cell cut to the lines that it has; ``whole`` has the rows of all pages."""
    room = [width - _PADDING for width in widths(whole, columns)]
    return [
        [_cut(printed(value), width) for value, width in zip(row, room, strict=True)]
        for row in rows[list(columns)].itertuples(index=False, name=None)
    ]


def _lines(text: str, width: float) -> int:
    return sum(min(measuring.lines(part, width), LINES_A_CELL) for part in text.split("\n"))


def _cut(text: str, width: float) -> str:
    """A cell's text, each of its languages cut to the lines it has."""
    return "\n".join(measuring.cut(part, width * LINES_A_CELL * 0.94) for part in text.split("\n"))
