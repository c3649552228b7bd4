"""How many commitments give a number, by theme or by form."""

from ui import numbers, states
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(
    reader: Reader,
    programme: str | None = None,
    region: str | None = None,
    level: str | None = None,
    group: str = "theme",
) -> Exhibit | None:
    """A table, one row a theme or a form (``group``); of one document, of some regions, or of all."""
    _ = reader.words
    rows = reader.fetch(
        "quantified_commitments", programme_id=programme, region_code=region, level=level, group_by=group
    )
    if rows.empty:
        return None
    words = states.FORMS if group == "form" else states.THEMES
    rows = rows.assign(
        group=[_(words[key]) for key in rows["group_key"]],
        share_text=[numbers.percent(share, reader.lang) for share in rows["share_quantified"]],
    )
    total, quantified = int(rows["commitments"].sum()), int(rows["quantified"].sum())
    return Exhibit(
        page="programmes",
        title=_("Commitments with a number, by form") if group == "form" else _("Commitments with a number, by theme"),
        takeaway=_("{quantified} of {total} commitments give a number, {share}.").format(
            quantified=quantified, total=total, share=numbers.percent(quantified / total, reader.lang)
        ),
        rows=rows,
        columns={
            "group": _("Form of the commitment") if group == "form" else _("Theme"),
            "commitments": _("Commitments"),
            "quantified": _("With a number"),
            "share_text": _("Share with a number"),
        },
    )
