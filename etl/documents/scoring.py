"""How well statements are found: precision, recall and F1 against labels, and how right the fields of the found are.

A label is a row in the shape of the gold table (``doc_id``, ``phrase``, ``value``, ``unit``, ``comparator``, ``kind``,
``basis``, ``period``, ``indicator_zh`` ...). A statement is found where value and unit are the label's and the spans
overlap; each statement answers one label at most.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import paths
from etl.documents import catalogue as catalogues
from etl.documents import extraction, reading
from etl.documents.catalogue import Catalogue
from etl.documents.cleaning import clean, fold
from etl.documents.document import Document
from etl.documents.statement import Statement

FIELDS = ("comparator", "kind", "basis", "period", "indicator")
_SUFFIXES = ("", ".txt", ".html", ".htm", ".docx", ".pdf")


@dataclass(frozen=True)
class Label:
    """One labelled statement.

    ``indicator_id`` is None where it is not judged, and empty where none of the catalogue fits; ``spans`` are the
    places of its phrase in the folded text (none: not there).
    """

    doc_id: str
    phrase: str
    subject: str
    category: str
    comparator: str
    kind: str
    value: float | None
    value_high: float | None
    unit: str
    basis: str
    period: int | None
    indicator_id: str | None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a label or a statement: matched pairs, misses (no statement) and false finds (no label)."""

    doc_id: str
    label: Label | None
    statement: Statement | None

    def is_right(self, field: str) -> bool | None:
        """Whether a field of a found statement is the label's; None where the label does not say."""
        if self.label is None or self.statement is None:
            return None
        if field == "indicator":
            linked = self.statement.indicator_id or ""
            return None if self.label.indicator_id is None else linked == self.label.indicator_id
        return getattr(self.statement, field) == getattr(self.label, field)


@dataclass(frozen=True)
class Score:
    """Counts of found, missed and false, and of the found (right, judged) for each field."""

    found: int
    missed: int
    false: int
    fields: dict[str, tuple[int, int]]

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        total = 2 * self.found + self.false + self.missed
        return 2 * self.found / total if total else 0.0

    def accuracy(self, field: str) -> float | None:
        right, judged = self.fields[field]
        return right / judged if judged else None


def score(outcomes: Iterable[Outcome]) -> Score:
    """The score of some outcomes."""
    outcomes = list(outcomes)
    found = [outcome for outcome in outcomes if outcome.label and outcome.statement]
    fields = {}
    for field in FIELDS:
        judged = [right for outcome in found if (right := outcome.is_right(field)) is not None]
        fields[field] = (sum(judged), len(judged))
    return Score(
        len(found),
        sum(outcome.statement is None for outcome in outcomes),
        sum(outcome.label is None for outcome in outcomes),
        fields,
    )


def grouped(outcomes: Iterable[Outcome], by: str) -> dict[str, Score]:
    """Scores by ``doc_id`` or by ``category``; a false find takes the category of nothing (``-``)."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        key = outcome.doc_id if by == "doc_id" else outcome.label.category if outcome.label else "-"
        groups[key].append(outcome)
    return {key: score(groups[key]) for key in sorted(groups)}


def compare(gold: Path, folder: Path, data: Path = paths.DATA) -> list[Outcome]:
    """Outcomes of every document that the gold table labels, read from the folder.

    Raises:
        UnreadableDocument: a labelled document is missing or cannot be read.
    """
    catalogue = catalogues.load(data)
    outcomes: list[Outcome] = []
    for doc_id, rows in _by_document(gold).items():
        document = reading.read(_file_of(folder, doc_id))
        region_code = next((row["region_code"] for row in rows if row.get("region_code")), None)
        labels = [_label(row, document, catalogue, data) for row in rows]
        outcomes += match(labels, extraction.find(document, catalogue, region_code), doc_id)
    return outcomes


def _by_document(gold: Path) -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with gold.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows[row["doc_id"]].append(row)
    return dict(rows)


def _file_of(folder: Path, doc_id: str) -> Path:
    for suffix in _SUFFIXES:
        if (folder / f"{doc_id}{suffix}").is_file():
            return folder / f"{doc_id}{suffix}"
    return folder / f"{doc_id}.txt"


def _label(row: dict[str, str], document: Document, catalogue: Catalogue, data: Path) -> Label:
    return Label(
        row["doc_id"], row["phrase"], row["indicator_zh"], row.get("category", ""), row["comparator"], row["kind"],
        _number(row["value"]), _number(row["value_high"]), row["unit"], row["basis"],
        int(row["period"]) if row["period"] else None, _indicator_of(row, catalogue, data),
        spans_of(row["phrase"], document.folded),
    )  # fmt: skip


def _number(text: str) -> float | None:
    return float(text) if text else None


def _indicator_of(row: dict[str, str], catalogue: Catalogue, data: Path) -> str | None:
    """The label's indicator: its own column, else the package's row of the phrase, else the catalogue's name."""
    if row.get("indicator_id"):
        return row["indicator_id"]
    known = _published(data).get((row["doc_id"], fold(row["phrase"]), _number(row["value"]), row["indicator_zh"]))
    known = known or _published(data).get((row["doc_id"], fold(row["phrase"]), _number(row["value"]), ""))
    if known:
        return known
    named = [
        indicator.indicator_id
        for indicator in catalogue.indicators.values()
        if row["indicator_zh"] in (indicator.name_zh, *indicator.names)
    ]
    fitting = [key for key in named if catalogue.indicators[key].unit == row["unit"]]
    return named[0] if len(named) == 1 else fitting[0] if len(fitting) == 1 else None


