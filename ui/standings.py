"""How a region stands beside others and a target beside those above it: in words, with a shape and a colour."""

import pandas as pd

from ui import numbers
from ui.reader import Reader
from ui.states import State

# Not good and bad but above, about and below the level's middle; 3:1 on light and dark.
STANDINGS = {
    "better": State("Better", "▲", "#3d8bc9"),
    "similar": State("Similar", "●", "#7d7d7d"),
    "worse": State("Worse", "▼", "#c2691c"),
}

# Where only the spread of the regions is known and no sample, neither side is called the better one.
PLACES = STANDINGS | {
    "higher": State("Higher", "△", "#3d8bc9"),
    "lower": State("Lower", "▽", "#b5508f"),
    "uncertain": State("Uncertain", "◇", "#b8860b"),
    "unplaced": State("Not placed", "⊘", "#8c7b6b"),
    "unknown": State("No figure", "○", "#7d8a94"),
}

METHODS = {
    "sampling_intervals": "95% Wilson intervals of the samples",
    "median_absolute_deviation": "within 1.4826 times the median absolute deviation",
}

# Why a figure is not set beside others.
NOT_COMPARED = {
    "count_not_per_head": "A count grows with the size of a region: choose a size to divide it by.",
    "years_apart": "Its newest figure lies more than one year from the year compared.",
    "too_few_regions": "Fewer than three regions of its level have a figure of the same time.",
    "denominator_not_reported": "No figure of the region's size is known near that year.",
    "yardstick_not_reported": "The region to compare with has no figure of these years.",
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


def place_of(row: dict) -> str:
    """The place of a row of ``queries/similarity_by_indicator.sql``."""
    if not numbers.is_known(row["similarity"]):
        return "unplaced"
    return row["standing"] if row["method"] == "sampling_intervals" else row["similarity"]


def place(reader: Reader, code: str) -> str:
    """A place as shape and word: ``△ Higher``."""
    return f"{PLACES[code].shape} {reader.words(PLACES[code].word)}"


def placed(
    reader: Reader, indicator: str, regions: dict[str, str], per: str, year: str | None, yardstick: str | None
) -> pd.DataFrame:
    """One row a region that has a figure: its rank among its level and its place.

    Without a year, that year stands for all in which most of the regions have a figure.

    Args:
        regions: code to level; each region is placed among its own level only.
        per: the indicator that counts are divided by; empty for figures as published.
        yardstick: a region to stand against; None for the median of the level.
    """
    years = reader.fetch("years_to_compare", indicator_ids=[indicator], region_codes=list(regions), per=per or None)[
        "year"
    ]
    reference = int(year) if year else None if years.empty else int(years.iloc[0])
    shared = {"indicator_id": indicator, "year": reference, "per": per or None}
    parts = []
    for level in dict.fromkeys(regions.values()):
        ranks = reader.fetch("rank_by_indicator", level=level, **shared)
        against = yardstick if yardstick and regions.get(yardstick) == level else None
        similar = reader.fetch("similarity_by_indicator", level=level, region_code=against, **shared)
        extra = similar[
            ["observation_id", "yardstick", "spread", "compared", "similarity", "standing", "method", "reason"]
        ].rename(columns={"reason": "standing_reason"})
        parts.append(ranks.merge(extra, on="observation_id").assign(level=level, against=against))
    rows = pd.concat(parts) if parts else pd.DataFrame(columns=["region_code"])
    return rows[rows["region_code"].isin(list(regions))]
