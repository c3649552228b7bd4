"""When targets fall due, of one document or of one region."""

import pandas as pd

from ui import headings, states
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import targets_asked_for


def build(reader: Reader, programme: str | None = None, region: str | None = None) -> Exhibit | None:
    """Columns of due years with the table of targets; those for which the text names no year are left out and told."""
    _ = reader.words
    asked = targets_asked_for(reader, programme=programme, region=region)
    rows = asked[asked["due"].notna()].sort_values(["due", "theme", "target_id"])
    if rows.empty:
        return None
    subject = str(rows["programme" if programme else "region"].iloc[0])
    title = _("{subject}: when its targets fall due").format(subject=subject)
    return Exhibit(
        page="programmes",
        title=title,
        takeaway=_takeaway(reader, rows, len(asked)),
        rows=rows,
        columns={
            "due_text": _("Due"),
            "indicator": _("Indicator"),
            "goal_text": _("Target"),
            "state_text": _("State"),
            "source_title": _("Document"),
            "locator": _("Place in the document"),
            "phrase": _("Words"),
        },
        file_columns=headings.targets(_),
        figure="target_id",
        subject=subject,
        chart="due_years",
        drawn=_columns(reader, rows),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "targets": _("Targets"),
            "state": _("State"),
            "due": _("Due"),
        },
    )


def _columns(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Counts of targets by due year and group of states."""
    groups = list(states.GROUPS)
    counted = (
        rows.assign(group=rows["state"].map(states.group_of))
        .groupby(["due_text", "group"], as_index=False)
        .agg(targets=("target_id", "count"))
    )
    return counted.assign(
        group_text=[states.told_group(group, reader.words) for group in counted["group"]],
        group_colour=[states.GROUPS[group].colour for group in counted["group"]],
        group_order=[groups.index(group) for group in counted["group"]],
    )


def _takeaway(reader: Reader, rows: pd.DataFrame, asked: int) -> str:
    _ = reader.words
    years = rows["due"].value_counts().sort_index()
    listed = [_("{count} in {year}").format(count=count, year=int(year)) for year, count in years.items()]
    told = _("Targets fall due: {years}.").format(years=("，" if reader.lang == "zh" else ", ").join(listed))
    without = asked - len(rows)
    return f"{told} " + _("{count} name no year.").format(count=without) if without else told
