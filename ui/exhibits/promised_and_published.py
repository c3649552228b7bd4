"""Targets and published figures in one list, as the reader's filters find them."""

import pandas as pd

from ui import headings, numbers, states
from ui.exhibits import Choice, Exhibit
from ui.reader import Reader
from ui.rows import figures_in_words
from ui.spellings import spellings

# A table of more rows is turned page by page.
ROWS_A_PAGE = 500


def build(
    reader: Reader,
    kind: str | None = None,
    theme: str | None = None,
    indicator: list[str] | None = None,
    region: list[str] | None = None,
    level: str | None = None,
    to: str | None = None,
    quality: list[str] | None = None,
    state: list[str] | None = None,
    search: str | None = None,
    order: str | None = None,
    page: str | None = None,
    **since: Choice,
) -> Exhibit | None:
    """A table, one row a figure, at most ``ROWS_A_PAGE`` of them: page number ``page`` of what was found.

    Args:
        since: the choice ``from``, which cannot be the name of an argument in Python: first year.

    Raises:
        TypeError: another choice.
    """
    _ = reader.words
    first_year = since.pop("from", None)
    if since:
        raise TypeError(f"promised_and_published takes no {', '.join(since)}")
    before = (int(page or 1) - 1) * ROWS_A_PAGE
    found = reader.fetch(
        "promised_and_published",
        kind=kind,
        theme=theme,
        indicator_ids=indicator or None,
        region_codes=region or None,
        level=level,
        year_from=int(first_year) if first_year else None,
        year_to=int(to) if to else None,
        qualities=quality or None,
        states=state or None,
        texts=spellings(search) if search else None,
        newest_first=order == "newest",
        row_limit=ROWS_A_PAGE,
        row_offset=before,
    )
    if found.empty:
        return None
    rows = _in_words(reader, found)
    only_actuals = kind == "actual"
    return Exhibit(
        page="data",
        title=_title(reader, kind),
        takeaway=_takeaway(reader, found.iloc[0], before, len(rows)),
        rows=rows,
        columns={
            "region": _("Region"),
            "indicator": _("Indicator"),
            "kind_text": _("Kind"),
            "value_text": _("Value"),
            "period_text": _("Year or due year"),
            "state_text": _("State"),
            "phrase": _("Words"),
            "source_title": _("Document"),
            "publisher": _("Publisher"),
            "published": _("Published"),
            "locator": _("Place in the document"),
            "quality": _("Quality"),
        },
        file_columns=headings.observations(_) if only_actuals else headings.promised_and_published(_),
        figure="figure_id",
    )


def _in_words(reader: Reader, found: pd.DataFrame) -> pd.DataFrame:
    _ = reader.words
    kinds = {"actual": _("Actual"), "target": _("Target")}
    return figures_in_words(reader, found).assign(
        observation_id=found["figure_id"].where(found["kind"] == "actual"),
        kind_text=[kinds[kind] for kind in found["kind"]],
        form_text=[_(states.FORMS[form]) if numbers.is_known(form) else None for form in found["form"]],
        state_text=[_state(reader, row) for row in found.itertuples()],
    )


def _state(reader: Reader, row: object) -> str | None:
    """A target's state; a number that only describes the programme has none."""
    if not numbers.is_known(row.state):
        return None
    return reader.words(states.FORMS["count"]) if row.form == "count" else states.told(row.state, reader.words)


def _title(reader: Reader, kind: str | None) -> str:
    _ = reader.words
    return {"actual": _("Published figures"), "target": _("Targets")}.get(kind, _("Targets and published figures"))


def _takeaway(reader: Reader, counts: pd.Series, before: int, shown: int) -> str:
    _ = reader.words
    told = _("{found}: {targets} targets, {actuals} published figures; regions: {regions}.").format(
        found=_("{count} figures found").format(count=f"{counts.found:,}"),
        targets=f"{counts.found_targets:,}",
        actuals=f"{counts.found - counts.found_targets:,}",
        regions=counts.found_regions,
    )
    if shown == counts.found:
        return told
    return f"{told} " + _("The table shows numbers {first} to {last}.").format(
        first=f"{before + 1:,}", last=f"{before + shown:,}"
    )
