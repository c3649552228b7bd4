"""One indicator of several regions over time: a strip a region on one scale, with the targets it has set itself."""

import pandas as pd

from exports.telling import of_figure
from ui import comparability, comparing, denominators, headings, numbers
from ui.exhibits import Exhibit
from ui.reader import Reader

_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
_ON_OWN_SCALE = ("%", "分", "名")


def build(
    reader: Reader,
    regions: list[str] | None = None,
    indicator: str | None = None,
    per: str = denominators.AS_PUBLISHED,
    scale: str = "common",
) -> Exhibit | None:
    """Small multiples with intervals and target marks, and the table of both; None where nothing is known.

    ``scale`` is ``common`` for one scale, on which the others stand behind each region, or ``own``.
    """
    _ = reader.words
    names = comparing.named(reader, regions or [])
    figures = comparing.series(reader, indicator, list(names), per).assign(kind_text=_("Figure"))
    targets = _targets(reader, indicator, list(names))
    rows = pd.concat([part for part in (figures, targets) if not part.empty] or [figures], ignore_index=True)
    if rows.empty:
        return None
    gate = comparability.gate(reader, figures[figures["is_newest"]]["observation_id"], denominators.divisor(per) or "")
    divided = bool((figures["per"] != "").any())
    notes = tuple(
        note
        for note, applies in (
            (gate.note, gate.note),
            (_("Each strip has its own scale; heights do not compare between regions."), scale == "own"),
            (
                _("Targets are set as totals and stand in the table only; choose “as published” to draw them."),
                divided and not targets.empty,
            ),
        )
        if applies
    )
    rows = rows.assign(comparability=" ".join(notes), release_id=reader.release_id)
    title = rows["indicator"].iloc[0]
    drawn = _drawn(reader, figures, targets if not divided else targets.head(0), names, indicator, per)
    return Exhibit(
        page="compare",
        title=title,
        takeaway=_takeaway(reader, figures, names),
        rows=rows,
        columns=_columns(reader, divided),
        file_columns=_file_columns(reader),
        figure="figure_id",
        subject=rows["indicator"].iloc[0],
        notes=notes,
        notes_status=gate.status,
        chart="strips_by_region" if drawn["value"].notna().any() else None,
        drawn=drawn,
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "axis": rows["unit_text"].iloc[0],
            "figure": _("Published figure"),
            "target": _("Target"),
            "others": _("The other regions"),
            "interval": _("Interval"),
            "region": _("Region"),
            "year": _("Year"),
            "kind": _("Kind"),
            "lang": reader.lang,
            "scale": scale,
            **_ends(drawn),
            "starts_at_zero": "no" if rows["unit"].iloc[0] in _ON_OWN_SCALE else "yes",
        },
    )


def _targets(reader: Reader, indicator: str, regions: list[str]) -> pd.DataFrame:
    """Targets that a year and a number can place on the time axis, as rows beside the figures'."""
    rows = comparing.targets_of(reader, indicator, regions)
    rows = rows[rows["value"].notna() & rows["due"].notna() & ~rows["form"].isin(["new", "annual", "cumulative"])]
    if rows.empty:
        return rows
    rows = rows.sort_values("region_code", key=lambda codes: codes.map(regions.index), kind="stable")
    told = [
        numbers.figure(row.value, row.unit, reader.lang, row.comparator, row.value_high) for row in rows.itertuples()
    ]
    return rows.assign(
        figure_id=rows["target_id"],
        year=rows["due"],
        kind_text=reader.words("Target"),
        figure_text=told,
        year_text=[numbers.period(due, reader.lang) for due in rows["due"]],
        unit_text=[numbers.unit(unit, reader.lang) for unit in rows["unit"]],
        interval_text=numbers.UNKNOWN,
        stated_text=told,
        denominator_text=numbers.UNKNOWN,
        per="",
        stated_value=rows["value"],
    )


