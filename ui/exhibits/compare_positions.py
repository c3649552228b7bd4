"""Where each region stands among its peers: a heat table of ranks as ranges, with higher, similar or lower."""

import pandas as pd

from ui import comparability, comparing, denominators, headings, numbers, standings
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(
    reader: Reader,
    regions: list[str] | None = None,
    indicators: list[str] | None = None,
    per: str = denominators.AS_PUBLISHED,
    year: str | None = None,
    against: str = "median",
) -> Exhibit | None:
    """Heat table; None where none of the regions has a figure of any of the indicators.

    ``against`` is ``median`` (of the level) or ``first`` (the first of the regions).
    """
    _ = reader.words
    names = comparing.named(reader, regions or [])
    known = [_placed(reader, indicator, names, per, year, against) for indicator in indicators or []]
    known = [rows for rows in known if not rows.empty]
    if not known or pd.concat(known)["observation_id"].isna().all():
        return None
    rows = pd.concat(known, ignore_index=True)
    gates = {
        name: comparability.gate(reader, part[part["rank_low"].notna()]["observation_id"], _divided_by(part))
        for name, part in rows.groupby("indicator", sort=False)
    }
    notes = _notes(reader, gates)
    rows["comparability"] = [gates[name].note for name in rows["indicator"]]
    rows["release_id"] = reader.release_id
    title = _("Where the regions stand among their peers")
    return Exhibit(
        page="compare",
        title=title,
        takeaway=_takeaway(reader, rows),
        rows=rows,
        columns={
            "indicator": _("Indicator"),
            "region": _("Region"),
            "figure_text": _("Figure"),
            "year_text": _("Year"),
            "rank_text": _("Rank"),
            "standing_text": _("Standing"),
            "yardstick_text": _("Set against"),
            "why_text": _("Told by"),
            **comparing.sourced(_),
        },
        file_columns=_file_columns(reader),
        figure="observation_id",
        subject=numbers.listed(list(names.values())[:3], reader.lang),
        notes=notes,
        notes_status=comparability.worst(list(gates.values())),
        chart="heat_table",
        drawn=_cells(rows),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "region": _("Region"),
            "indicator": _("Indicator"),
            "group": _("Standing"),
            "figure": _("Figure"),
            "detail": _("Rank"),
        },
    )


def _divided_by(part: pd.DataFrame) -> str:
    known = part["per"].dropna()
    return known.iloc[0] if not known.empty else ""


def _placed(
    reader: Reader, indicator: str, names: dict[str, str], per: str, year: str | None, against: str
) -> pd.DataFrame:
    """One row a region, in the order asked for, with what is known of its place in words."""
    about = reader.fetch("indicators_to_compare", region_codes=list(names)).set_index("indicator_id")
    if indicator not in about.index or not names:
        return pd.DataFrame()
    levels = reader.fetch("regions").set_index("region_code")["level"]
    divisor = (denominators.divisor(per) or "") if about.loc[indicator, "per_capita"] else ""
    first = next(iter(names)) if against == "first" else None
    found = standings.placed(reader, indicator, {code: levels[code] for code in names}, divisor, year, first)
    rows = pd.DataFrame({"region_code": list(names), "region": list(names.values())}).merge(
        found.drop(columns="region", errors="ignore"), on="region_code", how="left"
    )
    rows = rows.assign(
        indicator=about.loc[indicator, "name"],
        indicator_id=indicator,
        unit=about.loc[indicator, "unit"],
        unit_text=denominators.unit(reader, about.loc[indicator, "unit"], divisor),
    )
    return rows.assign(**_told(reader, rows, indicator, names, per))


def _told(reader: Reader, rows: pd.DataFrame, indicator: str, names: dict[str, str], per: str) -> dict[str, list]:
    _, lang, records = reader.words, reader.lang, rows.to_dict("records")
    standing = [standings.place_of(row) if numbers.is_known(row["observation_id"]) else "unknown" for row in records]
    return {
        "standing_code": standing,
        "standing_text": [standings.place(reader, one) for one in standing],
        "figure_text": [_figure(row, lang) for row in records],
        "year_text": [
            numbers.period(row["year"], lang) if numbers.is_known(row["year"]) else numbers.UNKNOWN for row in records
        ],
        "rank_text": [standings.rank(reader, row["rank_low"], row["rank_high"], row["ranked"]) for row in records],
        "yardstick_text": [_yardstick(reader, row, names) for row in records],
        "why_text": [
            comparing.why_missing(reader, indicator, row["region_code"], per) if one == "unknown" else _why(reader, row)
            for row, one in zip(records, standing, strict=True)
        ],
    }


