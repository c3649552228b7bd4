"""What one document commits to, clause by clause."""

import pandas as pd

from ui import headings, numbers, states
from ui.exhibits import Exhibit
from ui.exhibits.scorecard import as_signs, by_theme
from ui.reader import Reader
from ui.rows import targets_asked_for


def build(reader: Reader, programme: str) -> Exhibit | None:
    """Tiles by theme to walk into, signs by theme for files, and the table of clauses."""
    _ = reader.words
    rows = by_theme(reader, targets_asked_for(reader, programme=programme))
    if rows.empty:
        return None
    rows["number_text"] = [
        _("with a number") if numbers.is_known(value) else _("without a number") for value in rows["value"]
    ]
    plan = str(rows["programme"].iloc[0])
    title = _("{plan}: what it commits to").format(plan=plan)
    return Exhibit(
        page="programmes",
        title=title,
        takeaway=_takeaway(reader, rows),
        rows=rows,
        columns={
            "theme_name": _("Theme"),
            "indicator": _("Indicator"),
            "goal_text": _("Target"),
            "number_text": _("Number"),
            "form_text": _("Form of the commitment"),
            "due_text": _("Due"),
            "state_text": _("State"),
            "phrase": _("Words"),
            "locator": _("Place in the document"),
            "source_title": _("Read in"),
        },
        file_columns=headings.targets(_),
        figure="target_id",
        subject=plan,
        chart="scorecard",
        drawn=as_signs(rows).assign(
            due_text=rows["due_text"],
            phrase=rows["phrase"],
            goal_sign=[
                numbers.with_sign(row.value, row.unit, reader.lang, row.comparator, row.value_high)
                for row in rows.itertuples()
            ],
            tint=[states.GROUPS[states.group_of(state)].tint for state in rows["state"]],
        ),
        interactive="plan_treemap",
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "plan": plan,
            "group": _("Theme"),
            "other": _("Other themes"),
            "indicator": _("Indicator"),
            "actual": _("Latest actual"),
            "target": _("Target"),
            "targets": _("Targets"),
            "due": _("Due"),
            "state": _("State"),
            "phrase": _("Words"),
        },
    )


def _takeaway(reader: Reader, rows: pd.DataFrame) -> str:
    return reader.words(
        "{total} commitments in {themes} themes; {quantified} give a number. The sign tells the state of each."
    ).format(total=len(rows), themes=rows["theme"].nunique(), quantified=int(rows["value"].notna().sum()))
