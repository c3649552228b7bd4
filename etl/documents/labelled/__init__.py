"""Our own labelled texts, written in the style of plans, reports and news, half of them for testing only.

``worked/`` and ``unseen/``: whole documents, TXT and HTML, marked as the sentences are. All were labelled before the
tool read any; rules were mended on the first, the second made none.

``sentences.csv``: ``sentence_id``, ``split`` (train: rules may be made from it; test: only measured), ``title`` of the
document it could stand in, and ``marked``: the sentence with each statement in braces as
``{words|value|unit|comparator|kind|basis|period|indicator}``. ``1~2`` is a range; an empty indicator is not judged,
``-`` says that the catalogue has none; ``//`` parts two statements that share their words.
"""

import csv
import re
from pathlib import Path

from etl.documents import extraction, reading, scoring
from etl.documents.catalogue import Catalogue
from etl.documents.scoring import Label, Outcome

SENTENCES = Path(__file__).parent / "sentences.csv"
SPLITS = ("train", "test")
FOLDERS = ("worked", "unseen")
SETS = (*SPLITS, *FOLDERS)
_MARKED = re.compile(r"\{([^{}]*)\}")


def rows() -> list[dict[str, str]]:
    """The sentences as written: columns as above."""
    with SENTENCES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def plain(marked: str) -> str:
    """The sentence without its marks."""
    return _MARKED.sub(lambda match: match[1].split("|")[0], marked)


def files(folder: str) -> list[Path]:
    """The marked documents of a folder, by name."""
    return sorted(file for file in (SENTENCES.parent / folder).iterdir() if file.suffix in (".txt", ".html"))


def compare(name: str, catalogue: Catalogue) -> list[Outcome]:
    """Outcomes of every document of a set; a sentence is read as a document of its own under its title."""
    outcomes: list[Outcome] = []
    for doc_id, title, marked in _texts(name):
        text = title + plain(marked)
        document = reading.read(text.encode(), doc_id) if doc_id.endswith(".html") else reading.read(text, doc_id)
        labels = _labels(doc_id, marked, document.folded)
        outcomes += scoring.match(labels, extraction.find(document, catalogue), doc_id)
    return outcomes


def _texts(name: str) -> list[tuple[str, str, str]]:
    """Name, title line and marked text of each document of a set."""
    if name in FOLDERS:
        return [(file.name, "", file.read_text(encoding="utf-8")) for file in files(name)]
    return [(row["sentence_id"], f"{row['title']}\n", f"{row['marked']}\n") for row in rows() if row["split"] == name]


def _labels(doc_id: str, marked: str, folded: str) -> list[Label]:
    labels = []
    for match in _MARKED.finditer(marked):
        for fields in match[1].split("//"):
            words, value, unit, comparator, kind, basis, period, indicator = fields.split("|")
            low, _, high = value.partition("~")
            labels.append(
                Label(
                    doc_id,
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
                    "" if indicator == "-" else indicator or None,
                    scoring.spans_of(words, folded),
                )
            )
    return labels
