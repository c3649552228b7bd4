"""By what a count is divided before regions of different sizes are set side by side, in words."""

from ui import numbers
from ui.reader import Reader

AS_PUBLISHED = "as_published"

# The indicator that divides, or the figure as it stands in its document.
NAMES = {
    "resident_population": "per 10,000 residents",
    "market_entities": "per 10,000 market entities",
    "gdp": "per 100 million yuan of GDP",
    AS_PUBLISHED: "as published",
}


def figure(reader: Reader, value: float | None, unit: str, per: str, comparator: str = "=") -> str:
    """A figure as published (``per`` empty) or divided: 12.3件（每万人）, 12.3 items per 10,000 residents."""
    text = numbers.figure(value, unit, reader.lang, comparator)
    return text + _behind(reader, per) if text != numbers.UNKNOWN else text


def unit(reader: Reader, text: str, per: str) -> str:
    """The unit of a figure as published (``per`` empty) or divided."""
    return numbers.unit(text, reader.lang) + _behind(reader, per)


def divisor(per: str) -> str | None:
    """A choice of the address as the queries take it: None for figures as published."""
    return None if per == AS_PUBLISHED else per


def _behind(reader: Reader, per: str) -> str:
    if not per:
        return ""
    name = reader.words(NAMES[per])
    return f"（{name}）" if reader.lang == "zh" else f" {name}"
