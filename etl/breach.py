"""A fault in the data, with everything a person needs to find and mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Breach:
    """One fault.

    ``row`` counts as a spreadsheet does: the header is row 1; 0 means the file as a whole.
    """

    file: str
    row: int
    column: str
    value: str
    check: str
    expected: str = ""


class DataAtFault(Exception):
    """The data breaches checks; nothing is published."""

    def __init__(self, breaches: list[Breach]):
        super().__init__(f"{len(breaches)} breaches")
        self.breaches = breaches
