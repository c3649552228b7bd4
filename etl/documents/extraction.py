"""Every quantified statement of a document: figures found by sentence, then read for kind, basis, year and link."""

import time
from collections.abc import Iterator

from etl.breach import UnreadableDocument
from etl.documents import regions, sentences, tables, wordless
from etl.documents.bases import basis_of
from etl.documents.case import Case
from etl.documents.catalogue import Catalogue
from etl.documents.dating import Dating
from etl.documents.document import Document
from etl.documents.figure import Figure
from etl.documents.governing import Governing
from etl.documents.kinds import kind_of
from etl.documents.linking import confidence, linked, names_of, subject_of
from etl.documents.measures import comparator_of, form_of, unit_of
from etl.documents.phrases import clipped, once_each, phrase_span
from etl.documents.quantities import Quantity, Sign, signs
from etl.documents.statement import Statement
from etl.documents.structure import Outline, Passage, outline

MAX_SECONDS = 120.0
# Signs; a text without full stops is read in pieces.
_LONGEST_SENTENCE = 600
_CONTINUES_ITEM = ("TEXT", "CUE", "BASIS", "GROWTH", "MASK")


def find(
    document: Document, catalogue: Catalogue, region_code: str | None = None, places: regions.Regions | None = None
) -> list[Statement]:
    """The statements of a document, in the order of the text.

    Args:
        document: as ``reading.read`` gives it.
        catalogue: indicators that a statement may be linked to; never by force.
        region_code: GB/T 2260 code of the region the document is about; found in title and text where not given.
        places: the regions; those of the data package where not given.

    Raises:
        UnreadableDocument: reading took longer than ``MAX_SECONDS``.
    """
    started = time.monotonic()
    reader = _Reader(document, catalogue, places or regions.load(), region_code)
    found: list[Statement] = []
    for passage in reader.whole.passages:
        found += reader.passage(passage)
        if time.monotonic() - started > MAX_SECONDS:
            raise UnreadableDocument(document.name, "too_slow")
    for table in document.tables:
        found += [reader.of_table(cell) for cell in tables.cells(document, table, reader.whole)]
    found.sort(key=lambda statement: (statement.figure_start, statement.start))
    return once_each(found)


