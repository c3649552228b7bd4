"""One indicator over the years: a line a region, those chosen in colour, with the marks of their targets."""

import pandas as pd

from ui import comparing, headings, ranks, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import targets_asked_for

MOST_LINES = 5
# Grey lines are drawn as long as the picture has no more figures than these.
MOST_FIGURES = 900


def build(
    reader: Reader,
    indicator: str,
    level: str | None = None,
    per: str | None = None,
    regions: list[str] | None = None,
    region: str | None = None,
) -> Exhibit | None:
    """Lines of the regions of one level; without a choice those with most years (and ``region``, which the reader looks
    at) are in colour, the others grey.
    """
    _ = reader.words
    figures = _figures(reader, indicator, level, per)
    if figures.empty:
        return None
    known = {*figures["region_code"]}
    chosen = [code for code in regions or [] if code in known] or _to_start_with(figures, region)
    divided = bool(figures["per"].iloc[0])
    aims = _targets(reader, indicator, chosen, divided)
    name = str(figures["indicator"].iloc[0])
    title = _("{indicator}: over the years, {level}").format(
        indicator=name, level=_(states.LEVELS[level or ranks.LEVEL]).lower()
    )
    drawn = _drawn(figures, chosen)
    of_size = _("These are counts as published, which grow with a region's size: read each line by itself.")
    return Exhibit(
        page="indicator",
        title=title,
        takeaway=_takeaway(reader, figures, chosen, aims, divided),
        rows=figures,
        columns={
            "region": _("Region"),
            "year": _("Year"),
            "figure_text": _("Figure"),
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
            "year": _("Year"),
            "comparator": _("Comparator"),
            "value": _("Figure"),
            "lower": _("Interval, from"),
            "upper": _("Interval, to"),
            "unit_text": _("Unit"),
            "stated_value": _("Figure as published"),
            "denominator_value": _("Divided by"),
            "denominator_year": _("Year of the size"),
            **headings.clause(_),
        },
        figure="observation_id",
        subject=name,
        chart="trend",
        drawn=_marks(drawn, aims, chosen),
        notes=(
            *(() if divided or not figures["per_capita"].iloc[0] else (of_size,)),
            *(() if len(drawn) == len(figures) else (_shortened(reader, drawn, figures),)),
        ),
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


def _to_start_with(figures: pd.DataFrame, region: str | None) -> list[str]:
    years = figures.groupby("region_code")["year"].nunique().reset_index()
    years["others"] = years["region_code"] != region
    ordered = years.sort_values(["others", "year", "region_code"], ascending=[True, False, True])
    return list(ordered["region_code"].head(MOST_LINES))


def _drawn(figures: pd.DataFrame, chosen: list[str]) -> pd.DataFrame:
    """Figures of the chosen regions, then of those with most years as far as the picture can hold them."""
    if len(figures) <= MOST_FIGURES:
        return figures
    sizes = figures.groupby("region_code").size().reset_index(name="figures")
    sizes["others"] = ~sizes["region_code"].isin(chosen)
    ordered = sizes.sort_values(["others", "figures", "region_code"], ascending=[True, False, True])
    fitting = ordered[~ordered["others"] | (ordered["figures"].cumsum() <= MOST_FIGURES)]
    return figures[figures["region_code"].isin(fitting["region_code"])]


def _shortened(reader: Reader, drawn: pd.DataFrame, figures: pd.DataFrame) -> str:
    return reader.words(
        "The picture shows {shown} of {count} regions, those with most years; the table holds all."
    ).format(shown=drawn["region_code"].nunique(), count=f"{figures['region_code'].nunique():,}")


def _figures(reader: Reader, indicator: str, level: str | None, per: str | None) -> pd.DataFrame:
    places = reader.fetch("regions")
    codes = list(places[places["level"] == (level or ranks.LEVEL)]["region_code"])
    return comparing.series(reader, indicator, codes, per or "resident_population")


def _targets(reader: Reader, indicator: str, chosen: list[str], divided: bool) -> pd.DataFrame:
    """Targets of the chosen regions; a target for a count has no place among counts divided by a size."""
    rows = targets_asked_for(reader, indicator=indicator)
    known = rows["value"].notna() & rows["due"].notna() & rows["region_code"].isin(chosen)
    return rows[known & (not divided)]


def _marks(figures: pd.DataFrame, aims: pd.DataFrame, chosen: list[str]) -> pd.DataFrame:
    """The chosen regions' lines first, each named at its newest figure; all others in grey."""
    order = {code: number for number, code in enumerate(chosen)}
    newest = figures.groupby("region_code")["year"].transform("max") == figures["year"]
    named = figures["region_code"].isin(chosen)
    panel = figures["unit_text"].iloc[0]
    actuals = pd.DataFrame(
        {
            "figure_id": figures["observation_id"],
            "panel": panel,
            "series": figures["region"],
            "year": figures["year"],
            "value": figures["value"],
            "low": figures["lower"].where(figures["interval_kind"] != "none"),
            "high": figures["upper"].where(figures["interval_kind"] != "none"),
            "is_target": False,
            "is_named": named,
            "value_text": figures["figure_text"],
            "label": figures["region"].where(newest & named, ""),
            "place": figures["region_code"].map(order).fillna(len(order)),
        }
    )
    if aims.empty:
        drawn = actuals
    else:
        goals = pd.DataFrame(
            {
                "figure_id": aims["target_id"],
                "panel": panel,
                "series": aims["region"],
                "year": aims["due"].astype(int),
                "value": aims["value"],
                "low": float("nan"),
                "high": float("nan"),
                "is_target": True,
                "is_named": True,
                "value_text": aims["goal_text"],
                "label": "",
                "place": aims["region_code"].map(order),
            }
        )
        drawn = pd.concat([actuals, goals])
    return drawn.sort_values("place", kind="stable").drop(columns="place").reset_index(drop=True)


def _takeaway(reader: Reader, figures: pd.DataFrame, chosen: list[str], aims: pd.DataFrame, divided: bool) -> str:
    _ = reader.words
    regions = figures["region_code"].nunique()
    years = figures["year"].nunique()
    told = _("{figures} figures of {regions} regions in {years} years; {named} are named, the others grey.").format(
        figures=len(figures), regions=regions, years=years, named=min(len(chosen), regions)
    )
    if years == 1:
        told += " " + _("With one year there is no line yet.")
    if divided:
        told += " " + _("Targets for counts are not drawn where counts are divided: see them below.")
    elif len(aims):
        told += " " + _("{count} targets of the named regions are drawn.").format(count=len(aims))
    for code in chosen[:1]:
        own = figures[figures["region_code"] == code]
        told += " " + takeaways.of_change(reader, str(own["region"].iloc[0]), own, "figure_text")
    return told.strip()
