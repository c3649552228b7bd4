"""Figures that look alike and must not share an axis: set side by side in a table, each with the reason."""

import pandas as pd

from exports.telling import of_figure
from ui import comparability, comparing, headings, numbers
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader, regions: list[str] | None = None, indicators: list[str] | None = None) -> Exhibit | None:
    """A table alone; None where nothing was left out of a picture.

    Left out are figures of indicators that look like a chosen one, of a region that has no figure of the chosen one,
    and chosen indicators that look like each other.
    """
    _ = reader.words
    chosen = list(indicators or [])
    names = comparing.named(reader, regions or [])
    rows = reader.fetch("lookalike_figures", indicator_ids=chosen, region_codes=list(names))
    # Two chosen ones stand here once, the later one as the look-alike of the earlier.
    is_later = [
        other in chosen and chosen.index(one) < chosen.index(other)
        for one, other in zip(rows["indicator_id"], rows["lookalike_id"], strict=True)
    ]
    stands_in = ~rows["has_chosen"] & ~rows["lookalike_id"].isin(chosen)
    rows = rows[stands_in | pd.Series(is_later, index=rows.index, dtype=bool)].reset_index(drop=True)
    if rows.empty:
        return None
    rows = _told(reader, rows)
    title = _("Not on one axis: look alike and are not the same")
    note = f"{comparability.SHAPES[comparability.REFUSED]} " + _(
        "These figures are not drawn beside the others: another definition, unit or way of sampling."
    )
    return Exhibit(
        page="compare",
        title=title,
        takeaway=_takeaway(reader, rows),
        rows=rows.assign(release_id=reader.release_id),
        columns={
            "region": _("Region"),
            "lookalike": _("What was published"),
            "figure_text": _("Figure"),
            "year_text": _("Year"),
            "why_text": _("Why not on one axis"),
            "indicator": _("What was asked for"),
            "beside_text": _("Figure it would stand beside"),
            **comparing.sourced(_),
        },
        file_columns={
            "observation_id": _("Figure id"),
            "region_code": _("Region code"),
            "region": _("Region"),
            "lookalike_id": _("Indicator id"),
            "lookalike": _("What was published"),
            "comparator": _("Comparator"),
            "value": _("Value"),
            "value_high": _("High end"),
            "unit_text": _("Unit"),
            "year": _("Year"),
            "indicator_id": _("Indicator id asked for"),
            "indicator": _("What was asked for"),
            "beside_observation_id": _("Figure id it would stand beside"),
            "beside_text": _("Figure it would stand beside"),
            "status_text": _("Comparability"),
            "why_text": _("Why not on one axis"),
            **headings.clause(_),
            "release_id": _("Release"),
        },
        figure="observation_id",
        subject=numbers.listed(list(names.values())[:3], reader.lang),
        notes=(note,),
        notes_status=comparability.REFUSED,
    )


def _takeaway(reader: Reader, rows: pd.DataFrame) -> str:
    """How many there are, and the first few with their reasons."""
    told = [
        f"{row.region} · {row.lookalike} {of_figure(row.figure_text, row.observation_id)} ({row.short_why})"
        for row in rows.head(3).itertuples()
    ]
    text = reader.words("Look like the chosen figures and are not drawn with them: {count}. Such as {examples}.")
    return text.format(count=len(rows), examples=numbers.listed(told, reader.lang))


def _told(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with both figures and the gate's reasons in words."""
    lang, records = reader.lang, rows.to_dict("records")
    pairs = [_pair(reader, row) for row in records]
    units = reader.fetch("indicators_to_compare").set_index("indicator_id")["unit"]
    return rows.assign(
        figure_text=[
            numbers.figure(row["value"], row["unit"], lang, row["comparator"], row["value_high"]) for row in records
        ],
        unit_text=[numbers.unit(row["unit"], lang) for row in records],
        year_text=[numbers.period(row["year"], lang) for row in records],
        beside_text=[
            numbers.UNKNOWN if pair is None else _beside(reader, row, pair, units[row["indicator_id"]])
            for row, pair in zip(records, pairs, strict=True)
        ],
        status_text=comparability.status_in_words(reader, comparability.REFUSED),
        short_why=[reader.words(comparability.REASONS[row["relation"]]) for row in records],
        why_text=[_why(reader, row, pair) for row, pair in zip(records, pairs, strict=True)],
    )


def _pair(reader: Reader, row: dict) -> pd.Series | None:
    """What the gate says of a look-alike and the figure it would stand beside; None where there is no such figure."""
    if not numbers.is_known(row["beside_observation_id"]):
        return None
    pairs = comparability.gate(reader, [row["observation_id"], row["beside_observation_id"]]).pairs
    return None if pairs.empty else pairs.iloc[0]


def _beside(reader: Reader, row: dict, pair: pd.Series, unit: str) -> str:
    is_first = pair["first_observation_id"] == row["beside_observation_id"]
    value, period = (
        (pair["first_value"], pair["first_period"]) if is_first else (pair["second_value"], pair["second_period"])
    )
    told = numbers.figure(value, unit, reader.lang)
    return f"{row['beside_region']} {told} · {numbers.period(period, reader.lang)}"


def _why(reader: Reader, row: dict, pair: pd.Series | None) -> str:
    reasons = [row["relation"]] if pair is None else list(pair["reasons"])
    told = comparability.reasons_in_words(reader, reasons)
    stop = "。" if reader.lang == "zh" else ". "
    return f"{told}{stop}{row['relation_note']}" if numbers.is_known(row["relation_note"]) else told
