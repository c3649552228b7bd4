"""Regions of the same level as one, each with why it is a peer."""

from ui import comparing, headings
from ui.exhibits import Exhibit
from ui.peers import peers
from ui.reader import Reader


def build(reader: Reader, region: str | None = None, indicators: list[str] | None = None) -> Exhibit | None:
    """A table alone; None where no other region of the level has a figure."""
    _ = reader.words
    names = comparing.named(reader, [region] if region else [])
    rows = peers(reader, region, list(indicators or [])) if names else None
    if rows is None or rows.empty or rows["population_observation_id"].isna().all():
        return None
    name = names[region]
    title = _("Peers of {region}, with the reason").format(region=name)
    shown = {
        "region": _("Region"),
        "reason_text": _("Why a peer"),
        "population_text": _("Resident population"),
        "gdp_text": _("GDP per head"),
        "reported_text": _("Chosen indicators with a figure"),
    }
    return Exhibit(
        page="compare",
        title=title,
        takeaway=_("{count} regions of the same level have figures.").format(count=len(rows)),
        rows=rows.assign(release_id=reader.release_id),
        columns=shown | comparing.sourced(_),
        file_columns={
            "region_code": _("Region code"),
            **shown,
            "population": _("Resident population, number"),
            "population_year": _("Resident population, year"),
            "gdp_per_head": _("GDP per head, yuan"),
            "gdp_per_head_year": _("GDP per head, year"),
            **headings.clause(_),
            "release_id": _("Release"),
        },
        figure="population_observation_id",
        subject=name,
    )
