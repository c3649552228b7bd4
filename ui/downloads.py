"""What people take away of an exhibit: its rows as files, its picture, and how to cite it."""

import functools
from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from exports import arrow, citation, csv_file, json_file, parquet_file, picture, sdmx_csv, workbook
from exports.citation import Cited, Origin
from ui import files_about, numbers
from ui.exhibits import Exhibit
from ui.frame import View
from ui.permalinks import permalink
from ui.reader import Reader

Make = Callable[[Reader, Exhibit, Cited], bytes]

# Wordings of what other columns hold, and what only the screen needs.
_FOR_THE_SCREEN = ("_text", "_colour", "_order")
# The formats by the ending of their files, to their English words.
KINDS = {
    "csv": "CSV, opens in Excel",
    "xlsx": "Excel, with data dictionary, sources and citation",
    "parquet": "Parquet, typed",
    "sdmx": "SDMX-CSV 2.0, for statistical offices",
    "json": "JSON",
}


def offer(view: View, exhibit: Exhibit) -> None:
    """The menus under an exhibit: its rows in every format, its picture, its citation.

    A menu is filled when it is opened: a page has many, and most stay shut.
    """
    _ = view.words
    menus = [("files", _("Download"), ":material/download:", _offer_rows)]
    if exhibit.spec is not None:
        menus.append(("pictures", _("Picture"), ":material/image:", _offer_pictures))
    menus.append(("cite", _("Cite"), ":material/format_quote:", _offer_citation))
    for name, label, icon, fill in menus:
        menu = st.popover(label, icon=icon, type="tertiary", key=f"{name}_{exhibit.key}", on_change="rerun")
        if menu.open:
            with menu:
                fill(view, exhibit)


def cited_view(view: View, title: str) -> Cited:
    """What is cited where a view is: its title, the release and the address that shows it again."""
    return Cited(title, view.release_id, view.as_of, date.today(), permalink(view), view.lang)


def cited_figure(view: View, figure: pd.Series) -> Cited:
    """What is cited where one figure is: what it says, the document behind it, the address that opens it again.

    Args:
        figure: a row of the query ``figure_source``.
    """
    _, lang = view.words, view.lang
    value = numbers.figure(figure.value, figure.unit, lang, figure.comparator, figure.value_high)
    when = numbers.period(figure.period, lang)
    told = when if figure.kind == "actual" else _("due {year}").format(year=when)
    parts = (figure.publisher, figure.source_title, figure.published, figure.locator, figure.url)
    return Cited(
        title=f"{figure.region} · {figure.indicator}: {value}, {told}",
        release_id=view.release_id,
        as_of=view.as_of,
        accessed=date.today(),
        permalink=permalink(view, figure=figure.figure_id),
        lang=lang,
        origin=Origin(*(str(part) if numbers.is_known(part) else "" for part in parts)),
    )


def show_citation(view: View, cited: Cited) -> None:
    """The citation in three styles and the permalink, each to be copied by one click."""
    _ = view.words
    for heading, text in (
        ("GB/T 7714", citation.gbt7714(cited)),
        ("APA", citation.apa(cited)),
        ("BibTeX", citation.bibtex(cited)),
        (_("Link to exactly this view"), cited.permalink),
    ):
        st.caption(heading)
        st.code(text, language=None, wrap_lines=True)


def kinds_of(exhibit: Exhibit) -> dict[str, Make]:
    """The formats that an exhibit can be taken away in, by their endings; SDMX only where rows have figures."""
    return {kind: make for kind, make in _MAKERS.items() if kind != "sdmx" or exhibit.figure}


def file_name(exhibit: Exhibit, release_id: str, kind: str) -> str:
    """What it is, of whom, of when, of which release: ``targets_湖北省_2025_20261124-ac3dd882.csv``."""
    year = next((exhibit.choices[name] for name in ("due", "year") if exhibit.choices.get(name)), "")
    stem = "_".join(part for part in (exhibit.stem, str(year), release_id) if part)
    return f"{stem}.sdmx.csv" if kind == "sdmx" else f"{stem}.{kind}"


def headings_of(reader: Reader, exhibit: Exhibit) -> dict[str, str]:
    """Columns of an exhibit's files for people, the release on every row."""
    return {**(exhibit.file_columns or exhibit.columns), "release_id": reader.words("Release")}


def to_csv(reader: Reader, exhibit: Exhibit, cited: Cited) -> bytes:
    """The rows for people, guarded; the last row says how to cite them and what must be told beside them."""
    headings = headings_of(reader, exhibit)
    remark = " ".join([*exhibit.notes, reader.words("Cite as:"), citation.gbt7714(cited)])
    return csv_file.to_bytes(arrow.reader(_with_release(reader, exhibit), list(headings)), headings, remark)


