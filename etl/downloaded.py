"""A table of figures that was downloaded and comes back as data: its headings, its extra columns, its last row.

A downloaded file names its columns in words, carries names and documents beside the codes, guards texts against
spreadsheets and ends with a row that says how to cite it. What follows from the codes is left out again, the rest is
read as the package declares it; a column that no download has stays, to be refused by name.
"""

from collections.abc import Iterator
from functools import cache

from etl import words
from exports import columns, guarding

Rows = Iterator[tuple[int, list[str]]]

_REMARK = "# "


def as_declared(numbered: Rows, declared: set[str], guarded: bool) -> Rows:
    """The rows under the package's own column names, the header first; a table that is no download as it is.

    Args:
        numbered: row number and cells, the header first.
        declared: names of the columns that the package declares.
        guarded: whether texts may have got an apostrophe against spreadsheets (CSV).
    """
    first, header = next(numbered)
    names = [_names().get(guarding.unguard(heading), heading) for heading in header]
    accompanying = {*columns.OBSERVATIONS, *columns.BESIDE_OBSERVATIONS} - declared
    kept = [place for place, name in enumerate(names) if name not in accompanying]
    if names == header and len(kept) == len(header):
        yield first, header
        yield from numbered
        return
    yield first, [names[place] for place in kept]
    for number, cells in numbered:
        if cells[0].startswith(_REMARK) and not any(cells[1:]):
            continue
        if len(cells) != len(header):
            yield number, cells[:1]  # told as a line that is cut off
            continue
        chosen = [cells[place] for place in kept]
        yield number, [guarding.unguard(cell) for cell in chosen] if guarded else chosen


@cache
def _names() -> dict[str, str]:
    """Heading of a downloaded column, in either language, to the column's name."""
    return {
        words.interface(language)(heading): name
        for language in words.LANGUAGES
        for name, heading in columns.OBSERVATIONS.items()
    }
