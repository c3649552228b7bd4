"""Our own labelled sentences: written in the style of plans, reports and news, half of them for testing only.

``sentences.csv``: ``sentence_id``, ``split`` (train: rules may be made from it; test: only measured), ``title`` of the
document it could stand in, and ``marked``: the sentence with each statement in braces as
``{words|value|unit|comparator|kind|basis|period|indicator}``. ``1~2`` is a range; an empty indicator is not judged;
``//`` parts two statements that share their words.
"""

import csv
import re
from pathlib import Path

from etl.documents import extraction, reading, scoring
from etl.documents.catalogue import Catalogue
from etl.documents.scoring import Label, Outcome

SENTENCES = Path(__file__).parent / "sentences.csv"
SPLITS = ("train", "test")
_MARKED = re.compile(r"\{([^{}]*)\}")


def rows() -> list[dict[str, str]]:
    """The sentences as written: columns as above."""
    with SENTENCES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def plain(marked: str) -> str:
    """The sentence without its marks."""
    return _MARKED.sub(lambda match: match[1].split("|")[0], marked)


def compare(split: str, catalogue: Catalogue) -> list[Outcome]:
    """Outcomes of every sentence of a split, each read as a document of its own under its title."""
    outcomes: list[Outcome] = []
    for row in rows():
        if row["split"] == split:
            document = reading.read(f"{row['title']}\n{plain(row['marked'])}\n", row["sentence_id"])
            labels = _labels(row, document.folded)
            outcomes += scoring.match(labels, extraction.find(document, catalogue), row["sentence_id"])
    return outcomes


def _labels(row: dict[str, str], folded: str) -> list[Label]:
    labels = []
    for match in _MARKED.finditer(row["marked"]):
        for fields in match[1].split("//"):
            words, value, unit, comparator, kind, basis, period, indicator = fields.split("|")
            low, _, high = value.partition("~")
            labels.append(
                Label(
                    row["sentence_id"],
                    words,
                    words,
                    "",
                    comparator,
                    kind,
                    float(low) if low else None,
                    float(high) if high else None,
                    unit,
                    basis,
                    int(period) if period else None,
                    indicator or None,
                    scoring.spans_of(words, folded),
                )
            )
    return labels
