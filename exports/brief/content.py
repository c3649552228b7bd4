"""What a brief says, in words, rows and pictures."""

from dataclasses import dataclass

import pandas as pd

from exports.slides.content import Document


@dataclass(frozen=True)
class Table:
    """Rows with column to heading, and what is told below (may be empty)."""

    rows: pd.DataFrame
    columns: dict[str, str]
    told: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture as Vega-Lite with its data, its title, its text alternative and what is told below."""

    title: str
    spec: dict
    alt: str
    told: str = ""


@dataclass(frozen=True)
class Brief:
    """A brief.

    Attributes:
        lang: ``zh`` or ``en``.
        title, dated: the heading and the line below it.
        headline: sentences that say how the region stands.
        scorecard: a row a theme.
        pictures: three at most.
        silent: targets due and not reported; empty rows where there is none.
        documents: every document cited.
        footer: source and release.
        headings: of the parts: ``stands``, ``themes``, ``pictures``, ``silent``, ``sources``.
        more: text with ``{count}`` for what had no room.
        whole: where all of it stands; empty where no address is known.
    """

    lang: str
    title: str
    dated: str
    headline: tuple[str, ...]
    scorecard: Table
    pictures: tuple[Picture, ...]
    silent: Table
    documents: tuple[Document, ...]
    footer: str
    headings: dict[str, str]
    more: str
    whole: str = ""

    def numbered(self, part: str, number: int) -> str:
        """The heading of a part with its number, as the language counts."""
        return (
            f"{'一二三四五'[number - 1]}、{self.headings[part]}"
            if self.lang == "zh"
            else f"{number}. {self.headings[part]}"
        )