def _figure(row: dict, lang: str) -> str:
    """The value compared, or the interval that stands for it."""
    if not numbers.is_known(row["value"]):
        return numbers.UNKNOWN
    if row["interval_kind"] == "wording" and not numbers.is_known(row["upper"]):
        return numbers.figure(row["value"], row["unit_text"], lang, ">=")
    return numbers.figure(row["value"], row["unit_text"], lang)


def _yardstick(reader: Reader, row: dict, names: dict[str, str]) -> str:
    if not numbers.is_known(row["yardstick"]):
        return numbers.UNKNOWN
    value = numbers.figure(row["yardstick"], row["unit_text"], reader.lang)
    if numbers.is_known(row["against"]):
        return f"{names[row['against']]} {value}"
    return reader.words("median of {count}: {value}").format(count=int(row["compared"]), value=value)


def _why(reader: Reader, row: dict) -> str:
    if numbers.is_known(row["standing_reason"]):
        return reader.words(standings.NOT_COMPARED[row["standing_reason"]])
    return reader.words(standings.METHODS[row["method"]]) if numbers.is_known(row["method"]) else numbers.UNKNOWN


def _notes(reader: Reader, gates: dict[str, comparability.Gate]) -> tuple[str, ...]:
    """What holds of every place, then what the gate says of each indicator that is not green."""
    _ = reader.words
    rule = _("Ranks hold within one level; years at most one apart; where intervals overlap a rank is a range.")
    told = [(name, one.note) for name, one in gates.items() if one.status != comparability.GREEN]
    if not told:
        greens = [one.note for one in gates.values() if one.note]
        return (*greens[:1], rule)
    several = len(gates) > 1
    return (*(f"{note} ({name})" if several else note for name, note in told), rule)


def _takeaway(reader: Reader, rows: pd.DataFrame) -> str:
    _ = reader.words
    counted = rows["standing_code"].value_counts()
    told = [
        f"{count} {standings.place(reader, one)}" for one in standings.PLACES if (count := int(counted.get(one, 0)))
    ]
    return _("{total} places: {standings}.").format(total=len(rows), standings=numbers.listed(told, reader.lang))


def _cells(rows: pd.DataFrame) -> pd.DataFrame:
    looks = [standings.PLACES[one] for one in rows["standing_code"]]
    order = list(standings.PLACES)
    return pd.DataFrame(
        {
            "figure_id": rows["observation_id"],
            "region": rows["region"],
            "indicator": rows["indicator"] + rows["indicator_id"].map(_years(rows)),
            "shape_text": [look.shape for look in looks],
            "cell_text": [
                f"{look.shape} {_short_rank(row)}".strip()
                for look, row in zip(looks, rows.to_dict("records"), strict=True)
            ],
            "group_text": rows["standing_text"],
            "group_colour": [look.colour for look in looks],
            "group_order": [order.index(one) for one in rows["standing_code"]],
            "figure_text": [
                figure if year == numbers.UNKNOWN else f"{figure} · {year}"
                for figure, year in zip(rows["figure_text"], rows["year_text"], strict=True)
            ],
            "detail_text": rows["rank_text"],
        }
    )


def _short_rank(row: dict) -> str:
    """A rank as a cell has room for: 3–5 / 12."""
    if not numbers.is_known(row["rank_low"]):
        return ""
    low, high = int(row["rank_low"]), int(row["rank_high"])
    return f"{low if low == high else f'{low}–{high}'} / {int(row['ranked'])}"


def _years(rows: pd.DataFrame) -> dict[str, str]:
    """The years that an indicator's ranks are of, as the end of its name."""
    ranked = rows[rows["rank_low"].notna()].groupby("indicator_id")["year"].agg(["min", "max"]).astype(int)
    spans = {
        name: f" · {first}" if first == last else f" · {first}–{last}"
        for name, first, last in ranked.itertuples(name=None)
    }
    return dict.fromkeys(rows["indicator_id"], "") | spans


def _file_columns(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "observation_id": _("Figure id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "year": _("Year"),
        "value": _("Value"),
        "lower": _("Low end"),
        "upper": _("High end"),
        "unit_text": _("Unit"),
        "stated_value": _("Value as published"),
        "denominator_value": _("Divided by (number)"),
        "denominator_year": _("Divided by (year)"),
        "denominator_observation_id": _("Divided by (figure id)"),
        "rank_low": _("Rank, best"),
        "rank_high": _("Rank, worst"),
        "ranked": _("Regions ranked"),
        "standing_text": _("Standing"),
        "yardstick_text": _("Set against"),
        "why_text": _("Told by"),
        "comparability": _("Comparability"),
        **headings.clause(_),
        "release_id": _("Release"),
    }
