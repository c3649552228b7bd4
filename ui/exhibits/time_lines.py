"""The indicators of one region over the years, a panel each, with the marks of its targets."""

import pandas as pd

from ui import headings, numbers, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import targets_asked_for

_PANELS = 6


def build(reader: Reader, region: str, theme: str | None = None) -> Exhibit | None:
    """Panels of the indicators with figures of at least two years: those with a target first, then the longest."""
    _ = reader.words
    figures = reader.fetch("series_by_indicator", region_codes=[region])
    figures = figures[figures.groupby("indicator_id")["year"].transform("nunique") >= 2]
    targets = targets_asked_for(reader, region=region)
    targets = targets[targets["value"].notna() & targets["due"].notna()]
    figures = _with_theme(reader, figures)
    if theme:
        figures = figures[figures["theme"] == theme]
    if figures.empty:
        return None
    order = _order(figures, targets)
    shown = order[:_PANELS]
    rows = _worded(reader, figures[figures["indicator_id"].isin(shown)], shown)
    aims = targets[targets["indicator_id"].isin(shown)]
    aims = aims.assign(
        short_text=[
            _short(reader, *told) for told in zip(aims["value"], aims["comparator"], aims["value_high"], strict=True)
        ]
    )
    title = _("{subject}: over the years").format(subject=rows["region"].iloc[0])
    return Exhibit(
        page="region",
        title=title,
        takeaway=_takeaway(reader, rows, aims, order),
        rows=rows,
        columns={
            "indicator": _("Indicator"),
            "year": _("Year"),
            "value_text": _("Figure"),
            "source_title": _("Document"),
            "locator": _("Place in the document"),
            "phrase": _("Words"),
        },
        file_columns={
            "observation_id": _("Figure id"),
            "region_code": _("Region code"),
            "region": _("Region"),
            "indicator_id": _("Indicator id"),
            "indicator": _("Indicator"),
            "theme_name": _("Theme"),
            "year": _("Year"),
            "comparator": _("Comparator"),
            "value": _("Figure"),
            "unit_text": _("Unit"),
            **headings.clause(_),
        },
        figure="observation_id",
        subject=str(rows["region"].iloc[0]),
        chart="trend",
        drawn=_marks(rows, aims, shown),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "actual": _("Actual"),
            "target": _("Target"),
            "gap": _("no figure between"),
            "interval": _("Interval"),
            "series": _("Region"),
            "year": _("Year"),
            "value": _("Figure"),
            "lang": reader.lang,
        },
    )


def _with_theme(reader: Reader, figures: pd.DataFrame) -> pd.DataFrame:
    themes = reader.fetch("indicators").set_index("indicator_id")["theme"]
    told = figures.assign(theme=figures["indicator_id"].map(themes))
    return told[told["theme"] != "context"]


def _order(figures: pd.DataFrame, targets: pd.DataFrame) -> list[str]:
    years = figures.groupby("indicator_id")["year"].nunique()
    promised = years.index.isin(targets["indicator_id"])
    ranked = pd.DataFrame({"promised": promised, "years": years}).reset_index()
    ranked = ranked.sort_values(["promised", "years", "indicator_id"], ascending=[False, False, True])
    return list(ranked["indicator_id"])


def _worded(reader: Reader, figures: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    lang = reader.lang
    return figures.assign(
        place=figures["indicator_id"].map(shown.index),
        unit_text=[numbers.unit(unit, lang) for unit in figures["unit"]],
        theme_name=[reader.words(states.THEMES[theme]) for theme in figures["theme"]],
        value_text=[
            numbers.figure(row["stated_value"], row["unit"], lang, row["comparator"], row["stated_value_high"])
            for row in figures.to_dict("records")
        ],
        short_text=[
            _short(reader, *told)
            for told in zip(figures["stated_value"], figures["comparator"], figures["stated_value_high"], strict=True)
        ],
    ).sort_values(["place", "year"], kind="stable")


def _short(reader: Reader, value: float, comparator: str, value_high: float | None) -> str:
    """A figure without its unit, which the panel's heading names."""
    return numbers.figure(value, "", reader.lang, comparator, value_high).strip()


def _marks(rows: pd.DataFrame, aims: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    """Figures and targets in one frame; the newest figure and the targets are named at the right end."""
    panels = dict(zip(rows["indicator_id"], rows["indicator"] + " · " + rows["unit_text"], strict=True))
    newest = rows.groupby("indicator_id")["year"].transform("max") == rows["year"]
    actuals = pd.DataFrame(
        {
            "figure_id": rows["observation_id"],
            "panel": rows["indicator_id"].map(panels),
            "series": rows["region"],
            "year": rows["year"],
            "value": rows["value"],
            "low": rows["lower"],
            "high": rows["upper"],
            "is_target": False,
            "is_named": True,
            "value_text": rows["value_text"],
            "label": rows["short_text"].where(newest, ""),
        }
    )
    goals = pd.DataFrame(
        {
            "figure_id": aims["target_id"],
            "panel": aims["indicator_id"].map(panels),
            "series": aims["region"],
            "year": aims["due"].astype(int),
            "value": aims["value"],
            "low": None,
            "high": None,
            "is_target": True,
            "is_named": True,
            "value_text": aims["goal_text"],
            "label": aims["short_text"],
        }
    )
    places = [*rows["place"], *(shown.index(indicator) for indicator in aims["indicator_id"])]
    drawn = pd.concat([actuals, goals]) if len(goals) else actuals
    return drawn.assign(place=places).sort_values("place", kind="stable").drop(columns="place").reset_index(drop=True)


def _takeaway(reader: Reader, rows: pd.DataFrame, aims: pd.DataFrame, order: list[str]) -> str:
    told = reader.words(
        "{shown} of {total} indicators with figures of two years or more, those with a target first; {aims} targets."
    )
    told = told.format(shown=min(len(order), _PANELS), total=len(order), aims=len(aims))
    first = rows[rows["indicator_id"] == order[0]]
    return f"{told} " + takeaways.of_change(reader, str(first["indicator"].iloc[0]), first, "value_text")