_published_rows: dict[Path, dict] = {}


def _published(data: Path) -> dict[tuple[str, str, float | None, str], str]:
    """Indicators of the package's rows by source, phrase and value: what people have linked already."""
    if data not in _published_rows:
        linked: dict[tuple[str, str, float | None, str], set[str]] = defaultdict(set)
        for file in (data / "targets.csv", *sorted((data / "observations").glob("*.csv"))):
            with file.open(encoding="utf-8-sig", newline="") as stream:
                for row in csv.DictReader(stream):
                    value = (
                        None
                        if row.get("form") in ("yes_no", "direction") and row["value"] in ("", "0", "100")
                        else _number(row["value"])
                    )
                    linked[(row["source_id"], fold(row["phrase"]), value, "")].add(row["indicator_id"])
        _published_rows[data] = {key: next(iter(ids)) for key, ids in linked.items() if len(ids) == 1}
    return _published_rows[data]


def spans_of(phrase: str, folded: str) -> tuple[tuple[int, int], ...]:
    """Every place where a label's phrase stands in the text; a phrase with … stands where its longest piece does."""
    wanted = "".join(clean(phrase).folded.split())
    pieces = [wanted] if "…" not in wanted else sorted(wanted.split("…"), key=len, reverse=True)[:1]
    spans = []
    for piece in pieces:
        place = folded.find(piece)
        while place >= 0 and piece:
            spans.append((place, place + len(piece)))
            place = folded.find(piece, place + 1)
    return tuple(spans)


def match(labels: list[Label], statements: list[Statement], doc_id: str) -> list[Outcome]:
    """Pair labels and statements of one document, the pair that agrees in most fields first."""
    pairs = []
    for i, label in enumerate(labels):
        for j, statement in enumerate(statements):
            if _is_same(label, statement):
                agreement = sum(bool(Outcome(doc_id, label, statement).is_right(field)) for field in FIELDS)
                pairs.append((-agreement, abs(i / max(len(labels), 1) - j / max(len(statements), 1)), i, j))
    labelled, stated, outcomes = set(), set(), []
    for *_, i, j in sorted(pairs):
        if i not in labelled and j not in stated:
            labelled.add(i)
            stated.add(j)
            outcomes.append((i, Outcome(doc_id, labels[i], statements[j])))
    outcomes += [(i, Outcome(doc_id, label, None)) for i, label in enumerate(labels) if i not in labelled]
    outcomes.sort(key=lambda pair: pair[0])
    false = [Outcome(doc_id, None, statement) for j, statement in enumerate(statements) if j not in stated]
    return [outcome for _, outcome in outcomes] + false


def _is_same(label: Label, statement: Statement) -> bool:
    if (label.value, label.value_high, label.unit) != (statement.value, statement.value_high, statement.unit):
        return False
    return any(statement.start < end and start < statement.end for start, end in label.spans)


def wrong_fields(outcomes: Iterable[Outcome]) -> Counter[str]:
    """How often each field of a found statement is not the label's."""
    return Counter(field for outcome in outcomes for field in FIELDS if outcome.is_right(field) is False)
