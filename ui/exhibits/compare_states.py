"""How the targets of several regions stand, indicator by indicator: a heat table of states."""

import pandas as pd

from ui import comparing, headings, numbers, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import with_words

_NO_TARGET = ("□", "#7d8a94")


def build(reader: Reader, regions: list[str] | None = None, indicators: list[str] | None = None) -> Exhibit | None:
    """Heat table with every target in the table beside it; None where none of the regions has set itself a target."""
    _ = reader.words
    names = comparing.named(reader, regions or [])
    found = [comparing.targets_of(reader, indicator, list(names)) for indicator in indicators or []]
    found = [part for part in found if not part.empty]
    if not found:
        return None
    rows = with_words(reader, pd.concat(found, ignore_index=True)).assign(release_id=reader.release_id)
    title = _("How the regions keep their targets")
    return Exhibit(
        page="compare",
        title=title,
        takeaway=takeaways.of_targets(reader, rows),
        rows=rows,
        columns={"indicator": _("Indicator")} | headings.targets_on_screen(_, "indicator"),
        file_columns=headings.targets(_),
        figure="target_id",
        subject=numbers.listed(list(names.values())[:3], reader.lang),
        notes=(_("Each region is held to the targets it set itself; a target met says nothing of who stands higher."),),
        chart="heat_table",
        drawn=_cells(reader, rows, names),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "region": _("Region"),
            "indicator": _("Indicator"),
            "group": _("State"),
            "figure": _("Latest actual"),
            "detail": _("Target"),
        },
    )


def _cells(reader: Reader, rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """One cell a region and indicator: the target due last of those whose due year is over, else the one due next."""
    year = reader.as_of.year
    cells = []
    for (indicator, name), of_indicator in rows.groupby(["indicator_id", "indicator"], sort=False):
        for code, region in names.items():
            own = of_indicator[of_indicator["region_code"] == code]
            cells.append({"region": region, "indicator": name, "indicator_id": indicator} | _cell(reader, own, year))
    return pd.DataFrame(cells)


def _cell(reader: Reader, targets: pd.DataFrame, year: int) -> dict[str, object]:
    if targets.empty:
        shape, colour = _NO_TARGET
        word = reader.words("No target found")
        return {
            "figure_id": None,
            "shape_text": shape,
            "cell_text": shape,
            "group_text": f"{shape} {word}",
            "group_colour": colour,
            "group_order": len(states.STATES),
            "figure_text": numbers.UNKNOWN,
            "detail_text": numbers.UNKNOWN,
        }
    due = targets[targets["due"].fillna(0) < year]
    shown = (due.sort_values("due") if not due.empty else targets.sort_values("due", ascending=False)).iloc[-1]
    shape = states.STATES[shown["state"]].shape
    more = f" +{len(targets) - 1}" if len(targets) > 1 else ""
    return {
        "figure_id": shown["target_id"],
        "shape_text": shape,
        "cell_text": f"{shape} {shown['due_text']}{more}",
        "group_text": shown["state_text"],
        "group_colour": shown["state_colour"],
        "group_order": list(states.STATES).index(shown["state"]),
        "figure_text": shown["actual_text"],
        "detail_text": f"{shown['goal_text']} · {shown['due_text']}",
    }
