"""Which regions have figures in which themes."""

from ui import headings, states
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader) -> Exhibit | None:
    """Heat table of the nation and the provinces; the table beside it holds every region."""
    _ = reader.words
    rows = reader.fetch("coverage")
    if rows.empty:
        return None
    rows["theme_name"] = [_(states.THEMES[theme]) for theme in rows["theme"]]
    title = _("Published figures of the nation and the provinces by theme")
    headers = {"region": _("Region"), "theme_name": _("Theme"), "targets": _("Targets"), "figures": _("Figures")}
    return Exhibit(
        page="data",
        title=title,
        takeaway=_(
            "The darker a cell, the more figures a region has in a theme; where a cell is missing, none was found."
        ),
        rows=rows,
        columns=headers,
        file_columns=headings.coverage(_),
        chart="coverage",
        drawn=rows[rows["level"].isin(["country", "province"])],
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "figures": _("Figures"),
            "targets": _("Targets"),
            "region": _("Region"),
            "theme": _("Theme"),
        },
    )
