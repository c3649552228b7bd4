"""The brief of one region: what it says, from the exhibits of the Region page, and the buttons to take it away."""

import pandas as pd
import streamlit as st

from exports.brief import printed, word
from exports.brief.content import Brief, Picture, Table
from exports.slides import native
from ui import evidence, exhibits, headings, takeaways
from ui.deck_slides import spec_of
from ui.exhibits import Exhibit
from ui.frame import View
from ui.permalinks import permalink
from ui.reader import Reader, reader_of
from ui.rows import with_rates

# Exhibits drawn, with their choices; the first three that have something to show are taken.
_PICTURES = (
    ("targets", {"by": "region"}),
    ("position_among_peers", {"per": "resident_population"}),
    ("time_lines", {}),
    ("scorecard", {}),
)
_PICTURES_AT_MOST = 3
_ROWS_AT_MOST = 4
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer_brief(view: View, region: str, name: str) -> None:
    """Two buttons: the brief of a region as PDF and as DOCX, each made when it is asked for."""
    _ = view.words
    made = (
        (_("Brief of two pages (PDF)"), "pdf", "application/pdf", printed.build),
        (_("Brief to edit (DOCX)"), "docx", _DOCX, word.build),
    )
    reader = reader_of(view.lang, view.release_id)
    address = permalink(view, region=region)
    for label, kind, mime, build in made:
        st.download_button(
            label,
            data=lambda build=build: build(brief_of(reader, region, address)),
            file_name=f"{name}_{view.release_id}.{kind}",
            mime=mime,
            key=f"brief_{kind}",
            on_click="ignore",
            icon=":material/description:",
        )


def brief_of(reader: Reader, region: str, address: str = "") -> Brief:
    """Everything that the brief of a region says; parts without anything to tell say so.

    ``address`` is where the region's page stands, with everything that has no room on two pages.
    """
    _ = reader.words
    name = reader.fetch("regions").set_index("region_code").loc[region, "name"]
    pictures, drawn = _pictures(reader, region)
    silent = exhibits.build("silent_targets", reader, region=region)
    shown = [*drawn, *([] if silent is None else silent.rows[silent.figure])]
    return Brief(
        lang=reader.lang,
        title=_("{region}: quality targets and what was published of them").format(region=name),
        dated=headings.footer(reader),
        headline=_headline(reader, region, silent),
        scorecard=_scorecard(reader, region),
        pictures=tuple(pictures),
        silent=_silent(reader, silent),
        documents=tuple(evidence.documents(reader, [str(figure) for figure in shown])),
        footer=headings.footer(reader),
        headings={
            "stands": _("How it stands"),
            "themes": _("By theme"),
            "pictures": _("In pictures"),
            "silent": _("Due and not reported"),
            "sources": _("Documents cited"),
        },
        more=_("and {count} more"),
        whole=_("The whole of it: {address}").format(address=address) if address else "",
    )


def _headline(reader: Reader, region: str, silent: Exhibit | None) -> tuple[str, ...]:
    _ = reader.words
    rates = reader.fetch("achievement_rate", group_by="all", region_code=region)
    if rates.empty:
        return (_("No target of this region is in the collection; its figures stand below."),)
    told = takeaways.of_due(reader, rates.iloc[0])
    return (told, silent.takeaway if silent else _("Nothing is due without a figure."))


def _scorecard(reader: Reader, region: str) -> Table:
    rates = reader.fetch("achievement_rate", group_by="theme", region_code=region)
    rows = with_rates(reader, rates, "theme") if not rates.empty else rates
    columns = headings.rates(reader.words)
    told = reader.words("A rate of targets met is always shown beside the rate of targets that can be judged at all.")
    return Table(rows, columns | {"group": reader.words("Theme")}, told)


def _silent(reader: Reader, silent: Exhibit | None) -> Table:
    if silent is None:
        return Table(pd.DataFrame(), {}, reader.words("Nothing is due without a figure."))
    columns = {
        name: heading for name, heading in silent.columns.items() if name not in ("region", "issuer_or_publisher")
    }
    return Table(silent.rows, columns)


def _pictures(reader: Reader, region: str) -> tuple[list[Picture], list[str]]:
    """Pictures cut to the rows that half a page holds, and the ids of the figures in them."""
    pictures, shown = [], []
    for name, choices in _PICTURES:
        made = exhibits.build(name, reader, region=region, **choices)
        if made is None or made.chart is None or len(pictures) == _PICTURES_AT_MOST:
            continue
        rows = _first_page(made)
        told = made.takeaway
        if len(rows) < len(made.drawn):
            told += " " + reader.words("Shown here: the first of the rows that can be drawn.")
        pictures.append(Picture(made.title, spec_of(made, rows), made.takeaway, " ".join([told, *made.notes])))
        shown += [str(figure) for figure in rows["figure_id"].dropna()]
    return pictures, shown


def _first_page(made: Exhibit) -> pd.DataFrame:
    column, at_most = native.row_column(made.chart)
    names = list(dict.fromkeys(made.drawn[column]))
    return made.drawn[made.drawn[column].isin(names[: min(at_most, _ROWS_AT_MOST)])]
