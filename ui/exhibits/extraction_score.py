"""How well the reading of documents does on labelled texts: measured, dated, never rounded up."""

import pandas as pd

from etl import documents
from ui import numbers
from ui.exhibits import Exhibit
from ui.reader import Reader

# The sets of the measurement, most telling first.
SETS = {
    "unseen": "Documents kept for testing only",
    "worked": "Documents the rules were mended on",
    "test": "Sentences kept for testing only",
    "train": "Sentences the rules were made on",
    "gold": "Five labelled documents",
}
FIELDS = {
    "comparator_right": "Comparator right",
    "kind_right": "Kind right",
    "basis_right": "Basis right",
    "period_right": "Year right",
    "indicator_right": "Indicator right",
}


def build(reader: Reader) -> Exhibit | None:
    """One row a labelled set: found, missed, false, precision, recall, F1, and each field of the found."""
    _ = reader.words
    measured = documents.measured_score()
    rows = pd.DataFrame([_row(reader, name, measured["sets"][name]) for name in SETS if name in measured["sets"]])
    test = measured["sets"]["unseen"]
    takeaway = _(
        "On documents kept for testing, {recall} of the statements were found and {precision} of what was found is "
        "one; measured {day}, rules {version}."
    ).format(
        recall=numbers.percent(test["recall"], reader.lang),
        precision=numbers.percent(test["precision"], reader.lang),
        day=measured["measured"],
        version=measured["version"],
    )
    return Exhibit(
        page="documents",
        title=_("Measured on labelled texts"),
        takeaway=takeaway,
        rows=rows,
        columns={
            "set": _("Labelled texts"),
            "statements_found": _("Found"),
            "statements_missed": _("Missed"),
            "false_finds": _("False finds"),
            "precision": _("Precision"),
            "recall": _("Recall"),
            "f1": _("F1"),
            **{field: _(heading) for field, heading in FIELDS.items()},
        },
    )


def _row(reader: Reader, name: str, score: dict) -> dict[str, object]:
    rates = {rate: numbers.percent(score[rate], reader.lang) for rate in ("precision", "recall", "f1")}
    fields = {
        field: numbers.percent(score["fields"][field.removesuffix("_right")]["accuracy"], reader.lang)
        for field in FIELDS
    }
    counts = {"statements_found": score["found"], "statements_missed": score["missed"], "false_finds": score["false"]}
    return {"set": reader.words(SETS[name])} | counts | rates | fields
