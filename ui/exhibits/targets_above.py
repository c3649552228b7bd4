"""Targets beside the nearest target above them and the nation's: aligned, higher, lower, or alone."""

import pandas as pd

from ui import headings, numbers, standings, states
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(
    reader: Reader,
    region: str | None = None,
    indicator: str | None = None,
    level: str | None = None,
    programme: str | None = None,
) -> Exhibit | None:
    """A table, one row a target of a region, an indicator or a document; those with a target above them first."""
    _ = reader.words
    asked = reader.fetch(
        "cascade_of_targets", region_code=region, indicator_id=indicator, level=level, programme_id=programme
    )
    if asked.empty:
        return None
    rows = _worded(reader, asked)
    page, own, about = _place(region, programme)
    subject = str(rows[about].iloc[0])
    return Exhibit(
        page=page,
        title=_("{subject}: targets beside those above them").format(subject=subject),
        takeaway=_takeaway(reader, rows),
        rows=rows,
        columns={
            own: _("Region") if own == "region" else _("Indicator"),
            "goal_text": _("Target"),
            "due_text": _("Due"),
            "cascade_text": _("Beside the target above it"),
            "parent_text": _("Target above it"),
            "nation_text": _("The nation's target"),
            "state_text": _("State"),
            "source_title": _("Document"),
            "locator": _("Place in the document"),
            "phrase": _("Words"),
        },
        file_columns=_file_columns(reader),
        figure="target_id",
        subject=subject,
    )


def _place(region: str | None, programme: str | None) -> tuple[str, str, str]:
    """The page, the column that tells its rows apart, and the column that they share."""
    if programme:
        return "programmes", "indicator", "programme"
    return ("region", "indicator", "region") if region else ("indicator", "region", "indicator")


def _worded(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    _ = reader.words
    records = rows.to_dict("records")

    def goal(row: dict, above: str) -> str:
        if not numbers.is_known(row[f"{above}target_id"]):
            return numbers.UNKNOWN
        text = numbers.figure(
            row[f"{above}value"], row["unit"], reader.lang, row[f"{above}comparator"], row[f"{above}value_high"]
        )
        due = row[f"{above}due"]
        return f"{text} · {_('due {year}').format(year=int(due))}" if numbers.is_known(due) else text

    parents = [goal(row, "parent_") for row in records]
    return rows.assign(
        goal_text=[
            numbers.figure(row["value"], row["unit"], reader.lang, row["comparator"], row["value_high"])
            for row in records
        ],
        due_text=[str(int(due)) if numbers.is_known(due) else numbers.UNKNOWN for due in rows["due"]],
        cascade_text=[standings.cascade(reader, code) for code in rows["cascade"]],
        parent_text=[
            f"{row['parent_region']}  {text}" if numbers.is_known(row["parent_target_id"]) else numbers.UNKNOWN
            for row, text in zip(records, parents, strict=True)
        ],
        nation_text=[goal(row, "nation_") for row in records],
        state_text=[states.told(state, _) for state in rows["state"]],
        level_name=[_(states.LEVELS[level]) for level in rows["level"]],
        theme_name=[_(states.THEMES[theme]) for theme in rows["theme"]],
        unit_text=[numbers.unit(unit, reader.lang) for unit in rows["unit"]],
        form_text=[_(states.FORMS[form]) for form in rows["form"]],
    )


def _takeaway(reader: Reader, rows: pd.DataFrame) -> str:
    counted = {code: int((rows["cascade"] == code).sum()) for code in standings.CASCADES}
    above = len(rows) - counted["orphan"] - int(rows["cascade"].isna().sum())
    return reader.words(
        "{above} of {total} targets have one above them: {aligned} ask for the same, {higher} for more, {lower} for "
        "less, {size_differs} are of regions of different size, {years_differ} fall due in other years; {orphan} have "
        "none above them."
    ).format(above=above, total=len(rows), **counted)


def _file_columns(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "target_id": _("Target id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "level_name": _("Level"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "theme_name": _("Theme"),
        "form_text": _("Form of the commitment"),
        "comparator": _("Comparator"),
        "value": _("Target value"),
        "value_high": _("Target value, high end"),
        "unit_text": _("Unit"),
        "due": _("Due"),
        "state_text": _("State"),
        "cascade_text": _("Beside the target above it"),
        "parent_target_id": _("Target above it, id"),
        "parent_text": _("Target above it"),
        "nation_target_id": _("The nation's target, id"),
        "nation_text": _("The nation's target"),
        **headings.clause(_),
    }
