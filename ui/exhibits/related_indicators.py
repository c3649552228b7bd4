"""What an indicator must not be confused with, and how each of them differs."""

from ui import comparability, numbers
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader, indicator: str) -> Exhibit | None:
    """A table of related indicators with the kind of difference and a note."""
    _ = reader.words
    rows = reader.fetch("related_indicators", indicator_id=indicator)
    if rows.empty:
        return None
    name = str(reader.fetch("indicator_definition", indicator_id=indicator)["name"].iloc[0])
    rows = rows.assign(
        relation_text=[_(comparability.REASONS[relation]) for relation in rows["relation"]],
        unit_text=[numbers.unit(unit, reader.lang) for unit in rows["unit"]],
    )
    return Exhibit(
        page="indicator",
        title=_("{indicator}: not to be confused with").format(indicator=name),
        takeaway=_("{count} indicators look alike and must not be compared with it.").format(
            count=rows["related_indicator_id"].nunique()
        ),
        rows=rows,
        columns={
            "related": _("Indicator"),
            "relation_text": _("Difference"),
            "note": _("Note"),
            "unit_text": _("Unit"),
            "figures": _("Figures"),
            "targets": _("Targets"),
        },
        subject=name,
    )