def _drawn(
    reader: Reader,
    figures: pd.DataFrame,
    targets: pd.DataFrame,
    names: dict[str, str],
    indicator: str,
    per: str,
) -> pd.DataFrame:
    """One row a mark, and one for a region with none, so that its strip says why it is empty."""
    panels = {code: place for place, code in enumerate(names)}
    marks = [frame.assign(kind=kind) for frame, kind in ((figures, "figure"), (targets, "target")) if not frame.empty]
    silent = {
        code: comparing.why_missing(reader, indicator, code, per)
        for code in names
        if code not in {*figures["region_code"]}
    }
    blanks = pd.DataFrame({"region_code": [*silent], "kind": "none"})
    rows = pd.concat([*marks, blanks] if silent else marks, ignore_index=True)
    newest = silent | {
        row.region_code: f"{row.figure_text} · {row.year_text}" for row in figures[figures["is_newest"]].itertuples()
    }
    return pd.DataFrame(
        {
            "figure_id": rows["figure_id"],
            "panel": rows["region_code"].map(panels),
            "region": rows["region_code"].map(names),
            "kind": rows["kind"],
            "kind_text": rows["kind_text"],
            "year": rows["year"].astype("Float64"),
            "value": rows["value"].astype(float),
            "lower": rows["lower"].astype(float) if "lower" in rows else None,
            "upper": rows["upper"].astype(float) if "upper" in rows else None,
            "has_interval": rows["interval_kind"].isin(["wording", "sampling"]) if "interval_kind" in rows else False,
            "figure_text": rows["figure_text"],
            "year_text": rows["year_text"],
            "interval_text": rows["interval_text"],
            "goal_text": [
                _SIGNS.get(comparator, "") + numbers.number(value, reader.lang) if kind == "target" else ""
                for kind, comparator, value in zip(rows["kind"], rows["comparator"], rows["value"], strict=True)
            ],
            "newest_text": rows["region_code"].map(newest),
        }
    ).sort_values("panel", kind="stable")


def _ends(drawn: pd.DataFrame) -> dict[str, str]:
    """The ends of the common scale and of the years, as words of the picture; none where nothing is drawn."""
    drawn = drawn[drawn["value"].notna()]
    if drawn.empty:
        return {}
    figures = drawn[["value", "lower", "upper"]].astype(float)
    return {
        "lowest": str(figures.min().min()),
        "highest": str(figures.max().max()),
        "first_year": str(int(drawn["year"].min())),
        "last_year": str(int(drawn["year"].max())),
    }


def _takeaway(reader: Reader, figures: pd.DataFrame, names: dict[str, str]) -> str:
    """The newest figure of each region with its year; how many regions have none."""
    _ = reader.words
    if figures.empty:
        return _("None of these regions has a figure that could be set beside the others.")
    newest = figures[figures["is_newest"]]
    told = [
        f"{row.region} {of_figure(row.figure_text, row.observation_id)} ({row.year})" for row in newest.itertuples()
    ]
    text = _("Newest figures: {figures}.").format(figures=numbers.listed(told, reader.lang))
    missing = [name for code, name in names.items() if code not in {*newest["region_code"]}]
    if missing:
        text += " " + _("Without a usable figure: {regions}.").format(regions=numbers.listed(missing, reader.lang))
    return text


def _columns(reader: Reader, divided: bool) -> dict[str, str]:
    _ = reader.words
    return {
        "region": _("Region"),
        "kind_text": _("Kind"),
        "year_text": _("Year"),
        "figure_text": _("Figure"),
        "interval_text": _("Interval"),
        **({"stated_text": _("As published"), "denominator_text": _("Divided by")} if divided else {}),
        **comparing.sourced(_),
    }


def _file_columns(reader: Reader) -> dict[str, str]:
    _ = reader.words
    return {
        "figure_id": _("Figure id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "kind_text": _("Kind"),
        "year": _("Year"),
        "comparator": _("Comparator"),
        "value": _("Value"),
        "lower": _("Low end"),
        "upper": _("High end"),
        "unit_text": _("Unit"),
        "interval_text": _("Interval"),
        "stated_value": _("Value as published"),
        "denominator_value": _("Divided by (number)"),
        "denominator_year": _("Divided by (year)"),
        "denominator_observation_id": _("Divided by (figure id)"),
        "comparability": _("Comparability"),
        **headings.clause(_),
        "release_id": _("Release"),
    }
