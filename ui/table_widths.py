"""How wide the columns of a table are and which of them a page shows, so that none is cut off at its edge."""

import math
import unicodedata
from collections.abc import Mapping

import pandas as pd

# What a page of 1440 pixels leaves for a table beside the menu, and the boxes that select a row.
ROOM = 978
BOXES = 38
# Pixels of a Chinese sign, of a Latin one, and of the air around a text.
_CHINESE, _LATIN, _AIR = 14, 6.8, 18
# What a heading needs beside its words for the mark of sorting.
_SORTED = 8
_LINK = 56
_ROWS_MEASURED = 300
# Running text may be cut off, figures, states and headings never: narrowest and widest, in pixels.
_RUNNING = {
    "region": (92, 150),
    "theme_name": (100, 180),
    "indicator": (200, 330),
    "related": (200, 330),
    "lookalike": (150, 260),
    "title": (240, 380),
    "source_title": (200, 320),
    "programme": (200, 330),
    "phrase": (180, 320),
    "why_text": (200, 420),
    "reason_text": (200, 420),
    "note": (200, 420),
    "meaning": (240, 420),
    "allowed": (200, 300),
    "publisher": (120, 190),
    "issuer": (120, 190),
    "issuer_or_publisher": (130, 200),
    "group": (150, 240),
}
# Left to the files and to the source behind each row where there is no room, the first of these before the others.
_LEFT_OUT_FIRST = (
    "locator",
    "source_title",
    "publisher",
    "published",
    "issuer",
    "reason_text",
    "phrase",
    "range_text",
    "yardstick_text",
    "projection_text",
    "linear_text",
    "base_text",
    "observed_text",
    "pace_text",
    "interval_text",
    "unit_text",
    "quality",
    "gap_text",
    "agree_text",
    "gdp_text",
    "not_quantified",
    "pending",
    "reported",
    "due_over",
)


def widths(rows: pd.DataFrame, columns: Mapping[str, str], room: int = ROOM) -> dict[str, int | None]:
    """Pixels of each column to show; None for the one that takes what room is left.

    Args:
        columns: column of ``rows`` to heading.
        room: pixels that the columns may take together. Where even the fewest columns need more, the table scrolls.
    """
    natural = {
        # An address is shown as a word.
        column: max(_width([], heading), _LINK) if column.endswith("url") else _width(rows[column], heading)
        for column, heading in columns.items()
    }
    least = {column: min(width, _least(column, columns[column])) for column, width in natural.items()}
    chosen = [column for column in columns if column not in _LEFT_OUT_FIRST]
    for column in reversed(_LEFT_OUT_FIRST):
        # A place says nothing without its document.
        if column not in columns or (column == "locator" and "source_title" not in chosen):
            continue
        if sum(least[name] for name in chosen) + least[column] <= room:
            chosen.append(column)
    shown = {column: least[column] for column in columns if column in chosen}
    # Those that lack least come first: a short name is whole before a long one is longer.
    for column in sorted(shown, key=lambda name: natural[name] - shown[name]):
        left = room - sum(shown.values())
        shown[column] += max(min(min(natural[column], _widest(column)) - shown[column], left), 0)
    whole = [column for column in shown if column in _RUNNING and shown[column] == natural[column]]
    growing = max(whole, key=natural.__getitem__, default=None)
    return {column: None if column == growing else width for column, width in shown.items()}


def overflows(shown: Mapping[str, int | None], room: int = ROOM) -> bool:
    """Whether the columns need more room than there is, so that the table scrolls."""
    return sum(width or 0 for width in shown.values()) > room


def _width(texts: pd.Series | list[str], heading: str) -> int:
    """Pixels of the widest of the first texts and of the heading."""
    told = texts if isinstance(texts, list) else texts.head(_ROWS_MEASURED).dropna().astype(str).unique()
    return round(max(_length(heading) + _SORTED, *(_length(text) for text in told), 0)) + _AIR


def _length(text: str) -> float:
    return sum(_CHINESE if unicodedata.east_asian_width(sign) in "WF" else _LATIN for sign in text)


def _least(column: str, heading: str) -> float:
    """Running text may shrink, but never below its heading."""
    return max(_RUNNING[column][0], _width([], heading)) if column in _RUNNING else math.inf


def _widest(column: str) -> float:
    return _RUNNING[column][1] if column in _RUNNING else math.inf
