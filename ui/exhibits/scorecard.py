"""The targets of one region theme by theme, a sign a target."""

import pandas as pd

from ui import headings, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import targets_asked_for


def build(reader: Reader, region: str) -> Exhibit | None:
    """Signs by theme with the table of targets; the themes with most targets first."""
    _ = reader.words
    rows = by_theme(reader, targets_asked_for(reader, region=region))
    if rows.empty:
        return None
    title = _("{subject}: the targets by theme").format(subject=rows["region"].iloc[0])
    return Exhibit(
        page="region",
        title=title,
        takeaway=takeaways.of_targets(reader, rows),
        rows=rows,
        columns={"theme_name": _("Theme"), **headings.targets_on_screen(_, "region")},
        file_columns=headings.targets(_),
        figure="target_id",
        subject=str(rows["region"].iloc[0]),
        chart="scorecard",
        drawn=as_signs(rows),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "group": _("Theme"),
            "indicator": _("Indicator"),
            "actual": _("Latest actual"),
            "target": _("Target"),
            "state": _("State"),
        },
    )


def by_theme(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Themes with most targets first, in each the states in their order, with ``group_text`` and ``order``."""
    _ = reader.words
    ranked = rows.assign(
        state_order=[list(states.STATES).index(state) for state in rows["state"]],
        of_theme=rows.groupby("theme")["target_id"].transform("count"),
    ).sort_values(["of_theme", "theme", "state_order"], ascending=[False, True, True], kind="stable")
    told = {
        theme: _("{theme}: {met} met, {missed} missed, of {total}").format(
            theme=part["theme_name"].iloc[0],
            met=int((part["state"] == "met").sum()),
            missed=int((part["state"] == "missed").sum()),
            total=len(part),
        )
        for theme, part in ranked.groupby("theme")
    }
    return ranked.assign(group_text=ranked["theme"].map(told), order=ranked.groupby("theme").cumcount())


def as_signs(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the picture of signs, from targets in the order of ``by_theme``."""
    return pd.DataFrame(
        {
            "figure_id": rows["target_id"],
            "group": rows["theme_name"],
            "group_text": rows["group_text"],
            "order": rows["order"],
            "indicator": rows["indicator"],
            "goal_text": rows["goal_text"],
            "actual_text": rows["actual_text"],
            "state_text": rows["state_text"],
            "state_order": rows["state_order"],
            "state_sign": [states.STATES[state].shape for state in rows["state"]],
            "state_colour": rows["state_colour"],
        }
    )
