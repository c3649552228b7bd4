"""Numbers by which documents describe themselves: tasks, areas, projects; not judged."""

import pandas as pd

from exports.telling import of_figure
from ui import headings, numbers
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(
    reader: Reader, programme: str | None = None, region: str | None = None, level: str | None = None
) -> Exhibit | None:
    """A table, one row a count; of one document, of some regions, or of all."""
    _ = reader.words
    rows = reader.fetch("task_counts", programme_id=programme, region_code=region, level=level)
    if rows.empty:
        return None
    rows = rows.assign(
        count_text=[
            numbers.figure(row.value, row.unit, reader.lang, row.comparator, row.value_high)
            for row in rows.itertuples()
        ],
        unit_text=[numbers.unit(unit, reader.lang) for unit in rows["unit"]],
        release_id=reader.release_id,
    )
    return Exhibit(
        page="programmes",
        title=_("What documents count of their own tasks"),
        takeaway=_("These numbers describe a document and are not judged: {told}.").format(
            told=_listing(reader, rows.head(3))
        ),
        rows=rows,
        columns={
            "region": _("Region"),
            "indicator": _("What is counted"),
            "count_text": _("Count"),
            "phrase": _("Words"),
            "source_title": _("Read in"),
            "locator": _("Place in the document"),
            "programme": _("Programme"),
        },
        file_columns={
            "target_id": _("Target id"),
            "programme": _("Programme"),
            "region_code": _("Region code"),
            "region": _("Region"),
            "indicator_id": _("Indicator id"),
            "indicator": _("What is counted"),
            "comparator": _("Comparator"),
            "value": _("Count"),
            "unit_text": _("Unit"),
            **headings.clause(_),
            "release_id": _("Release"),
        },
        figure="target_id",
    )


def _listing(reader: Reader, rows: pd.DataFrame) -> str:
    told = [f"{row.indicator} {of_figure(row.count_text, row.target_id)}" for row in rows.itertuples()]
    return "；".join(told) if reader.lang == "zh" else "; ".join(told)
