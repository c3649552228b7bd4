"""How a region stands beside others and a target beside those above it: in words, with a shape and a colour."""

from ui import numbers
from ui.reader import Reader
from ui.states import State

# Not good and bad but above, about and below the level's middle; 3:1 on light and dark.
STANDINGS = {
    "better": State("Better", "▲", "#3d8bc9"),
    "similar": State("Similar", "●", "#7d7d7d"),
    "worse": State("Worse", "▼", "#c2691c"),
}

# Why a figure is not set beside others.
NOT_COMPARED = {
    "count_not_per_head": "A count grows with the size of a region: choose a size to divide it by.",
    "years_apart": "Its newest figure lies more than one year from the year compared.",
    "too_few_regions": "Fewer than three regions of its level have a figure of the same time.",
    "denominator_not_reported": "No figure of the region's size is known near that year.",
    "all_alike": "All regions have the same figure.",
}

CASCADES = {
    "aligned": "Aligned: the same as above it",
    "higher": "Higher: asks for more than above it",
    "lower": "Lower: asks for less than above it",
    "size_differs": "Not compared: regions of different size",
    "years_differ": "Not compared: due in other years",
    "orphan": "No target above it",
}


def standing(reader: Reader, code: str | None) -> str:
    """A standing as shape and word; unknown where the figure is not compared."""
    if not numbers.is_known(code):
        return numbers.UNKNOWN
    return f"{STANDINGS[code].shape} {reader.words(STANDINGS[code].word)}"


def rank(reader: Reader, low: int | None, high: int | None, ranked: int | None) -> str:
    """A rank, or the range that the figures leave open, of so many: 3–5 of 12."""
    if not numbers.is_known(low):
        return numbers.UNKNOWN
    place = f"{int(low)}" if low == high else f"{int(low)}–{int(high)}"
    return reader.words("{rank} of {ranked}").format(rank=place, ranked=int(ranked))


def reason(reader: Reader, code: str | None) -> str:
    """Why a figure is not compared; empty where it is."""
    return reader.words(NOT_COMPARED[code]) if numbers.is_known(code) else ""


def cascade(reader: Reader, code: str | None) -> str:
    """How a target lies to the nearest one above it; the nation has none above it."""
    return reader.words(CASCADES[code]) if numbers.is_known(code) else numbers.UNKNOWN
