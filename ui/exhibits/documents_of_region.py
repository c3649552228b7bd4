"""All documents that state a target or a figure of one region."""

from ui import numbers, states
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader, region: str) -> Exhibit | None:
    """A table, those with most targets first, then the newest."""
    _ = reader.words
    rows = reader.fetch("documents_of_region", region_code=region)
    if rows.empty:
        return None
    names = reader.fetch("regions").set_index("region_code")["name"]
    rows = rows.assign(
        reach_text=[_(states.REACHES[reach]) for reach in rows["reach"]],
        published_text=rows["published"].where(rows["published"].notna(), numbers.UNKNOWN),
    )
    return Exhibit(
        page="region",
        title=_("{subject}: all documents").format(subject=names[region]),
        takeaway=_(
            "{documents} documents state {targets} targets and {figures} figures; {plans} of them set targets."
        ).format(
            documents=len(rows),
            targets=int(rows["targets"].sum()),
            figures=int(rows["figures"].sum()),
            plans=int((rows["targets"] > 0).sum()),
        ),
        rows=rows,
        columns={
            "title": _("Document"),
            "publisher": _("Publisher"),
            "published_text": _("Published"),
            "horizon": _("Plan period"),
            "targets": _("Targets"),
            "figures": _("Figures"),
            "reach_text": _("Where it was read"),
            "url": _("Address"),
        },
        subject=str(names[region]),
    )
