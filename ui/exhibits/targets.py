"""Targets against the latest actuals, of one indicator or of one region."""

import pandas as pd

from ui import headings, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import as_bullets, shortened, subject_of, targets_asked_for


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
    """Bullet chart and table; a table alone where no target has a figure to draw."""
    _ = reader.words
    rows = targets_asked_for(reader, indicator, region, state, theme, level, due)
    if rows.empty:
        return None
    title = _("{subject}: target and latest actual").format(subject=subject_of(rows, by))
    bullets, others = shortened(reader, as_bullets(reader, rows, by))
    return Exhibit(
        page="targets",
        title=title,
        takeaway=" ".join(filter(None, (takeaways.of_targets(reader, rows), others))),
        rows=rows,
        columns=headings.targets_on_screen(_, by),
        file_columns=headings.targets(_),
        figure="target_id",
        subject=subject_of(rows, by),
        chart=None if bullets.empty else "target_against_actual",
        drawn=bullets,
        chart_words=_words(reader, rows, by, title, others),
    )


def _words(reader: Reader, rows: pd.DataFrame, by: str, title: str, others: str) -> dict[str, str]:
    _ = reader.words
    return {
        "title": title,
        "source": " · ".join(filter(None, (headings.source_line(reader), others))),
        "axis": takeaways.axis_title(reader, rows, by),
        "actual": _("Latest actual"),
        "target": _("Target"),
        "state": _("State"),
        "label": _("Region") if by == "indicator" else _("Indicator"),
        "lang": reader.lang,
        "starts_at_zero": takeaways.starts_at_zero(rows, by),
    }
