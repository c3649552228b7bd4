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


class UnreadableDocument(Exception):
    """A document that cannot be read.

    ``name`` is the file's, ``code`` the reason (a key of ``words.DOCUMENT_FAULTS``).
    """

    def __init__(self, name: str, code: str):
        super().__init__(f"{name}: {code}")
        self.name = name
        self.code = code
