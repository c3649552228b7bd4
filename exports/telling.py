"""Sentences that keep, beside their plain text, which figure each number in them comes from.

A number is marked where it is put into a sentence (``of_figure``); the marks live through templates, translation and
joining, and are taken out again when the sentence is read (``Told.of``). They are characters of Unicode's private use,
which no text of a document carries.
"""

import re
from dataclasses import dataclass

_START, _THEN, _END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_START}(?P<id>[^{_THEN}]*){_THEN}(?P<text>[^{_END}]*){_END}")


@dataclass(frozen=True)
class Part:
    """A piece of a sentence; ``figure_id`` is the figure that its number comes from, empty for the words between."""

    text: str
    figure_id: str = ""


class Told(str):
    """A sentence as plain text, and the ``parts`` that it is made of."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, text: str) -> "Told":
        """The sentence of a marked text; a plain text is one part, a sentence stays as it is."""
        return text if isinstance(text, Told) else cls._of_parts(_parts(text))

    @classmethod
    def _of_parts(cls, parts: tuple[Part, ...]) -> "Told":
        told = cls("".join(part.text for part in parts))
        told.parts = parts
        return told

    @property
    def marked(self) -> str:
        """The text with its marks, to be put into another sentence."""
        return "".join(of_figure(part.text, part.figure_id) if part.figure_id else part.text for part in self.parts)

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures in it, in the order of the text, each once."""
        return tuple(dict.fromkeys(part.figure_id for part in self.parts if part.figure_id))

    @property
    def has_counts(self) -> bool:
        """Whether a number stands in it that comes from no single figure."""
        return any(mark.isdigit() for part in self.parts if not part.figure_id for mark in part.text)

    def lines(self) -> list["Told"]:
        """A sentence a line."""
        return [Told.of(line) for line in self.marked.split("\n")]


def of_figure(text: str, figure_id: object) -> str:
    """A number as it is put into a sentence, marked with the id of its figure; without an id (None, NaN) as it is."""
    if not text or not isinstance(figure_id, str):
        return text
    return f"{_START}{figure_id}{_THEN}{text}{_END}"


def _parts(marked: str) -> tuple[Part, ...]:
    parts, place = [], 0
    for found in _MARKED.finditer(marked):
        parts.append(Part(marked[place : found.start()]))
        parts.append(Part(found["text"], found["id"]))
        place = found.end()
    parts.append(Part(marked[place:]))
    return tuple(part for part in parts if part.text)
