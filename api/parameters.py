"""The parameters of the address: their names are those of the pages, so that a page's address becomes the API's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from api.faults import Problem

# Where the API stands on the server.
PREFIX = "/api/v1"
# No page of answers is larger: a larger one is asked for in parts, or whole as a file.
MOST_ROWS = 10_000
MOST_VALUES = 500
_YEARS = (1900, 2200)

# What the pages write into their addresses and what does not choose rows; it is let pass, so that an address of a page
# can be used as it is.
OF_PAGES_ONLY = (
    "by", "strip", "group", "per", "view", "figure", "deck", "slide", "sort", "page", "kind", "peers", "show", "tab",
)  # fmt: skip


@dataclass(frozen=True)
class Parameter:
    """One parameter of the address.

    Attributes:
        kind: ``codes`` (several, by comma), ``year``, ``day``, ``count``, ``text`` or ``choice``.
        text: what it means, in English (the key of its translation).
        choices: the only values, for ``choice``.
        also: other names that pages use for it.
    """

    kind: str
    text: str
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


PARAMETERS = {
    "region": Parameter("codes", "Region codes of GB/T 2260, several by comma.", also=("regions",)),
    "indicator": Parameter("codes", "Indicator ids, several by comma.", also=("indicators",)),
    "theme": Parameter("codes", "Themes, several by comma.", also=("themes",)),
    "level": Parameter("codes", "Levels of government, several by comma."),
    "form": Parameter("codes", "Forms of commitments, several by comma."),
    "state": Parameter("codes", "States of targets, several by comma.", also=("states",)),
    "programme": Parameter("codes", "Programme ids, several by comma."),
    "source": Parameter("codes", "Document ids, several by comma."),
    "quality": Parameter("codes", "How sure a figure is: a, b or c, several by comma."),
    "due": Parameter("year", "Year in which targets are due."),
    "from": Parameter("year", "First year: of figures the year they stand for, of targets the due year."),
    "to": Parameter("year", "Last year, likewise."),
    "release": Parameter("text", "Id of a kept release; without it the current one answers."),
    "as_of": Parameter("day", "The newest kept release that judges as of this day or earlier (YYYY-MM-DD)."),
    "limit": Parameter("count", "At most so many rows, then a link to the next ones."),
    "next": Parameter("text", "Where the last answer stopped; taken from its link."),
    "format": Parameter(
        "choice",
        "Format of the answer; raw is CSV with every text verbatim, csv guards texts that a spreadsheet would run.",
        ("json", "csv", "parquet", "raw"),
    ),
    "lang": Parameter("choice", "Language of messages.", ("zh", "en")),
}
# Those that every address of records takes.
COMMON = ("release", "as_of", "limit", "next", "format", "lang")
_ALSO = {also: name for name, parameter in PARAMETERS.items() for also in parameter.also}


@dataclass(frozen=True)
class Asked:
    """What an address asks for, checked: filters by name (codes as lists, years as numbers), and the common ones.

    ``ignored`` names the filters that these records do not have, though others do; the answer says so.
    """

    filters: Mapping[str, object] = field(default_factory=dict)
    release: str | None = None
    as_of: date | None = None
    limit: int | None = None
    after: str | None = None
    format: str | None = None
    ignored: tuple[str, ...] = ()


def read(given: Sequence[tuple[str, str]], filters: Sequence[str]) -> Asked:
    """Check the parameters of an address.

    Args:
        given: name and value, as the address has them.
        filters: names of the filters that these records take.

    Raises:
        Problem: 400 for an unknown name, a doubled one or a value of another form, with what is allowed; 413 for a
            limit above what one answer holds.
    """
    read_so_far: dict[str, object] = {}
    ignored: list[str] = []
    for written, value in given:
        name = _ALSO.get(written, written)
        if name in OF_PAGES_ONLY or value == "":
            continue
        if name not in filters and name not in COMMON:
            if name in PARAMETERS:
                ignored.append(written)
                continue
            raise Problem(400, "unknown_parameter", parameter=written, allowed=[*filters, *COMMON])
        if name in read_so_far:
            raise Problem(400, "doubled_parameter", parameter=written, value=value)
        read_so_far[name] = _value(name, value)
    common = {name: read_so_far.pop(name, None) for name in COMMON}
    common.pop("lang")
    return Asked(filters=read_so_far, after=common.pop("next"), ignored=tuple(ignored), **common)


def _value(name: str, text: str) -> object:
    parameter = PARAMETERS[name]
    return _READERS[parameter.kind](name, text, parameter)


def _codes(name: str, text: str, parameter: Parameter) -> list[str]:
    codes = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if len(codes) > MOST_VALUES:
        raise Problem(413, "too_many_values", parameter=name, allowed=[f"<= {MOST_VALUES}"])
    if not codes:
        raise Problem(400, "malformed_value", parameter=name, value=text)
    return codes


def _year(name: str, text: str, parameter: Parameter) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or not _YEARS[0] <= int(text) <= _YEARS[1]:
        raise Problem(400, "malformed_value", parameter=name, value=text, allowed=["YYYY"])
    return int(text)


def _day(name: str, text: str, parameter: Parameter) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Problem(400, "malformed_value", parameter=name, value=text, allowed=["YYYY-MM-DD"]) from fault


def _count(name: str, text: str, parameter: Parameter) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text) or int(text) == 0:
        raise Problem(400, "malformed_value", parameter=name, value=text, allowed=[f"1 - {MOST_ROWS}"])
    if int(text) > MOST_ROWS:
        raise Problem(413, "too_many_rows", parameter=name, value=text, allowed=[f"1 - {MOST_ROWS}"])
    return int(text)


def _text(name: str, text: str, parameter: Parameter) -> str:
    if len(text) > 200 or not text.isprintable():
        raise Problem(400, "malformed_value", parameter=name, value=text)
    return text


def _choice(name: str, text: str, parameter: Parameter) -> str:
    if text not in parameter.choices:
        raise Problem(400, "unknown_value", parameter=name, value=text, allowed=list(parameter.choices))
    return text


_READERS = {"codes": _codes, "year": _year, "day": _day, "count": _count, "text": _text, "choice": _choice}
