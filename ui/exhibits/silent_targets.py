"""Targets that are due or overdue and that no usable figure judges."""

from ui import headings, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_words


def build(reader: Reader, region: str | None = None) -> Exhibit | None:
    """The board of silence of all regions or of one, latest due first."""
    _ = reader.words
    rows = with_words(reader, reader.fetch("silence_board", region_code=region))
    if rows.empty:
        return None
    return Exhibit(
        page="region" if region else "overview",
        title=_("Targets due or overdue without a usable figure"),
        subject=str(rows["region"].iloc[0]) if region else "",
        takeaway=takeaways.of_silence(reader, rows),
        rows=rows,
        columns={
            "region": _("Region"),
            "indicator": _("Indicator"),
            "goal_text": _("Target"),
            "due_text": _("Due"),
            "issuer_or_publisher": _("Issuer or publisher"),
            "state_text": _("State"),
        },
        file_columns=headings.silent(_),
        figure="target_id",
    )
