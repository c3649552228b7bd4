"""Rows of a query in the reader's words: figures, periods, states and themes as text beside the raw columns."""

from datetime import date

import pandas as pd

from ui import numbers, states
from ui.reader import Reader
from ui.words import Words


def targets_asked_for(
    reader: Reader,
    indicator: str | None = None,
    region: str | None = None,
    state: list[str] | None = None,
    theme: str | None = None,
    level: str | None = None,
    due: str | None = None,
    programme: str | None = None,
) -> pd.DataFrame:
    """Targets with their actuals, verdicts and wordings that answer to the filters; one left out does not filter."""
    rows = reader.fetch(
        "targets_with_actuals",
        indicator_id=indicator,
        region_code=region,
        states=state or None,
        theme=theme,
        level=level,
        due=int(due) if due else None,
        programme_id=programme,
    )
    return with_words(reader, rows)


def subject_of(rows: pd.DataFrame, by: str) -> str:
    """The indicator or region that all these targets share."""
    return str(rows[by].iloc[0])


def with_words(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Targets with ``goal_text``, ``due_text``, ``state_text``, ``state_colour``, ``reason_text``, ``theme_name``,
    ``unit_text``, ``comparator_text``, ``release_id`` and,
    where the rows carry a latest figure, ``actual_text``, ``gap_text``, ``pace_text``, ``form_text``, ``level_name``.
    """
    _, lang = reader.words, reader.lang
    told = rows.copy()
    records = rows.to_dict("records")
    told["goal_text"] = [
        numbers.figure(row["value"], row["unit"], lang, row["comparator"], row["value_high"]) for row in records
    ]
    told["due_text"] = [str(int(year)) if numbers.is_known(year) else numbers.UNKNOWN for year in rows["due"]]
    told["state_text"] = [states.told(state, _) for state in rows["state"]]
    told["state_colour"] = [states.STATES[state].colour for state in rows["state"]]
    told["reason_text"] = [_(states.REASONS[code]) for code in rows["reason_code"]]
    told["theme_name"] = [_(states.THEMES[theme]) for theme in rows["theme"]]
    told["unit_text"] = [numbers.unit(unit, lang) for unit in rows["unit"]]
    told["comparator_text"] = [_comparator(code, _) for code in rows["comparator"]]
    told["release_id"] = reader.release_id
    if "latest_value" in rows:
        told["actual_text"] = [_actual(row, lang) for row in records]
        told["gap_text"] = [numbers.signed(row["gap"], row["gap_unit"], lang) for row in records]
        told["pace_text"] = [_pace(row, reader) for row in records]
        told["form_text"] = [_(states.FORMS[form]) for form in rows["form"]]
        told["level_name"] = [_(states.LEVELS[level]) for level in rows["level"]]
    return told


def figures_in_words(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Published figures with ``value_text``, ``period_text``, ``unit_text``, ``comparator_text``, ``theme_name``,
    ``level_name`` and ``release_id``.
    """
    _, lang = reader.words, reader.lang
    return rows.assign(
        value_text=[
            numbers.figure(row.value, row.unit, lang, row.comparator, row.value_high) for row in rows.itertuples()
        ],
        period_text=[numbers.period(period, lang) for period in rows["period"]],
        unit_text=[numbers.unit(unit, lang) for unit in rows["unit"]],
        comparator_text=[_comparator(code, _) for code in rows["comparator"]],
        theme_name=[_(states.THEMES[theme]) for theme in rows["theme"]],
        level_name=[_(states.LEVELS[level]) for level in rows["level"]],
        release_id=reader.release_id,
    )


def with_states(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Counts by state with ``state_text``, ``state_colour`` and ``state_order``."""
    return rows.assign(
        state_text=[states.told(state, reader.words) for state in rows["state"]],
        state_colour=[states.STATES[state].colour for state in rows["state"]],
        state_order=[list(states.STATES).index(state) for state in rows["state"]],
    )


def with_rates(reader: Reader, rows: pd.DataFrame, grouping: str) -> pd.DataFrame:
    """Achievement rates with ``group``, ``achievement_text`` and ``reporting_text``; most targets due first."""
    named = {"theme": states.THEMES, "level": states.LEVELS}.get(grouping)
    return rows.assign(
        group=[reader.words(named[key]) for key in rows["group_key"]] if named else rows["group_name"],
        achievement_text=[numbers.percent(rate, reader.lang) for rate in rows["achievement_rate"]],
        reporting_text=[numbers.percent(rate, reader.lang) for rate in rows["reporting_rate"]],
    ).sort_values(["due", "total"], ascending=False, kind="stable")


def _comparator(code: str | None, _: Words) -> str | None:
    """A bound in words; None where a target names no number."""
    return _(states.COMPARATORS[code]) if numbers.is_known(code) else None


def _actual(row: dict, lang: str) -> str:
    if not numbers.is_known(row["latest_value"]):
        return numbers.UNKNOWN
    comparator = row["latest_comparator"] if numbers.is_known(row["latest_comparator"]) else "="
    value = numbers.figure(row["latest_value"], row["unit"], lang, comparator, row["latest_value_high"])
    year = numbers.period(int(row["latest_period"]), lang)
    return f"{value}（{year}）" if lang == "zh" else f"{value} ({year})"


def _pace(row: dict, reader: Reader) -> str:
    """Needed against observed, a year: what the rest of the way asks for, beside what was done so far."""
    if not numbers.is_known(row["required_per_year"]) or row["state"] in ("met", "missed"):
        return numbers.UNKNOWN
    _ = reader.words
    if numbers.is_known(row["attainment"]) and row["attainment"] >= 1:
        return _("the latest figure is there already")
    is_over = numbers.is_known(row["due"]) and date(int(row["due"]), 12, 31) < reader.as_of
    needed = numbers.signed(row["required_per_year"], row["gap_unit"], reader.lang)
    if not numbers.is_known(row["observed_per_year"]):
        return (_("needed {needed} a year") if is_over else _("needs {needed} a year")).format(needed=needed)
    observed = numbers.signed(row["observed_per_year"], row["gap_unit"], reader.lang)
    told = _("needed {needed} a year, had {observed}") if is_over else _("needs {needed} a year, had {observed}")
    return told.format(needed=needed, observed=observed)


# Rows of a picture beyond this many are read by nobody; the table holds them.
MOST_DRAWN = 40


def shortened(reader: Reader, drawn: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The first rows of a long picture, and what is said of the others; the text is empty where all are drawn."""
    if len(drawn) <= MOST_DRAWN:
        return drawn, ""
    told = reader.words(
        "The picture shows the first {shown} in the order of the table; {more} more stand in the table."
    )
    return drawn.head(MOST_DRAWN), told.format(shown=MOST_DRAWN, more=len(drawn) - MOST_DRAWN)


def as_bullets(reader: Reader, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of a bullet chart: those with a figure and a number to reach, on one scale.

    ``by`` region puts indicators of many units on one axis, as shares of their targets; ``by`` indicator keeps
    the unit.
    """
    drawn = rows[rows["latest_value"].notna() & rows["value"].notna()].copy()
    if by == "region":
        drawn = drawn[drawn["attainment"].notna()]
    scale = 100 / drawn["value"] if by == "region" else pd.Series(1.0, index=drawn.index)
    name = drawn["region"] if by == "indicator" else drawn["indicator"]
    return pd.DataFrame(
        {
            "figure_id": drawn["target_id"],
            "label": unique_labels(name + " · " + drawn["due_text"]),
            "actual": drawn["latest_value"] * scale,
            "low": drawn["latest_lower"].where(drawn["latest_lower"] != drawn["latest_upper"]) * scale,
            "high": drawn["latest_upper"].fillna(drawn["latest_value"] * 1.1) * scale,
            "goal": drawn["value"] * scale,
            "actual_text": drawn["actual_text"],
            "goal_text": drawn["goal_text"],
            "state_text": drawn["state_text"],
            "state_colour": drawn["state_colour"],
        }
    )


def as_ways(reader: Reader, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of a dumbbell chart: those with a starting figure, a later one and a number to reach, on one scale."""
    later = rows["latest_period"] > rows["base_period"]
    way = rows[rows["base_value"].notna() & rows["latest_value"].notna() & rows["value"].notna() & later.fillna(False)]
    if by == "region":
        way = way[way["attainment"].notna()]
    scale = 100 / way["value"] if by == "region" else pd.Series(1.0, index=way.index)
    name = way["region"] if by == "indicator" else way["indicator"]
    return pd.DataFrame(
        {
            "figure_id": way["target_id"],
            "label": unique_labels(name + " · " + way["due_text"]),
            "base": way["base_value"] * scale,
            "actual": way["latest_value"] * scale,
            "goal": way["value"] * scale,
            "base_text": [
                numbers.figure(value, unit, reader.lang) + " · " + numbers.period(int(year), reader.lang)
                for value, unit, year in zip(way["base_value"], way["unit"], way["base_period"], strict=True)
            ],
            "actual_text": way["actual_text"],
            "goal_text": way["goal_text"],
            "state_text": way["state_text"],
            "state_colour": way["state_colour"],
        }
    )


def unique_labels(labels: pd.Series) -> pd.Series:
    """Labels with a number behind those that stand more than once, so that no two rows fall on one another."""
    count = labels.groupby(labels).cumcount()
    return labels.where(count == 0, labels + " (" + (count + 1).astype(str) + ")")
