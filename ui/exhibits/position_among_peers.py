"""Where a region stands inside the range of the regions of its level, indicator by indicator."""

import pandas as pd

from ui import denominators, headings, numbers, standings, states
from ui.exhibits import Exhibit
from ui.reader import Reader

# Vega shapes, as the signs of the standings.
_SHAPES = {
    "better": "triangle-up",
    "higher": "triangle-up",
    "similar": "circle",
    "lower": "triangle-down",
    "worse": "triangle-down",
}


def build(reader: Reader, region: str, per: str | None = None) -> Exhibit | None:
    """Spine chart of what can be compared, and a table of everything with the reason why not (``per``: see
    ``ui/denominators.py``).
    """
    _ = reader.words
    rows = reader.fetch("spine_by_region", region_code=region, per=per)
    if rows.empty:
        return None
    place = reader.fetch("regions").set_index("region_code").loc[region]
    rows = _worded(reader, rows)
    placed = rows[rows["position"].notna()]
    title = _("{subject}: position among the {level}").format(
        subject=place["name"], level=_(states.LEVELS[place["level"]]).lower()
    )
    return Exhibit(
        page="region",
        title=title,
        takeaway=_takeaway(reader, rows, placed),
        rows=rows,
        columns={
            "indicator": _("Indicator"),
            "value_text": _("Figure"),
            "standing_text": _("Against the median"),
            "rank_text": _("Rank"),
            "range_text": _("Range of the regions compared"),
            "parent_text": _("Parent region"),
            "reason_text": _("Why not compared"),
            "source_title": _("Document"),
            "locator": _("Place in the document"),
            "phrase": _("Words"),
        },
        file_columns=_file_columns(reader),
        figure="observation_id",
        subject=str(place["name"]),
        chart=None if placed.empty else "spine",
        drawn=_marks(placed),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "worse": _("worst"),
            "better": _("best"),
            "middle": _("Median"),
            "region": str(place["name"]),
            "parent": _parent(reader, placed),
            "indicator": _("Indicator"),
            "value": _("Figure"),
            "standing": _("Against the median"),
            "rank": _("Rank"),
            "range": _("Range of the regions compared"),
        },
    )


def _worded(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    _ = reader.words
    told = rows.copy()
    records = rows.to_dict("records")

    def figure(row: dict, column: str) -> str:
        return denominators.figure(reader, row[column], row["unit"], row["per"])

    told["value_text"] = [
        # Without a size to divide by there is only the count as published.
        _dated(reader, figure(row, "value"), row["year"])
        if numbers.is_known(row["value"])
        else _dated(reader, numbers.figure(row["stated_value"], row["unit"], reader.lang), row["year"])
        for row in records
    ]
    told["theme_name"] = [_(states.THEMES[theme]) for theme in rows["theme"]]
    told["per_text"] = [_(denominators.NAMES[per or denominators.AS_PUBLISHED]) for per in rows["per"]]
    told["unit_text"] = [numbers.unit(unit, reader.lang) for unit in rows["unit"]]
    told["standing_text"] = [
        standings.place(reader, code) if numbers.is_known(code) else numbers.UNKNOWN for code in rows["standing"]
    ]
    told["rank_text"] = [
        standings.rank(reader, low, high, compared)
        for low, high, compared in zip(rows["rank_low"], rows["rank_high"], rows["compared"], strict=True)
    ]
    told["reason_text"] = [standings.reason(reader, code) for code in rows["reason"]]
    for column in ("worst", "middle", "best"):
        told[f"{column}_text"] = [
            numbers.number(row[column], reader.lang) if numbers.is_known(row["position"]) else "" for row in records
        ]
    told["range_text"] = [
        f"{row['worst_text']} ({row['worst_region']}) – {row['best_text']} ({row['best_region']})"
        if row["worst_text"]
        else numbers.UNKNOWN
        for row in told.to_dict("records")
    ]
    told["parent_text"] = [
        f"{row['parent']} {_dated(reader, figure(row, 'parent_value'), row['parent_year'])}"
        if numbers.is_known(row["parent_value"])
        else numbers.UNKNOWN
        for row in records
    ]
    return told


def _dated(reader: Reader, text: str, year: float) -> str:
    when = numbers.period(int(year), reader.lang)
    return f"{text}，{when}" if reader.lang == "zh" else f"{text}, {when}"


def _marks(placed: pd.DataFrame) -> pd.DataFrame:
    """The region's mark and, where it is known, its parent's."""
    own = pd.DataFrame(
        {
            "figure_id": placed["observation_id"],
            "label": placed["indicator"],
            "is_parent": False,
            "position": placed["position"],
            "position_lower": placed["position_lower"],
            "position_upper": placed["position_upper"],
            "value_text": placed["value_text"],
            "standing_text": placed["standing_text"],
            "standing_colour": [standings.PLACES[code].colour for code in placed["standing"]],
            "standing_shape": [_SHAPES[code] for code in placed["standing"]],
            "rank_text": placed["standing_text"] + " · " + placed["rank_text"],
            "range_text": placed["range_text"],
            "worst_text": placed["worst_text"] + " " + placed["worst_region"],
            "middle_text": placed["middle_text"],
            "best_text": placed["best_text"] + " " + placed["best_region"],
        }
    )
    known = placed[placed["parent_position"].notna()]
    parents = own.loc[known.index].assign(
        figure_id=known["parent_observation_id"],
        is_parent=True,
        position=known["parent_position"],
        value_text=known["parent_text"],
    )
    return pd.concat([own, parents]).sort_index(kind="stable").reset_index(drop=True)


def _parent(reader: Reader, placed: pd.DataFrame) -> str:
    names = placed["parent"].dropna()
    return reader.words("Parent region") if names.empty else str(names.iloc[0])


def _takeaway(reader: Reader, rows: pd.DataFrame, placed: pd.DataFrame) -> str:
    _ = reader.words
    if placed.empty:
        return _(
            "None of {total} indicators can be compared: fewer than three regions of its level have a figure."
        ).format(total=len(rows))
    apart = placed[placed["standing"] != "similar"]
    return _(
        "Of {total} indicators {compared} can be compared: {better} lie on the better side of the median, {similar} "
        "are similar to it, {worse} lie on the worse side. Each quarter of the regions takes a quarter of the width."
    ).format(
        total=len(rows),
        compared=len(placed),
        better=int((apart["position"] > 0).sum()),
        similar=len(placed) - len(apart),
        worse=int((apart["position"] < 0).sum()),
    )


def _file_columns(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "theme_name": _("Theme"),
        "per_text": _("Divided"),
        "unit_text": _("Unit"),
        "year": _("Year"),
        "value": _("Figure"),
        "stated_value": _("Figure as published"),
        "standing_text": _("Against the median"),
        "rank_low": _("Rank, from"),
        "rank_high": _("Rank, to"),
        "compared": _("Regions compared"),
        "worst": _("Worst"),
        "worst_region": _("Worst region"),
        "middle": _("Median"),
        "best": _("Best"),
        "best_region": _("Best region"),
        "parent": _("Parent region"),
        "parent_value": _("Figure of the parent region"),
        "parent_year": _("Year of the parent region"),
        "reason_text": _("Why not compared"),
        "observation_id": _("Figure id"),
        **headings.clause(_),
    }
