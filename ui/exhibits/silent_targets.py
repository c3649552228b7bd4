"""Targets that are due or overdue and that no usable figure judges."""

from ui import headings, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_words


def build(reader: Reader) -> Exhibit | None:
    """The board of silence, longest overdue first."""
    _ = reader.words
    rows = with_words(reader, reader.fetch("silence_board"))
    if rows.empty:
        return None
    return Exhibit(
        page="overview",
        title=_("Targets that are due and not reported"),
        takeaway=takeaways.of_silence(reader, rows),
        rows=rows,
        columns={
            "region": _("Region"),
            "indicator": _("Indicator"),
            "goal_text": _("Target"),
            "due_text": _("Due"),
            "publisher": _("Publisher"),
            "state_text": _("State"),
        },
        file_columns=headings.silent(_),
        figure="target_id",
    )
