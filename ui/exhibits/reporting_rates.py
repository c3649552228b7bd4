"""Who reports: the rate of targets met, always beside the rate that can be judged."""

from ui import headings
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_rates


def build(reader: Reader, group: str = "region") -> Exhibit | None:
    """Rates by region, publisher, theme or level (``group``)."""
    rows = with_rates(reader, reader.fetch("achievement_rate", group_by=group), group)
    if rows.empty:
        return None
    title = reader.words("Rate of targets met, always beside the rate reported")
    return Exhibit(
        page="overview",
        title=title,
        takeaway=title,
        rows=rows,
        columns=headings.rates(reader.words),
        file_columns=headings.rates_in_files(reader.words),
    )
