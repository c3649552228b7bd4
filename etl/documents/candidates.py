"""Statements as a table that a person goes through: one row each, with place, link, runners-up and reasons."""

from collections.abc import Iterable
from pathlib import PurePath

from etl.documents.document import Document
from etl.documents.statement import Statement

COLUMNS = (
    "doc_id", "region_code", "subject", "indicator_id", "score", "runners_up", "kind", "form", "comparator", "value",
    "value_high", "implied", "unit", "basis", "period_start", "period", "as_of", "period_words", "locator", "phrase",
    "start", "end", "confidence", "reasons",
)  # fmt: skip


def rows(document: Document, statements: Iterable[Statement]) -> list[dict[str, object]]:
    """One row a statement with ``COLUMNS``; ``start`` and ``end`` count characters of the original text."""
    return [_row(PurePath(document.name).stem, statement) for statement in statements]


def _row(doc_id: str, statement: Statement) -> dict[str, object]:
    best = statement.candidates[0].score if statement.indicator_id and statement.candidates else None
    others = [c for c in statement.candidates if c.indicator_id != statement.indicator_id]
    return {
        **{name: getattr(statement, name, None) for name in COLUMNS},
        "doc_id": doc_id,
        "score": best,
        "runners_up": " ".join(f"{candidate.indicator_id}:{candidate.score:g}" for candidate in others),
        "start": statement.original_start,
        "end": statement.original_end,
        "reasons": " ".join(statement.reasons),
    }
