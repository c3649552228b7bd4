"""The measured score that stands beside the tool: ``score.json``, made by ``python -m etl documents score --save``."""

import json
from datetime import date
from pathlib import Path

from etl.documents import labelled, lexicons, scoring
from etl.documents.catalogue import Catalogue
from etl.documents.scoring import Outcome

FILE = Path(__file__).parent / "score.json"
# Raised with every change of the rules that changes what is found.
VERSION = "1.2.0"


def load() -> dict:
    """The saved score.

    ``version`` of the rules, ``measured`` (date), and ``sets``: by name (gold: the labelled documents; train, test: our
    own sentences; worked, unseen: our own documents; test and unseen never made a rule) the counts ``found``,
    ``missed``, ``false``, the rates ``precision``, ``recall``, ``f1``, and ``fields``: for each field ``right``,
    ``judged`` and ``accuracy``.
    """
    return json.loads(FILE.read_text(encoding="utf-8"))


def of_own_texts(catalogue: Catalogue) -> dict[str, dict]:
    """The score of each set of our own sentences and documents, measured now."""
    return {name: summary(labelled.compare(name, catalogue)) for name in labelled.SETS}


def summary(outcomes: list[Outcome]) -> dict:
    """A score as ``score.json`` holds it."""
    result = scoring.score(outcomes)
    return {
        "found": result.found,
        "missed": result.missed,
        "false": result.false,
        "precision": round(result.precision, 4),
        "recall": round(result.recall, 4),
        "f1": round(result.f1, 4),
        "fields": {
            field: {"right": right, "judged": judged, "accuracy": round(right / judged, 4) if judged else None}
            for field, (right, judged) in result.fields.items()
        },
    }


def save(gold: list[Outcome], catalogue: Catalogue, measured: date) -> Path:
    """Write the score of the labelled documents and of our own texts."""
    content = {
        "version": VERSION,
        "measured": measured.isoformat(),
        "rules": sum(len(lexicons.rows(file.stem)) for file in lexicons.FOLDER.glob("*.csv")),
        "sets": {"gold": summary(gold), **of_own_texts(catalogue)},
    }
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return FILE
