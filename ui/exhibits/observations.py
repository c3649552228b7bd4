"""Published figures as they stand in the documents, for one region, indicator, theme, level or year."""

from ui import headings
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import figures_in_words


def build(
    reader: Reader,
    region: str | None = None,
    indicator: str | None = None,
    theme: str | None = None,
    level: str | None = None,
    year: str | None = None,
) -> Exhibit | None:
    """A table, one row a published figure; a filter left out does not filter."""
    _ = reader.words
    asked = reader.fetch(
        "figures",
        region_code=region,
        indicator_id=indicator,
        theme=theme,
        level=level,
        year=int(year) if year else None,
    )
    if asked.empty:
        return None
    rows = figures_in_words(reader, asked)
    title = _("Published figures")
    subject = next((str(rows[name].iloc[0]) for name in _named(region, indicator, theme)), "")
    return Exhibit(
        page="data",
        title=f"{subject} · {title}" if subject else title,
        takeaway=_("{count} published figures of {regions} regions and {indicators} indicators.").format(
            count=len(rows), regions=rows["region_code"].nunique(), indicators=rows["indicator_id"].nunique()
        ),
        rows=rows,
        columns={
            "region": _("Region"),
            "indicator": _("Indicator"),
            "value_text": _("Figure"),
            "period_text": _("Period"),
            "quality": _("Quality"),
            "source_title": _("Document"),
            "publisher": _("Publisher"),
            "locator": _("Place in the document"),
            "phrase": _("Words"),
        },
        file_columns=headings.observations(_),
        figure="observation_id",
        subject=subject,
    )


def _named(region: str | None, indicator: str | None, theme: str | None) -> list[str]:
    """Columns that hold what all rows share, the narrowest first."""
    chosen = {"region": region, "indicator": indicator, "theme_name": theme}
    return [column for column, choice in chosen.items() if choice]
