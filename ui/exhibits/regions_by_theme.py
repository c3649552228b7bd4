"""How the targets of each region stand, theme by theme."""

import pandas as pd

from ui import headings, states, takeaways
from ui.exhibits import Exhibit
from ui.reader import Reader

REGIONS_A_PAGE = 12
ORDERS = ("targets", "met", "reported", "silent", "name")
# Drawn without a filling: no usable figure. Dashed: none is to be expected, or not yet.
_HOLLOW = ("silent", "pending", "not_quantified")
_DASHED = ("pending", "not_quantified")


def build(reader: Reader, order: str = "targets", page: str | None = None) -> Exhibit | None:
    """Matrix of strips, all regions together in its first row; table of the counts.

    Args:
        order: what the regions are sorted by, one of ``ORDERS``; equal ones stand in the reader's order.
        page: number of the page, ``REGIONS_A_PAGE`` regions each.
    """
    _ = reader.words
    counted = _counted(reader)
    if counted.empty:
        return None
    ordered = _order(reader, counted, order)
    before = (int(page or 1) - 1) * REGIONS_A_PAGE
    shown = ordered[before : before + REGIONS_A_PAGE]
    if not shown:
        return None
    segments = _segments(counted, shown, _("All regions"))
    title = _("How the targets stand, by region and theme")
    return Exhibit(
        page="overview",
        title=title,
        takeaway=_takeaway(reader, before, len(shown), len(ordered)),
        rows=_table(reader, counted, shown),
        columns={
            "region": _("Region"),
            "theme_name": _("Theme"),
            "targets": _("Targets"),
            **{group: states.told_group(group, _) for group in states.GROUPS},
        },
        file_columns={
            "region_code": _("Region code"),
            "region": _("Region"),
            "theme": _("Theme code"),
            "theme_name": _("Theme"),
            "targets": _("Targets"),
            **{group: _(part.word) for group, part in states.GROUPS.items()},
            "release_id": _("Release"),
        },
        chart="states_by_region_and_theme",
        drawn=segments.assign(
            group_text=[states.told_group(group, _) for group in segments["group"]],
            group_sign=[states.GROUPS[group].shape for group in segments["group"]],
        ),
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "region": _("Region"),
            "theme": _("Theme"),
            "state": _("State"),
            "targets": _("Targets"),
        },
    )


def regions(reader: Reader) -> int:
    """How many regions have targets."""
    return reader.fetch("states_by_region_and_theme")["region_code"].nunique()


def _counted(reader: Reader) -> pd.DataFrame:
    """Targets by ``region_code``, ``region``, ``theme``, ``theme_name`` and ``group`` of states."""
    rows = reader.fetch("states_by_region_and_theme")
    rows = rows.assign(
        group=rows["state"].map(states.group_of),
        theme_name=[reader.words(states.THEMES[theme]) for theme in rows["theme"]],
    )
    keys = ["region_code", "region", "theme", "theme_name", "group"]
    return rows.groupby(keys, as_index=False, sort=False)["targets"].sum()


def _order(reader: Reader, counted: pd.DataFrame, order: str) -> list[str]:
    """Region codes as the reader wants them sorted."""
    codes = list(dict.fromkeys(counted["region_code"]))
    if order == "name":
        return codes
    rates = reader.fetch("achievement_rate", group_by="region").set_index("group_key")
    column = {"targets": "total", "met": "met", "reported": "reporting_rate", "silent": "silent"}[order]
    weight = rates[column].fillna(-1)
    # A rate of few says little: of equal rates the one of more targets stands first.
    return sorted(codes, key=lambda code: (-weight[code], -rates["due"][code], codes.index(code)))


def _segments(counted: pd.DataFrame, shown: list[str], everybody: str) -> pd.DataFrame:
    """Strips of the regions shown, and of all regions together, as the picture draws them."""
    themes = counted.groupby("theme_name")["targets"].sum().sort_values(ascending=False, kind="stable")
    together = counted.groupby(["theme_name", "group"], as_index=False)["targets"].sum().assign(region=everybody)
    ranked = {code: place for place, code in enumerate(shown)}
    chosen = counted[counted["region_code"].isin(shown)]
    chosen = chosen.assign(place=chosen["region_code"].map(ranked)).sort_values("place", kind="stable")
    groups = list(states.GROUPS)
    rows = pd.concat([together, chosen], ignore_index=True)[["region", "theme_name", "group", "targets"]]
    rows = rows.assign(
        theme_order=rows["theme_name"].map({theme: place for place, theme in enumerate(themes.index)}),
        group_order=rows["group"].map(groups.index),
        region_order=rows["region"].map({region: place for place, region in enumerate(dict.fromkeys(rows["region"]))}),
    ).sort_values(["region_order", "theme_order", "group_order"])
    cells = rows.groupby(["region", "theme_name"])["targets"]
    whole, until = cells.transform("sum"), cells.cumsum()
    return rows.assign(
        targets_of_cell=whole,
        start=(until - rows["targets"]) / whole,
        end=until / whole,
        group_colour=[states.GROUPS[group].colour for group in rows["group"]],
        is_hollow=rows["group"].isin(_HOLLOW),
        is_dashed=rows["group"].isin(_DASHED),
    ).rename(columns={"theme_name": "theme"})


def _table(reader: Reader, counted: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    """One row a region and theme, a column for each group of states."""
    keys = ["region_code", "region", "theme", "theme_name"]
    wide = counted.pivot_table(index=keys, columns="group", values="targets", aggfunc="sum", fill_value=0)
    wide = wide.reindex(columns=list(states.GROUPS), fill_value=0).astype(int).reset_index()
    wide = wide[wide["region_code"].isin(shown)]
    wide = wide.assign(
        targets=wide[list(states.GROUPS)].sum(axis=1),
        place=wide["region_code"].map({code: place for place, code in enumerate(shown)}),
        release_id=reader.release_id,
    )
    return wide.sort_values(["place", "targets"], ascending=[True, False], kind="stable").drop(columns="place")


def _takeaway(reader: Reader, before: int, shown: int, total: int) -> str:
    _ = reader.words
    told = takeaways.of_reporting(reader, reader.fetch("achievement_rate", group_by="all").iloc[0])
    told += " " + _(
        "Full: a figure speaks. Hollow: due, and nobody has spoken. Dashed: not yet due, or without a number."
    )
    if shown < total:
        told += " " + _("Regions {first} to {last} of {total}.").format(
            first=before + 1, last=before + shown, total=total
        )
    return told
