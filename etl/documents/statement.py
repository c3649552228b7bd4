"""One quantified statement of a document, with everything a person needs to accept or refuse it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """An indicator of the catalogue that may be meant; ``score`` from 0 to 1."""

    indicator_id: str
    score: float


@dataclass(frozen=True)
class Statement:
    """One statement.

    ``phrase`` is ``Document.text[start:end]``, at most 30 characters that hold the figure, which is at
    ``figure_start:figure_end``;
    ``original_start:original_end`` is the same span in the original text. ``subject`` names what is counted, in
    simplified characters. ``value`` and ``value_high`` are in ``unit``; both are empty where the text gives no number,
    and ``implied`` is then what it says in words (100 for 全部, 0 for 不发生).
    ``indicator_id`` is None where nothing in the catalogue fits; ``candidates`` are the best, best first.
    ``reasons`` are why the tool is not sure (keys of ``words.STATEMENT_REASONS``); ``confidence`` is high, medium, low.
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
