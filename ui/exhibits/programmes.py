"""The documents that state targets, and the years they plan for."""

import pandas as pd

from ui import headings, numbers, states
from ui.exhibits import Exhibit
from ui.reader import Reader

DOCUMENTS_A_PAGE = 15


def build(
    reader: Reader,
    region: str | None = None,
    level: str | None = None,
    theme: str | None = None,
    page: str | None = None,
) -> Exhibit | None:
    """Timeline and table, those with most commitments first; page number ``page`` of the documents found."""
    _ = reader.words
    found = reader.fetch("programmes", region_code=region, level=level, theme=theme)
    before = (int(page or 1) - 1) * DOCUMENTS_A_PAGE
    rows = _in_words(reader, found.iloc[before : before + DOCUMENTS_A_PAGE])
    if rows.empty:
        return None
    drawn = _timeline(reader, rows)
    title = _("Documents and the years their targets fall due")
    return Exhibit(
        page="programmes",
        title=title,
        takeaway=_takeaway(reader, found, before, len(rows)) + _without_years(reader, drawn),
        rows=rows,
        columns={
            "title": _("Document"),
            "region": _("Region"),
            "issuer": _("Issued by"),
            "issued": _("Issued"),
            "horizon_text": _("Plans for"),
            "commitments": _("Commitments"),
            "quantified_text": _("With a number"),
            "due_over": _("Due year over"),
            "reported": _("Reported"),
            "url": _("Address"),
        },
        file_columns={
            "programme_id": _("Document id"),
            "title": _("Document"),
            "region_code": _("Region code"),
            "region": _("Region"),
            "level_name": _("Level"),
            "issuer": _("Issued by"),
            "issued": _("Issued"),
            "horizon_start": _("First year planned for"),
            "horizon_end": _("Last year planned for"),
            "commitments": _("Commitments"),
            "quantified": _("Commitments with a number"),
            "task_counts": _("Counts of its own tasks"),
            "due_over": _("Due year over"),
            "reported": _("Reported"),
            "met": _("Met"),
            "missed": _("Missed"),
            "source_title": _("Read in"),
            "publisher": _("Publisher"),
            "published": _("Published"),
            "url": _("Address"),
            "note": _("Note"),
            "release_id": _("Release"),
        },
        chooses=("programme", "programme_id"),
        chart="document_timeline",
        drawn=drawn,
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "label": _("Document"),
            "years": _("Years planned for"),
            "issued": _("Issued"),
            "due": _("Targets due (number)"),
            "targets": _("Targets"),
            "year": _("Year"),
            "no_year": _("no year known"),
        },
    )


def _in_words(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        horizon_text=[
            horizon(row.horizon_start, row.horizon_end)
            if any(map(numbers.is_known, (row.horizon_start, row.horizon_end, row.issued, row.first_due)))
            else reader.words("no year known")
            for row in rows.itertuples()
        ],
        quantified_text=[f"{row.quantified} / {row.commitments}" for row in rows.itertuples()],
        level_name=[reader.words(states.LEVELS[level]) for level in rows["level"]],
        release_id=reader.release_id,
    )


def horizon(first: int | None, last: int | None) -> str:
    """The years a document plans for; an end that it does not name is shown as unknown."""
    known = [str(int(year)) if numbers.is_known(year) else numbers.UNKNOWN for year in (first, last)]
    return known[0] if known[0] == known[1] else "–".join(known)


def _takeaway(reader: Reader, found: pd.DataFrame, before: int, shown: int) -> str:
    _ = reader.words
    told = _(
        "{documents} documents of {regions} regions: {commitments} commitments, {quantified} with a number."
    ).format(
        documents=len(found),
        regions=found["region_code"].nunique(),
        commitments=int(found["commitments"].sum()),
        quantified=int(found["quantified"].sum()),
    )
    if shown == len(found):
        return told
    return f"{told} " + _("Shown are numbers {first} to {last}, those with most commitments first.").format(
        first=before + 1, last=before + shown
    )


def _without_years(reader: Reader, drawn: pd.DataFrame) -> str:
    """Says of how many documents shown no year is known; empty where there is none."""
    count = int((drawn["kind"] == "no_year").sum())
    told = reader.words("Documents shown for which no year is known: {count}.").format(count=count)
    return f" {told}" if count else ""


def _timeline(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the timeline: a span where both its ends are known, the issue, each due year; or no year known."""
    drawn: list[dict] = []
    for row in rows.itertuples():
        before = len(drawn)
        label = f"{row.title} · {row.region}"
        issued = int(row.issued[:4]) if numbers.is_known(row.issued) else None
        first = row.horizon_start if numbers.is_known(row.horizon_start) else issued
        if numbers.is_known(first) and numbers.is_known(row.horizon_end):
            drawn.append({"label": label, "kind": "span", "first": int(first), "last": int(row.horizon_end)})
        if issued:
            drawn.append({"label": label, "kind": "issued", "year": issued})
        due = reader.fetch("targets_with_actuals", programme_id=row.programme_id)["due"].dropna().value_counts()
        drawn += [
            {"label": label, "kind": "due", "year": int(year), "targets": int(count)}
            for year, count in sorted(due.items())
        ]
        if len(drawn) == before:
            drawn.append({"label": label, "kind": "no_year"})
    return pd.DataFrame(drawn, columns=["label", "kind", "first", "last", "year", "targets"])
