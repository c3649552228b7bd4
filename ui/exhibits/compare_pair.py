"""Two regions, indicator by indicator: a dumbbell whose ends may share a row only if the gate lets them."""

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
) -> Exhibit | None:
    """Dumbbells of the first two regions; None where they share no indicator."""
    _ = reader.words
    names = comparing.named(reader, (regions or [])[:2])
    found = {name: _pair(reader, name, names, per, year) for name in indicators or []} if len(names) == 2 else {}
    pairs = [pair for pair in found.values() if pair is not None]
    if not pairs:
        return None
    rows = pd.concat([rows for rows, _gate in pairs], ignore_index=True).assign(release_id=reader.release_id)
    gates = [one for _rows, one in pairs]
    drawn = _drawn(rows[(rows["status"] != comparability.REFUSED) & rows["position"].notna()], reader.lang)
    first, second = names.values()
    title = _("{first} beside {second}").format(first=first, second=second)
    return Exhibit(
        page="compare",
        title=title,
        takeaway=_takeaway(reader, rows, first, second) + _left_out(reader, found),
        rows=rows,
        columns={
            "indicator": _("Indicator"),
            "region": _("Region"),
            "figure_text": _("Figure"),
            "year_text": _("Year"),
            "interval_text": _("Interval"),
            "standing_text": _("Standing"),
            "status_text": _("Comparability"),
            **comparing.sourced(_),
        },
        file_columns=_file_columns(reader),
        figure="figure_id",
        subject=f"{first}_{second}",
        notes=_notes(reader, rows),
        notes_status=comparability.worst(gates),
        chart=None if drawn.empty else "two_regions",
        drawn=drawn,
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "axis": _("Each row has its own scale: the larger figure is 100"),
            "first": first,
            "second": second,
            "label": _("Indicator"),
            "region": _("Region"),
            "figure": _("Figure"),
            "year": _("Year"),
            "standing": _("Standing"),
            "lang": reader.lang,
        },
    )


def _pair(
    reader: Reader, indicator: str, names: dict[str, str], per: str, year: str | None
) -> tuple[pd.DataFrame, comparability.Gate] | None:
    """The two figures of one indicator with the gate's word; the nearest years that both have, else the newest."""
    years = reader.fetch(
        "years_to_compare", indicator_ids=[indicator], region_codes=list(names), per=denominators.divisor(per)
    )
    common = years[years["regions_named"] == len(names)]
    chosen = year or (str(common["year"].iloc[0]) if not common.empty else None)
    rows = comparing.series(reader, indicator, list(names), per, chosen)
    rows = rows[rows["is_newest"]]
    if len(rows) < len(names):
        return None
    divisor = rows["per"].iloc[0]
    gate = comparability.gate(reader, rows["observation_id"], divisor)
    standing, method = _standing(reader, rows, names, divisor, chosen)
    largest = rows["value"].max()
    share = 100 / largest if largest > 0 and rows["value"].min() >= 0 else float("nan")
    told = rows.assign(
        position=rows["value"] * share,
        low=rows["lower"] * share,
        high=rows["upper"] * share,
        status=gate.status,
        status_text=comparability.status_in_words(reader, gate.status),
        comparability=gate.note,
        standing_text=[standing, numbers.UNKNOWN],
        method_text=[method, numbers.UNKNOWN],
    )
    return told, gate


def _standing(
    reader: Reader, rows: pd.DataFrame, names: dict[str, str], divisor: str, year: str | None
) -> tuple[str, str]:
    """How the first stands to the second, and by which rule; unknown where no rule applies."""
    first, second = names
    levels = dict(zip(rows["region_code"], rows["level"], strict=True))
    found = standings.placed(reader, rows["indicator_id"].iloc[0], levels, divisor, year, second)
    own = found[(found["region_code"] == first) & found["against"].eq(second) & found["similarity"].notna()]
    if own.empty or own["observation_id"].iloc[0] != rows["observation_id"].iloc[0]:
        return numbers.UNKNOWN, numbers.UNKNOWN
    row = own.iloc[0].to_dict()
    return standings.place(reader, standings.place_of(row)), reader.words(standings.METHODS[row["method"]])


def _drawn(rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Two rows a pair under a heading with both figures; the standing of the first stands at the end of the row."""
    columns = ["position", "low", "high", "region", "figure_text", "year_text", "standing_text"]
    told = rows.assign(short=[f"{numbers.number(row.value, lang)} ({row.year})" for row in rows.itertuples()])
    both = told.groupby("indicator")["short"].agg(" | ".join)
    return rows[["figure_id", *columns]].assign(label=rows["indicator"] + " · " + rows["indicator"].map(both))


def _notes(reader: Reader, rows: pd.DataFrame) -> tuple[str, ...]:
    """One note for all where the gate says the same of all; else each with its indicator."""
    notes = rows.drop_duplicates("indicator")[["indicator", "comparability"]]
    if notes["comparability"].nunique() == 1:
        return (notes["comparability"].iloc[0],)
    return tuple(f"{note} ({name})" for name, note in notes.itertuples(index=False))


def _takeaway(reader: Reader, rows: pd.DataFrame, first: str, second: str) -> str:
    _ = reader.words
    wide = rows.pivot(index="indicator", columns="region", values="value")
    above = int((wide[first] > wide[second]).sum())
    return _(
        "Of {total} indicators with a figure of both, {first} has the larger figure in {above}; larger is not always "
        "better, and a difference inside the intervals is none."
    ).format(total=len(wide), first=first, above=above)


def _left_out(reader: Reader, found: dict[str, object]) -> str:
    """The indicators of which one of the two has no figure to compare."""
    names = reader.fetch("indicators_to_compare").set_index("indicator_id")["name"]
    missing = [names[indicator] for indicator, pair in found.items() if pair is None and indicator in names.index]
    if not missing:
        return ""
    return " " + reader.words("Without a figure of both: {indicators}.").format(
        indicators=numbers.listed(missing, reader.lang)
    )


def _file_columns(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "figure_id": _("Figure id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "year": _("Year"),
        "comparator": _("Comparator"),
        "value": _("Value"),
        "lower": _("Low end"),
        "upper": _("High end"),
        "unit_text": _("Unit"),
        "stated_value": _("Value as published"),
        "denominator_value": _("Divided by (number)"),
        "denominator_year": _("Divided by (year)"),
        "denominator_observation_id": _("Divided by (figure id)"),
        "standing_text": _("Standing"),
        "method_text": _("Told by"),
        "status_text": _("Comparability"),
        "comparability": _("Comparability, in words"),
        **headings.clause(_),
        "release_id": _("Release"),
    }
