"""The way from the starting figure over the latest actual to the target, of one indicator or of one region."""

from ui import headings, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import as_ways, shortened, subject_of, targets_asked_for


def build(
    reader: Reader,
    by: str = "indicator",
    indicator: str | None = None,
    region: str | None = None,
    state: list[str] | None = None,
    theme: str | None = None,
    level: str | None = None,
    due: str | None = None,
) -> Exhibit | None:
    """Dumbbell chart of the targets that have a starting and a later figure."""
    _ = reader.words
    rows = targets_asked_for(reader, indicator, region, state, theme, level, due)
    ways = as_ways(reader, rows, by)
    if ways.empty:
        return None
    drawn, others = shortened(reader, ways)
    title = _("{subject}: start, latest actual and target").format(subject=subject_of(rows, by))
    return Exhibit(
        page="targets",
        title=title,
        takeaway=" ".join(filter(None, (takeaways.of_ways(reader, ways), others))),
        rows=rows[rows["target_id"].isin(ways["figure_id"])],
        columns=headings.targets_on_screen(_, by),
        file_columns=headings.targets(_),
        figure="target_id",
        subject=subject_of(rows, by),
        chart="base_latest_target",
        drawn=drawn,
        chart_words={
            "title": title,
            "source": " · ".join(filter(None, (headings.source_line(reader), others))),
            "axis": takeaways.axis_title(reader, rows, by),
            "base": _("Starting figure"),
            "actual": _("Latest actual"),
            "target": _("Target"),
            "state": _("State"),
            "label": _("Region") if by == "indicator" else _("Indicator"),
            "lang": reader.lang,
        },
    )
