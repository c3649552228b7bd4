"""What a view shows, in one or two sentences built from its rows by rule; never more certain than the verdicts."""

import pandas as pd

from exports.telling import of_figure
from ui import numbers
from ui.reader import Reader
from ui.states import JUDGED

_NAMED_AT_MOST = 2


def of_targets(reader: Reader, rows: pd.DataFrame) -> str:
    """How many targets, how many met, missed, under way, and without a usable figure; the missed by name if few."""
    _ = reader.words
    met, missed = (int((rows["state"] == state).sum()) for state in ("met", "missed"))
    running = int(rows["state"].isin([state for state in JUDGED if state not in ("met", "missed")]).sum())
    unknown = len(rows) - met - missed - running
    told = _("{total} targets: {met} met, {missed} missed, {running} under way, {unknown} without a verdict.").format(
        total=len(rows), met=met, missed=missed, running=running, unknown=unknown
    )
    if len(rows) == 1 or not 0 < missed <= _NAMED_AT_MOST:
        return told
    named = [_missed(reader, row, _subjects(rows)) for row in rows[rows["state"] == "missed"].itertuples()]
    return f"{told} " + _("Missed: {targets}.").format(targets=_("; ").join(named))


def of_change(reader: Reader, name: str, figures: pd.DataFrame, figure: str) -> str:
    """The first and the newest figure of one line; empty where it has figures of one year only.

    Args:
        figures: ``year``, ``observation_id`` and the column ``figure`` with each figure in words.
    """
    if figures["year"].nunique() < 2:
        return ""
    ordered = figures.sort_values("year", kind="stable")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    return reader.words("{name}: from {first} ({first_year}) to {last} ({last_year}).").format(
        name=name,
        first=of_figure(first[figure], first["observation_id"]),
        first_year=first["year"],
        last=of_figure(last[figure], last["observation_id"]),
        last_year=last["year"],
    )


def _subjects(rows: pd.DataFrame) -> list[str]:
    """Columns that tell these targets apart in words."""
    return [column for column in ("region", "indicator") if rows[column].nunique() > 1] or ["indicator"]


def _missed(reader: Reader, row: object, subjects: list[str]) -> str:
    return reader.words("{subject} {actual}, the target being {goal}").format(
        subject=" · ".join(getattr(row, column) for column in subjects),
        actual=of_figure(row.actual_text, row.latest_observation_id),
        goal=of_figure(row.goal_text, row.target_id),
    )


def of_ways(reader: Reader, ways: pd.DataFrame) -> str:
    """How many of the targets with two figures have come nearer."""
    nearer = ((ways["goal"] - ways["actual"]).abs() < (ways["goal"] - ways["base"]).abs()) | (
        (ways["actual"] - ways["goal"]) * (ways["base"] - ways["goal"]) < 0
    )
    return reader.words(
        "Of {total} targets with a starting and a later figure, {nearer} came nearer or passed."
    ).format(total=len(ways), nearer=int(nearer.sum()))


def of_reporting(reader: Reader, rate: pd.Series) -> str:
    """What is known of the targets whose due year is over."""
    return reader.words("Of {due} targets whose due year is over, {reported} have a figure that judges them.").format(
        due=int(rate.due), reported=int(rate.reported)
    )


def of_due(reader: Reader, rate: pd.Series) -> str:
    """What became of every target whose due year is over; the parts add up to the whole.

    Args:
        rate: a row of the query ``achievement_rate``.
    """
    counts = ("due", "met", "missed", "uncertain", "silent", "unable", "not_quantified")
    return reader.words(
        "Of {due} targets whose due year is over, {met} are met, {missed} missed and {uncertain} uncertain;"
        " {silent} are not reported, {unable} have figures that cannot be used,"
        " and {not_quantified} have no number in their text."
    ).format(**{name: int(rate[name]) for name in counts})


def of_silence(reader: Reader, silent: pd.DataFrame) -> str:
    """Overdue and not reported, overdue with figures that are not usable, and falling due in the year of judgement."""
    _ = reader.words
    overdue = silent[silent["years_overdue"] > 0]
    return _(
        "{silent} overdue targets are not reported, and {unable} have figures that cannot be used;"
        " {now} fall due this year, still without a usable figure."
    ).format(
        silent=int((overdue["state"] == "not_reported").sum()),
        unable=int((overdue["state"] == "unable").sum()),
        now=len(silent) - len(overdue),
    )


def axis_title(reader: Reader, rows: pd.DataFrame, by: str) -> str:
    """What the common axis of a bullet chart measures."""
    _ = reader.words
    if by == "region":
        return _("Share of the target reached, %")
    return numbers.unit(rows["unit"].iloc[0], reader.lang)


def starts_at_zero(rows: pd.DataFrame, by: str) -> str:
    """``yes`` where bars from zero are honest and readable; shares and scores are drawn as dots on their own scale."""
    return "no" if by == "indicator" and rows["unit"].iloc[0] in ("%", "分", "名") else "yes"
