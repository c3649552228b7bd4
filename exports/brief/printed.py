"""The brief as a PDF of two pages."""

from html import escape
from pathlib import Path

from exports.brief.content import Brief, Picture, Table
from exports.paper import count_pages, to_pdf
from exports.slides.pdf import image
from exports.slides.tables import is_number, printed

_SHEET = Path(__file__).parent / "sheet.css"
_PAGES = 2
# Rows of silent targets and documents that are tried, until all stands on two pages.
_ROOM = ((10, 24), (8, 20), (6, 16), (5, 12), (4, 8), (3, 5), (1, 2))
_PICTURE_ROOM = (6.9, 2.55)
_WIDTH = 760


def build(brief: Brief) -> bytes:
    """Two pages of A4; what has no room is counted, not dropped in silence."""
    pictures = [_picture(one) for one in brief.pictures]
    for silent, documents in _ROOM:
        body = _body(brief, pictures, silent, documents)
        if count_pages(body, _sheet(), brief.title, _lang(brief)) <= _PAGES:
            break
    return to_pdf(body, _sheet(), brief.title, _lang(brief))


def _body(brief: Brief, pictures: list[str], silent: int, documents: int) -> str:
    parts = [
        f"<div class='footer'>{escape(brief.footer)}</div><h1>{escape(brief.title)}</h1>",
        f"<p class='dated'>{escape(brief.dated)}</p>",
        f"<h2>{brief.numbered('stands', 1)}</h2>",
        *(f"<p class='headline'>{escape(text)}</p>" for text in brief.headline),
        f"<h2>{brief.numbered('themes', 2)}</h2>{_table(brief, brief.scorecard, 20)}",
        f"<h2>{brief.numbered('pictures', 3)}</h2>{''.join(pictures)}",
        f"<h2>{brief.numbered('silent', 4)}</h2>{_table(brief, brief.silent, silent)}",
        f"<h2>{brief.numbered('sources', 5)}</h2>{_documents(brief, documents)}",
        f"<p class='told'>{escape(brief.whole)}</p>" if brief.whole else "",
    ]
    return "".join(parts)


def _picture(one: Picture) -> str:
    told = f"<p class='told'>{escape(one.told)}</p>" if one.told else ""
    return f"<figure><h3>{escape(one.title)}</h3>{image(one.spec, one.alt, _WIDTH, _PICTURE_ROOM)}{told}</figure>"


def _table(brief: Brief, table: Table, at_most: int) -> str:
    told = f"<p class='told'>{escape(table.told)}</p>" if table.told else ""
    if table.rows.empty:
        return told
    shown = table.rows.head(at_most)
    right = [" class='number'" if is_number(table.rows, column) else "" for column in table.columns]
    heading = "".join(
        f"<th{side}>{escape(text)}</th>" for side, text in zip(right, table.columns.values(), strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(f"<td{side}>{escape(printed(value))}</td>" for side, value in zip(right, row, strict=True))
        + "</tr>"
        for row in shown[list(table.columns)].itertuples(index=False, name=None)
    )
    return f"<table><tr>{heading}</tr>{rows}</table>{_more(brief, len(table.rows) - len(shown))}{told}"


def _documents(brief: Brief, at_most: int) -> str:
    shown = brief.documents[:at_most]
    entries = "".join(f"<li>{escape(one.citation)}</li>" for one in shown)
    return f"<ol>{entries}</ol>{_more(brief, len(brief.documents) - len(shown))}"


def _more(brief: Brief, count: int) -> str:
    return f"<p class='told'>{escape(brief.more.format(count=count))}</p>" if count > 0 else ""


def _sheet() -> str:
    return _SHEET.read_text(encoding="utf-8")


def _lang(brief: Brief) -> str:
    return "zh-CN" if brief.lang == "zh" else "en"
