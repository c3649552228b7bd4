"""A document as read: the original text, the cleaned text, and the way back from one to the other."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """Rows of a table inside the cleaned text; each cell is (start, end) in ``Document.text``."""

    rows: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def start(self) -> int:
        return self.rows[0][0][0]

    @property
    def end(self) -> int:
        return self.rows[-1][-1][1]


@dataclass(frozen=True)
class Document:
    """One text.

    ``original`` is the text as the file holds it (of a page, all its visible text; of a PDF, its text layer).
    ``text`` is the clean text: characters as they stand, without pinyin, soft line breaks and menus of the page;
    one paragraph a line, cells of a table row parted by a tab.
    ``folded`` is ``text`` character for character in simplified, half-width form: what the rules read.
    ``offsets[i]`` is the place of ``text[i]`` in ``original``.
    """

    name: str
    form: str
    original: str
    text: str
    folded: str
    offsets: tuple[int, ...] = field(repr=False)
    tables: tuple[Table, ...] = ()

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the clean characters ``start:end`` stand in the original."""
        if start >= end:
            raise ValueError("an empty span stands nowhere")
        return self.offsets[start], self.offsets[end - 1] + 1

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """The clean characters that come from ``start:end`` of the original (a reader's own marking)."""
        return bisect_right(self.offsets, start - 1), bisect_right(self.offsets, end - 1)
