"""What slides are made of, in words and rows; the makers of files take it from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from exports.telling import Part, Told


@dataclass(frozen=True)
class Evidence:
    """One figure on a slide and all that leads to it, worded.

    Attributes:
        figure_id: id of the figure in the release.
        told: region, indicator, value and time in one line.
        document: title of the document; ``publisher`` and ``published`` (text, may be empty) go with it.
        place, phrase: where in the document it stands, and its words there.
        url: address of the document; empty where none is known.
        steps: how it was judged: verdict, formulas with their inputs, other figures used; one line each.
    """

    figure_id: str
    told: str
    document: str
    publisher: str = ""
    published: str = ""
    place: str = ""
    phrase: str = ""
    url: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Panel:
    """One exhibit, or one page of its rows, in one language.

    Attributes:
        lang: ``zh`` or ``en``.
        headline: the claim; a ``Told`` keeps which figure each number in it comes from.
        title: what is shown.
        alt: the picture's text alternative.
        rows, columns: the rows on this page, and column to heading; a table shows these.
        whole: the rows of all pages (the builder's, or the table's), so that pages share axes and widths.
        chart: name of the builder in ``charts/``; None for a table.
        drawn: the builder's rows on this page.
        words: the builder's words.
        spec: the picture of this page as Vega-Lite with its data; None for a table.
        cautions: what must be told beside the figures.
        source: whose figures these are, in one line.
        evidence: every figure on this page.
    """

    lang: str
    headline: str
    title: str
    alt: str
    rows: pd.DataFrame
    columns: Mapping[str, str]
    whole: pd.DataFrame
    chart: str | None = None
    drawn: pd.DataFrame | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    spec: dict | None = None
    cautions: tuple[str, ...] = ()
    source: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Slide:
    """One screen: a panel, or the same panel in two languages side by side.

    Attributes:
        panels: one or two; none where the slide could not be made.
        section: heading of the part it belongs to.
        page, pages: which page of its exhibit it is, of how many.
        speech: the speaker's own notes.
        fault: why it could not be made, naming it; empty where it was.
    """

    panels: tuple[Panel, ...]
    section: str = ""
    page: int = 1
    pages: int = 1
    speech: str = ""
    fault: str = ""

    @property
    def headlines(self) -> list[Told]:
        """The claim, a line a language; said once where the languages do not differ."""
        lines = [line for panel in self.panels for line in Told.of(panel.headline).lines()]
        return list({str(line): line for line in lines}.values())


@dataclass(frozen=True)
class Document:
    """A document that the slides cite, worded: how to cite it and where it is; ``figures`` are the ids it states."""

    citation: str
    url: str = ""
    figures: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Show:
    """A whole presentation.

    Attributes:
        title, subtitle: of the first slide.
        lang: ``zh``, ``en`` or ``both``.
        footer: source and release, on every slide.
        slides: in order.
        method: how targets are judged, one paragraph an entry.
        documents: every document cited, once.
        words: ``method``, ``sources``, ``continued``, ``figure``, ``document``, ``words``, ``speech``, ``data``, and
            what the presenter's window says.
    """

    title: str
    subtitle: str
    lang: str
    footer: str
    slides: tuple[Slide, ...]
    method: tuple[str, ...]
    documents: tuple[Document, ...]
    words: Mapping[str, str]

    @property
    def sections(self) -> list[str]:
        """Headings of the parts in order; empty where there is only one part."""
        named = list(dict.fromkeys(slide.section for slide in self.slides))
        return named if len(named) > 1 else []

    @cached_property
    def _document_of(self) -> dict[str, int]:
        return {figure: number for number, one in enumerate(self.documents, 1) for figure in one.figures}

    def document_of(self, part: Part) -> int | None:
        """Number of the document, from 1, that a part's figure stands in; None for words and counts."""
        return self._document_of.get(part.figure_id)

    def opens_section(self, place: int) -> bool:
        """Whether a new part begins with this slide."""
        before = self.slides[place - 1].section if place else None
        return bool(self.sections) and self.slides[place].section != before