class _Reader:
    """Reads the passages of one document in turn."""

    def __init__(self, document: Document, catalogue: Catalogue, places: regions.Regions, region_code: str | None):
        self.document = document
        self.catalogue = catalogue
        self.places = places
        self.whole: Outline = outline(document)
        self.is_region_given = bool(region_code)
        self.region_code = region_code or places.of_document(self.whole.title, document.folded)
        self.governing = Governing(self.whole, document.folded)

    def passage(self, passage: Passage) -> Iterator[Statement]:
        self.governing.enter(passage)
        item, counted = "", ""
        text = self.document.folded[passage.start : passage.end]
        for sentence in _sentences(signs(text, passage.start)):
            item = _item_number(sentence, item)
            found = tuple(sentences.figures(sentence, self.document.folded, counted))
            counted = found[-1].subject if found else counted
            self.governing.open(sentence, found, passage)
            yield from self._statements(sentence, found, passage, passage.locator + (f".{item}" if item else ""))
            self.governing.close(sentence)

    def _statements(
        self, sentence: list[Sign], found: tuple[Figure, ...], passage: Passage, locator: str
    ) -> Iterator[Statement]:
        basis = ""
        for number, figure in enumerate(found):
            date, is_inherited = self.governing.of(figure, sentence)
            case = Case(figure, found, number, tuple(sentence), passage, self.whole, self.document.folded, date,
                        is_inherited, basis)  # fmt: skip
            statement = self._statement(case, locator)
            basis = statement.basis
            yield statement

    def _statement(self, case: Case, locator: str) -> Statement:
        figure, quantity, date = case.figure, case.quantity, case.date
        kind, is_told = kind_of(case)
        unit = unit_of(case)
        comparator = comparator_of(case, kind)
        basis, is_assumed = basis_of(case, unit, kind)
        period_start, period, as_of = _period(kind, basis, date, self.whole)
        subject = subject_of(case)
        candidates = self.catalogue.candidates(
            names_of(case, subject, basis), unit, basis, bool(quantity and quantity.growth), figure.subject
        )
        indicator_id, doubts = linked(candidates)
        doubts += self._doubts(case, is_told, is_assumed, kind, period)
        value, value_high = (quantity.value, quantity.high) if quantity else (None, None)
        implied = wordless.implied(figure.sign)
        start, end = phrase_span(self.document.folded, figure)
        original_start, original_end = self.document.original_span(start, end)
        return Statement(
            start=start, end=end, figure_start=figure.sign.start, figure_end=figure.sign.end,
            original_start=original_start, original_end=original_end, phrase=self.document.text[start:end],
            subject=subject, kind=kind, comparator=comparator, value=value, value_high=value_high, implied=implied,
            form=form_of(kind, basis, unit, comparator, value, value_high, implied, _is_kept(quantity)),
            unit=unit, basis=basis, period_start=period_start, period=period, as_of=as_of,
            period_words=date.words if date else "",
            region_code=self.places.of_statement(figure.subject, self.region_code), locator=locator,
            indicator_id=indicator_id, candidates=candidates, confidence=confidence(doubts), reasons=tuple(doubts),
        )  # fmt: skip

    def _doubts(self, case: Case, is_told: bool, is_assumed: bool, kind: str, period: int | None) -> list[str]:
        """Why a statement is not sure, beside its link: keys of ``words.STATEMENT_REASONS``."""
        doubts = {
            "no_number": case.quantity is None,
            "undated": period is None and kind != "programme",
            "period_inferred": case.is_date_inherited and period is not None,
            "basis_assumed": is_assumed,
            "kind_by_document": not is_told,
            "subject_shared": case.figure.is_shared,
            "subject_from_before": case.figure.is_from_before,
            "region_inferred": bool(self.region_code) and not self.is_region_given,
            "no_region": not self.region_code,
            "from_title": case.passage.locator == "title",
        }
        return [doubt for doubt, is_so in doubts.items() if is_so]

    def of_table(self, cell: tables.Cell) -> Statement:
        """The statement of a table's cell."""
        candidates = self.catalogue.candidates(((cell.subject, 1.0),), cell.unit, cell.basis)
        indicator_id, doubts = linked(candidates)
        doubts += ["from_table"] + (["undated"] if cell.period is None else [])
        start, end = clipped(cell.start, cell.end, cell.figure_start, cell.figure_end)
        original_start, original_end = self.document.original_span(start, end)
        return Statement(
            start=start, end=end, figure_start=cell.figure_start, figure_end=cell.figure_end,
            original_start=original_start, original_end=original_end, phrase=self.document.text[start:end],
            subject=cell.subject, kind=cell.kind, comparator=cell.comparator, value=cell.value,
            value_high=cell.value_high, implied=None,
            form=form_of(cell.kind, cell.basis, cell.unit, cell.comparator, cell.value, cell.value_high, None, False),
            unit=cell.unit, basis=cell.basis, period_start=None, period=cell.period, as_of="",
            period_words=cell.period_words, region_code=self.places.code.get(cell.region, "") or self.region_code,
            locator=cell.locator, indicator_id=indicator_id, candidates=candidates, confidence=confidence(doubts),
            reasons=tuple(doubts),
        )  # fmt: skip


def _sentences(found: list[Sign]) -> Iterator[list[Sign]]:
    sentence: list[Sign] = []
    for sign in found:
        sentence.append(sign)
        is_too_long = len(sentence) >= _LONGEST_SENTENCE and sign.kind in ("COMMA", "LISTED", "TEXT")
        if sign.kind == "STOP" or is_too_long:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _item_number(sentence: list[Sign], item: str) -> str:
    """The number that opens a sentence, where items stand in one paragraph: ...发展。2进一步推进名牌创建工作."""
    for place, sign in enumerate(sentence):
        if isinstance(sign, Quantity):
            follows = sentence[place + 1].kind if place + 1 < len(sentence) else ""
            is_next = not sign.unit and not sign.before and sign.value == int(item or 0) + 1
            return str(int(sign.value)) if is_next and follows in _CONTINUES_ITEM else item
    return item


def _period(kind: str, basis: str, date: Dating | None, whole: Outline) -> tuple[int | None, int | None, str]:
    """First year, year and as-of month: empty where the text does not say."""
    is_flow = basis in ("new", "annual")
    if kind == "programme" or (date is not None and date.kind in ("now", "star")):
        return None, None, ""
    if date is None:
        # The year in the title of a report, or of a yearly plan, is that of its figures.
        year = whole.report_year if kind == "actual" and whole.kind == "actual" else None
        year = whole.plan_year if kind == "target" and whole.kind == "target" else year
        return (year if is_flow else None), year, ""
    return (date.period_start if is_flow or date.kind in ("span", "since") else None), date.period, date.as_of


def _is_kept(quantity: Quantity | None) -> bool:
    return quantity is not None and "keep" in quantity.before
