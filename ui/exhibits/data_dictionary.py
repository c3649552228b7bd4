"""What every column of the published tables holds."""

import json

import pandas as pd

import paths
from ui.exhibits import Exhibit
from ui.reader import Reader

_OBSERVATIONS = "observations_"


def build(reader: Reader, table: str | None = None) -> Exhibit | None:
    """A table, one row a column of the data package; of one table, or of all."""
    _ = reader.words
    rows = declared_columns(reader)
    if table:
        rows = rows[rows["table"] == table]
    if rows.empty:
        return None
    return Exhibit(
        page="data",
        title=_("Tables and columns"),
        takeaway=_("{columns} columns in {tables} tables, as the data package declares them.").format(
            columns=len(rows), tables=rows["table"].nunique()
        ),
        rows=rows,
        columns={
            "table": _("Table"),
            "column": _("Column"),
            "meaning": _("Meaning"),
            "type": _("Type"),
            "allowed": _("Allowed values"),
        },
        subject=table or "",
    )


def declared_columns(reader: Reader) -> pd.DataFrame:
    """Columns ``table``, ``column``, ``meaning``, ``type``, ``allowed``; observations of all themes share one table."""
    package = json.loads((paths.DATA / "datapackage.json").read_text(encoding="utf-8"))
    described = "description_zh" if reader.lang == "zh" else "description"
    declared = {
        (_table(resource["name"]), field["name"]): (field[described], field["type"], _allowed(field))
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }
    rows = [(*where, *what) for where, what in declared.items()]
    return pd.DataFrame(rows, columns=["table", "column", "meaning", "type", "allowed"])


def _table(resource: str) -> str:
    return "observations" if resource.startswith(_OBSERVATIONS) else resource


def _allowed(field: dict) -> str | None:
    """The list of values, or the pattern, that a column is held to."""
    constraints = field.get("constraints", {})
    return ", ".join(constraints["enum"]) if "enum" in constraints else constraints.get("pattern")
