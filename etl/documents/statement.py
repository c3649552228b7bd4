"""One quantified statement of a document, with everything a person needs to accept or refuse it."""

from dataclasses import dataclass

# Why the tool is not sure; English is the key, etl/locale/zh.po holds the Chinese.
REASONS = {
    "no_number": "the text gives no number",
    "undated": "the text does not date it",
    "period_inferred": "the year comes from an earlier sentence or the heading",
    "basis_assumed": "the text does not say whether it is a total or a new count",
    "kind_by_document": "promise or result is told only by the kind of document",
    "no_indicator": "no indicator of the catalogue fits",
    "weak_link": "the indicator fits loosely",
    "rival_link": "another indicator fits nearly as well",
    "subject_shared": "one number is shared by several indicators",
    "subject_from_before": "what is counted stands in an earlier clause",
    "region_inferred": "the region comes from the title or the commonest name",
    "no_region": "no region is named",
    "from_table": "read from a table",
    "from_title": "read from the title alone",
}


@dataclass(frozen=True)
class Candidate:
    """An indicator of the catalogue that may be meant; ``score`` from 0 to 1."""

    indicator_id: str
    score: float


@dataclass(frozen=True)
class Statement:
    """One statement.

    ``phrase`` is ``Document.text[start:end]``, at most 30 characters that hold the figure (``figure_start:figure_end``);
    ``original_start:original_end`` is the same span in the original text. ``subject`` names what is counted, in
    simplified characters. ``value`` and ``value_high`` are in ``unit``; both are empty where the text gives no number,
    and ``implied`` is then what it says in words (100 for 全部, 0 for 不发生).
    ``indicator_id`` is None where nothing in the catalogue fits; ``candidates`` are the best, best first.
    ``kind`` is target, actual, baseline or programme; ``form`` as METHOD names it (level, keep, annual ...).
    """

    start: int
    end: int
    figure_start: int
    figure_end: int
    original_start: int
    original_end: int
    phrase: str
    subject: str
    kind: str
    form: str
    comparator: str
    value: float | None
    value_high: float | None
    implied: float | None
    unit: str
    basis: str
    period_start: int | None
    period: int | None
    as_of: str
    period_words: str
    region_code: str
    locator: str
    indicator_id: str | None
    candidates: tuple[Candidate, ...]
    confidence: str
    reasons: tuple[str, ...]
