"""Word lists of the rules: CSV files that anyone can edit, one subject a file.

A cell ``written`` holds the ways to write it, separated by ``|``; each is a regular expression, and plain words are
regular expressions too. They are compared with simplified characters and half-width signs.
"""

import csv
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv``, columns as its header names them."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


@cache
def written(name: str, column: str = "", value: str = "") -> str:
    """One regular expression for all that a lexicon (or its rows with that value) can write, longest first."""
    alternatives = {
        way for row in rows(name) if not column or row[column] == value for way in _split(row["written"]) if way
    }
    return "|".join(sorted(alternatives, key=lambda way: (-_plain_length(way), way)))


@cache
def meaning(name: str, column: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pairs of (compiled way to write, cell of that column), longest way first."""
    pairs = [(way, row[column]) for row in rows(name) for way in _split(row["written"]) if way]
    pairs.sort(key=lambda pair: -_plain_length(pair[0]))
    return tuple((re.compile(way), cell) for way, cell in pairs)


def _split(cell: str) -> list[str]:
    """Alternatives at the top level: a bar inside brackets belongs to its alternative."""
    parts, depth = [""], 0
    for mark in re.findall(r"\\.|\[[^\]]*\]|.", cell):
        depth += {"(": 1, ")": -1}.get(mark, 0)
        if mark == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += mark
    return parts


def _plain_length(way: str) -> int:
    """Characters that a way to write surely takes: look-arounds count nothing, a choice its first."""
    return len(re.sub(r"\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)|[\\?*+^$()\[\]]", "", way))
