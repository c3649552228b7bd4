"""How fast targets are approached: the pace observed against the pace needed, by each rule that applies."""

import pandas as pd

from ui import headings, numbers, states
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import shortened, subject_of, targets_asked_for, unique_labels

# A bar longer than twice the pace needed says nothing more; its row tells the whole number.
_LONGEST = 200.0


def build(
    reader: Reader,
    by: str = "indicator",
    indicator: str | None = None,
    region: str | None = None,
    state: list[str] | None = None,
    theme: str | None = None,
    level: str | None = None,
    due: str | None = None,
) -> Exhibit | None:
    """Bars of the observed pace as a share of the pace needed, and the table of every rule; targets with a base and a
    later figure only, since one figure has no pace.
    """
    _ = reader.words
    asked = targets_asked_for(reader, indicator, region, state, theme, level, due)
    rows = _worded(reader, asked[asked["linear_ratio"].notna() | asked["growth_ratio"].notna()])
    if rows.empty:
        return None
    title = _("{subject}: pace observed against pace needed").format(subject=subject_of(rows, by))
    bars, others = shortened(reader, _bars(reader, rows, by))
    return Exhibit(
        page="targets",
        title=title,
        takeaway=" ".join(filter(None, (_takeaway(reader, rows, len(asked)), others))),
        rows=rows,
        columns={
            by_column(by): _("Region") if by == "indicator" else _("Indicator"),
            "goal_text": _("Target"),
            "due_text": _("Due"),
            "base_text": _("Starting figure"),
            "actual_text": _("Latest actual"),
            "observed_text": _("Observed a year so far"),
            "pace_text": _("Pace"),
            "growth_text": _("Growth ratio (Statistics Canada)"),
            "linear_text": _("Linear ratio (SDG Index)"),
            "projection_text": _("Projection (Destatis), share missed"),
            "agree_text": _("Do the rules agree?"),
            "state_text": _("State"),
        },
        file_columns=headings.targets(_),
        figure="target_id",
        subject=subject_of(rows, by),
        chart=None if bars.empty else "target_against_actual",
        drawn=bars,
        chart_words={
            "title": title,
            "source": " · ".join(filter(None, (headings.source_line(reader), others))),
            "axis": _("Observed pace, % of the pace needed"),
            "actual": _("Pace observed"),
            "target": _("Pace needed"),
            "state": _("By the growth ratio"),
            "label": _("Region") if by == "indicator" else _("Indicator"),
            "lang": reader.lang,
            "starts_at_zero": "yes",
        },
    )


def by_column(by: str) -> str:
    """The column that tells the rows of one indicator, or of one region, apart."""
    return "region" if by == "indicator" else "indicator"


def ratio(reader: Reader, value: float | None, verdict: str | None) -> str:
    """A ratio with the class that its rule puts it in."""
    if not numbers.is_known(value):
        return numbers.UNKNOWN
    named = f" · {reader.words(states.CLASSES[verdict])}" if numbers.is_known(verdict) else ""
    return f"{value:.3f}{named}"


def _worded(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    _, lang = reader.words, reader.lang
    return rows.assign(
        base_text=[
            f"{numbers.figure(row.base_value, row.unit, lang)} · {numbers.period(int(row.base_period), lang)}"
            for row in rows.itertuples()
        ],
        observed_text=[numbers.signed(row.observed_per_year, row.gap_unit, lang) for row in rows.itertuples()],
        growth_text=[ratio(reader, row.growth_ratio, row.growth_class) for row in rows.itertuples()],
        linear_text=[ratio(reader, row.linear_ratio, row.linear_class) for row in rows.itertuples()],
        projection_text=[ratio(reader, row.projection_miss, row.projection_class) for row in rows.itertuples()],
        agree_text=[
            _("no: it depends on the method") if sensitive else _("yes") for sensitive in rows["method_sensitive"]
        ],
    )


def _bars(reader: Reader, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    drawn = rows[rows["linear_ratio"].notna()]
    share = drawn["linear_ratio"] * 100
    return pd.DataFrame(
        {
            "figure_id": drawn["target_id"],
            "label": unique_labels(drawn[by_column(by)] + " · " + drawn["due_text"]),
            "actual": share.clip(-_LONGEST, _LONGEST),
            "low": None,
            "high": None,
            "goal": 100.0,
            "actual_text": [
                f"{text} ({numbers.percent(part / 100, reader.lang)})"
                for text, part in zip(drawn["observed_text"], share, strict=True)
            ],
            "goal_text": drawn["goal_text"],
            "state_text": [_told(reader, row.linear_ratio, row.growth_class) for row in drawn.itertuples()],
            "state_colour": [
                states.STATES[row.growth_class].colour if numbers.is_known(row.growth_class) else states.NO_CLASS
                for row in drawn.itertuples()
            ],
        }
    )


def _told(reader: Reader, share: float, verdict: str | None) -> str:
    part = numbers.percent(share, reader.lang)
    if not numbers.is_known(verdict):
        return part
    return f"{part} {states.STATES[verdict].shape} {reader.words(states.CLASSES[verdict])}"


def _takeaway(reader: Reader, rows: pd.DataFrame, asked: int) -> str:
    _ = reader.words
    told = _(
        "Of {asked} targets, {paced} have a starting and a later figure; by the growth ratio {enough} of them "
        "moved fast enough."
    ).format(asked=asked, paced=len(rows), enough=int((rows["growth_class"] == "on_track").sum()))
    sensitive = int(rows["method_sensitive"].fillna(False).sum())
    if sensitive:
        told += " " + _("For {count} the rules do not agree.").format(count=sensitive)
    if (rows["linear_ratio"].abs() * 100 > _LONGEST).any():
        told += " " + _("Bars end at 200 %; the number beside each is whole.")
    return told
