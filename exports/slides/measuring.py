"""How much room text takes, near enough to break pages by; no font is opened."""

import itertools
import math
import unicodedata

# Width of a Latin letter, in widths of a Chinese character, of the usual sans faces.
_NARROW = 0.56


def ems(text: str) -> float:
    """Width of a line in widths of a Chinese character."""
    return sum(1.0 if unicodedata.east_asian_width(mark) in "WF" else _NARROW for mark in text)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters' width; at least one."""
    # Words do not break inside: a fifth of a Latin line may stay empty.
    latin = sum(mark.isascii() for mark in text) > len(text) / 2
    return sum(max(1, math.ceil(ems(part) * (1.12 if latin else 1.0) / max(width, 1))) for part in text.split("\n"))


def cut(text: str, width: float) -> str:
    """The text, ending in an ellipsis where it is wider than so many characters."""
    if ems(text) <= width:
        return text
    kept, room = [], width - 1
    for mark in text:
        room -= ems(mark)
        if room < 0:
            break
        kept.append(mark)
    return "".join(kept).rstrip() + "…"


def even_parts(count: int, at_most: int) -> list[slice]:
    """Rows shared out to as few pages as hold them, as evenly as possible."""
    pages = max(1, math.ceil(count / at_most))
    ends = [round(count * number / pages) for number in range(pages + 1)]
    return [slice(start, end) for start, end in itertools.pairwise(ends)]