def to_xlsx(reader: Reader, exhibit: Exhibit, cited: Cited) -> bytes:
    """The rows for people, and beside them what the columns mean, the documents, the choices and the citation."""
    headings = headings_of(reader, exhibit)
    rows = arrow.reader(_with_release(reader, exhibit), list(headings))
    beside = files_about.sheets(reader, exhibit, headings, rows.schema, cited)
    return workbook.to_bytes(rows, headings, reader.words("Data"), beside)


def to_parquet(reader: Reader, exhibit: Exhibit, cited: Cited) -> bytes:
    """The rows for programs, verbatim, with codes and raw inputs."""
    headings = headings_of(reader, exhibit)
    rows = arrow.reader(_with_release(reader, exhibit), _columns_for_programs(exhibit, headings))
    told = {name: "\n".join(text) if isinstance(text, list) else text for name, text in _about(exhibit, cited).items()}
    return parquet_file.to_bytes(rows, headings, told)


def to_json(reader: Reader, exhibit: Exhibit, cited: Cited) -> bytes:
    """The rows for programs, verbatim, with codes and raw inputs."""
    headings = headings_of(reader, exhibit)
    rows = arrow.reader(_with_release(reader, exhibit), _columns_for_programs(exhibit, headings))
    return json_file.to_bytes(rows, headings, _about(exhibit, cited))


def to_sdmx(reader: Reader, exhibit: Exhibit, cited: Cited) -> bytes:
    """The figures behind the rows as SDMX-CSV 2.0, verbatim: as their documents state them, not worked out further."""
    ids = exhibit.rows[exhibit.figure].dropna().unique()
    return sdmx_csv.to_bytes(arrow.reader(reader.fetch("figures_by_id", figure_ids=list(ids))))


_MAKERS: dict[str, Make] = {
    "csv": to_csv,
    "xlsx": to_xlsx,
    "parquet": to_parquet,
    "sdmx": to_sdmx,
    "json": to_json,
}
_MIME = {
    "csv": csv_file.MIME,
    "xlsx": workbook.MIME,
    "parquet": parquet_file.MIME,
    "sdmx": sdmx_csv.MIME,
    "json": json_file.MIME,
}


def _offer_citation(view: View, exhibit: Exhibit) -> None:
    show_citation(view, cited_view(view, exhibit.title))


def _offer_rows(view: View, exhibit: Exhibit) -> None:
    _ = view.words
    cited = cited_view(view, exhibit.title)
    is_whole = len(exhibit.rows) == exhibit.table.num_rows
    told = _("All rows of this view: {count}") if is_whole else _("All rows, also those not shown: {count}")
    st.caption(told.format(count=f"{len(exhibit.rows):,}"))
    for kind, make in kinds_of(exhibit).items():
        st.download_button(
            _(KINDS[kind]),
            # Made when it is asked for, in the thread of the download.
            data=functools.partial(make, view, exhibit, cited),
            file_name=file_name(exhibit, view.release_id, kind),
            mime=_MIME[kind],
            key=f"{kind}_{exhibit.key}",
            on_click="ignore",
            type="tertiary",
        )


def _offer_pictures(view: View, exhibit: Exhibit) -> None:
    _ = view.words
    for kind, label, make, mime in (
        ("png", _("PNG, for documents and chat"), picture.to_png, "image/png"),
        ("svg", _("SVG, sharp at any size"), picture.to_svg, "image/svg+xml"),
    ):
        st.download_button(
            label,
            data=functools.partial(make, exhibit.spec),
            file_name=file_name(exhibit, view.release_id, kind),
            mime=mime,
            key=f"{kind}_{exhibit.key}",
            on_click="ignore",
            type="tertiary",
        )


def _with_release(reader: Reader, exhibit: Exhibit) -> pd.DataFrame:
    return exhibit.rows.assign(release_id=reader.release_id)


def _columns_for_programs(exhibit: Exhibit, headings: dict[str, str]) -> list[str]:
    """The columns for people, then every raw column beside them."""
    raw = [name for name in exhibit.rows.columns if name not in headings and not name.endswith(_FOR_THE_SCREEN)]
    return [*headings, *raw]


def _about(exhibit: Exhibit, cited: Cited) -> dict[str, str | list[str]]:
    return {
        "title": exhibit.title,
        "takeaway": exhibit.takeaway,
        "notes": list(exhibit.notes),
        "release": cited.release_id,
        "as_of": cited.as_of.isoformat(),
        "citation": citation.gbt7714(cited),
        "permalink": cited.permalink,
    }
