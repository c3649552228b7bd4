"""The bench on which a person decides about candidates; a component whose work lives in the reader's own browser."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import streamlit as st

from etl import documents
from etl.documents import Candidate, Catalogue, Document, Statement
from ui import states
from ui.reader import Reader

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "document_bench",
    css=(_HERE / "bench.css").read_text(encoding="utf-8"),
    js=(_HERE / "bench.js").read_text(encoding="utf-8"),
    # A marking of the reader's is read from the page, which a closed root would hide in some browsers.
    isolate_styles=False,
)

KINDS = {
    "target": "Target",
    "actual": "Published figure",
    "baseline": "Starting figure",
    "programme": "Count of the programme",
}
_COMPARATORS = (">=", ">", "=", "<=", "<", "~")
_TEXT = ("kind", "form", "comparator", "unit", "basis", "region_code", "locator", "phrase", "subject", "confidence")
_YEARS = ("period_start", "period")
_MOST_ITEMS = 5_000


@dataclass(frozen=True)
class Outcome:
    """What the person decided: the accepted statements, and how many were refused or still wait."""

    name: str
    accepted: tuple[Statement, ...]
    rejected: int
    open: int


def review(
    reader: Reader, document: Document | None, statements: Sequence[Statement], catalogue: Catalogue, region: str | None
) -> Outcome | None:
    """Show the bench; without a document it goes on with the one that this browser keeps, if any."""
    result = _mount(
        key="document_bench",
        data={
            "document": document and _as_data(reader, document, statements, region),
            "indicators": _indicators(reader, catalogue),
            "choices": _choices(reader),
            "words": _words(reader),
        },
        default={"outcome": None},
        on_outcome_change=lambda: None,
    )
    return _outcome(result.outcome)


def _as_data(reader: Reader, document: Document, statements: Sequence[Statement], region: str | None) -> dict:
    items = [_item(reader, number, statement) for number, statement in enumerate(statements)]
    digest = hashlib.sha256(f"{document.text}|{region}|{len(items)}".encode()).hexdigest()
    return {
        "name": document.name,
        "digest": digest,
        "text": document.text,
        "region_code": region or "",
        "items": items,
    }


def _item(reader: Reader, number: int, statement: Statement) -> dict:
    item = {key: value for key, value in asdict(statement).items() if key not in ("candidates", "reasons")}
    return item | {
        "id": f"s{number}",
        "candidates": [asdict(candidate) for candidate in statement.candidates],
        "reasons": [documents.reason_text(reason, reader.lang) for reason in statement.reasons],
        "reason_codes": list(statement.reasons),
    }


def _indicators(reader: Reader, catalogue: Catalogue) -> list[tuple[str, str]]:
    names = reader.fetch("indicator_names")
    named = zip(names["indicator_id"], names["name"], strict=True)
    return [(key, name) for key, name in named if key in catalogue.indicators]


def _choices(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    _ = reader.words
    regions = reader.fetch("region_names")
    named = {"kind": KINDS, "form": states.FORMS, "basis": states.BASES}
    choices = {field: [(code, _(word)) for code, word in table.items()] for field, table in named.items()}
    choices["comparator"] = [(sign, sign) for sign in _COMPARATORS]
    choices["region_code"] = [("", "—"), *zip(regions["region_code"], regions["name"], strict=True)]
    return choices


def _words(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "bench": _("Bench for the candidates of a document"),
        "text": _("Text of the document"),
        "candidates": _("Candidates"),
        "nothing": _("Open a file or paste a text above; its statements appear here."),
        "none_found": _("No statement was found. Mark one in the text and press N."),
        "accept": _("Accept"),
        "reject": _("Reject"),
        "edit": _("Edit"),
        "merge": _("Merge with next"),
        "split": _("Split"),
        "add": _("Add what I marked"),
        "undo": _("Undo"),
        "forget": _("Close and forget"),
        "open": _("to decide"),
        "accepted": _("accepted"),
        "rejected": _("rejected"),
        "confidence": _("Confidence"),
        "confidence_high": _("high"),
        "confidence_medium": _("medium"),
        "confidence_low": _("low"),
        "marked_by_hand": _("marked by hand"),
        "no_indicator": _("no indicator chosen"),
        "no_number": _("no number"),
        "undated": _("undated"),
        "likely": _("Likely"),
        "all_indicators": _("All indicators"),
        "field_indicator_id": _("Indicator"),
        "field_kind": _("Kind"),
        "field_form": _("Form of the commitment"),
        "field_comparator": _("Comparator"),
        "field_value": _("Value"),
        "field_value_high": _("High end"),
        "field_unit": _("Unit"),
        "field_basis": _("Basis"),
        "field_period_start": _("First year"),
        "field_period": _("Year"),
        "field_region_code": _("Region"),
        "field_locator": _("Place in the document"),
    }


def _outcome(told: Mapping | None) -> Outcome | None:
    """What the browser told, read strictly: it is a stranger's word."""
    if not told:
        return None
    items = list(told["items"])[:_MOST_ITEMS]
    return Outcome(
        name=str(told["name"])[:200],
        accepted=tuple(_statement(item) for item in items),
        rejected=int(told["rejected"]),
        open=int(told["open"]),
    )


def _statement(item: Mapping) -> Statement:
    empty = {field.name: None for field in fields(Statement)}
    texts = {name: str(item.get(name) or "")[:200] for name in _TEXT}
    numbers = {name: _number(item.get(name)) for name in ("value", "value_high", "implied")}
    years = {name: _year(item.get(name)) for name in _YEARS}
    spans = {name: int(item.get(name) or 0) for name in ("start", "end", "figure_start", "figure_end")}
    chosen = item.get("indicator_id")
    return Statement(
        **empty
        | texts
        | numbers
        | years
        | spans
        | {
            "original_start": int(item.get("original_start") or 0),
            "original_end": int(item.get("original_end") or 0),
            "phrase": texts["phrase"][:30],
            "as_of": str(item.get("as_of") or "")[:10],
            "period_words": str(item.get("period_words") or "")[:60],
            "indicator_id": str(chosen)[:80] if chosen else None,
            "candidates": tuple(_candidate(entry) for entry in item.get("candidates", ())[:10]),
            "reasons": tuple(str(code)[:40] for code in item.get("reason_codes", ())[:10]),
        }
    )


def _candidate(entry: Mapping) -> Candidate:
    return Candidate(str(entry["indicator_id"])[:80], float(entry["score"]))


def _number(value: object) -> float | None:
    if value is None or isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if math.isfinite(value) else None


def _year(value: object) -> int | None:
    number = _number(value)
    return int(number) if number is not None and 1900 <= number <= 2200 else None
