"""How the targets stand: their states, counted by theme or by region."""

from ui import headings, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_states


def build(reader: Reader, strip: str = "theme") -> Exhibit | None:
    """Strips of states, one row a theme or a region (``strip``)."""
    _ = reader.words
    rows = with_states(reader, reader.fetch(f"states_by_{strip}"))
    if rows.empty:
        return None
    by_region = strip == "region"
    rows["group"] = rows["region"] if by_region else [_(states.THEMES[key]) for key in rows["theme"]]
    title = _("States of the targets by region") if by_region else _("States of the targets by theme")
    group = _("Region") if by_region else _("Theme")
    return Exhibit(
        page="overview",
        title=title,
        takeaway=takeaways.of_reporting(reader, reader.fetch("achievement_rate", group_by="all").iloc[0]),
        rows=rows,
        columns={"group": group, "state_text": _("State"), "targets": _("Targets")},
        file_columns=headings.states_counted(_, strip),
        chart="states",
        drawn=rows,
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "targets": _("Targets"),
            "state": _("State"),
            "group": group,
        },
    )
