"""The deck as HTML sections, one a screen or page; the presenter and the PDF put them into their own frames."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from exports.slides import measuring, speaking, tables
from exports.slides.content import Evidence, Panel, Show, Slide
from exports.telling import Told

_DOCUMENTS_A_SECTION = 10
# Characters that the usual size of a headline holds on two lines, and the next smaller one.
_LONG, _LONGEST = 54, 90


@dataclass(frozen=True)
class Section:
    """One screen: its kind (``title``, ``part``, ``slide``, ``text``), what stands on it, and what is said to it."""

    kind: str
    body: str
    headline: str
    notes: str = ""
    evidence: tuple[Evidence, ...] = ()


# A panel's picture as HTML; the number says how many share the screen, itself included.
Drawing = Callable[[Panel, int], str]


def of(show: Show, drawing: Drawing) -> list[Section]:
    """All sections in order; ``drawing`` gives the pictures."""
    sections = [_opening("title", show.title, show.subtitle)]
    for place, slide in enumerate(show.slides):
        if show.opens_section(place):
            sections.append(_opening("part", slide.section))
        sections.append(_slide(slide, show, drawing))
    sections.append(_list(show.words["method"], [escape(text) for text in show.method]))
    sections += [
        _list(show.words["sources"], [_document(*one) for one in numbered], start=numbered[0][0])
        for numbered in _numbered(show)
    ]
    return sections


def _slide(slide: Slide, show: Show, drawing: Drawing) -> Section:
    if slide.fault:
        return Section("slide", f"<h2>{escape(slide.fault)}</h2>", slide.fault)
    headlines = slide.headlines
    size = size_of(headlines)
    panels = "".join(_panel(panel, slide, drawing) for panel in slide.panels)
    claim = "<br>".join(_claim(line, show) for line in headlines)
    body = f"<h2 class='{size}'>{claim}</h2><div class='panels'>{panels}</div>"
    evidence = slide.panels[0].evidence
    return Section("slide", body, headlines[0], speaking.notes(slide, show.words), evidence)


def size_of(headlines: list[Told]) -> str:
    """How small a headline is set: as it is, ``long`` or ``longest``."""
    length = sum(measuring.ems(line) for line in headlines)
    return "longest" if length > _LONGEST else "long" if length > _LONG or len(headlines) > 1 else ""


def _claim(line: Told, show: Show) -> str:
    """A headline whose figures lead to their documents among the sources at the end."""
    return "".join(
        f"<a class='figure' href='#document-{number}'>{escape(part.text)}</a>"
        if (number := show.document_of(part))
        else escape(part.text)
        for part in line.parts
    )


def _panel(panel: Panel, slide: Slide, drawing: Drawing) -> str:
    number = f" ({slide.page}/{slide.pages})" if slide.pages > 1 else ""
    shown = _table(panel) if panel.chart is None else drawing(panel, len(slide.panels))
    cautions = "".join(f"<p class='caution'>{escape(text)}</p>" for text in panel.cautions)
    lang = "zh-CN" if panel.lang == "zh" else "en"
    return (
        f"<figure lang='{lang}'><figcaption>{escape(panel.title.replace(chr(10), ' / '))}{number}</figcaption>{shown}"
        f"{cautions}<p class='source'>{escape(panel.source)}</p></figure>"
    )


def _table(panel: Panel) -> str:
    shown = tables.columns_shown(panel.columns)
    widths = tables.widths(panel.whole, shown)
    right = [" class='number'" if tables.is_number(panel.whole, column) else "" for column in shown]
    columns = "".join(f"<col style='width:{width / tables.CHARACTERS:.2%}'>" for width in widths)
    heading = "".join(f"<th{side}>{_lines(text)}</th>" for side, text in zip(right, shown.values(), strict=True))
    rows = "".join(
        "<tr>" + "".join(f"<td{side}>{_lines(text)}</td>" for side, text in zip(right, row, strict=True)) + "</tr>"
        for row in tables.cells(panel.rows, shown, panel.whole)
    )
    caption = f"<caption>{escape(panel.title)}</caption>"
    return f"<div class='table'><table>{caption}<colgroup>{columns}</colgroup><tr>{heading}</tr>{rows}</table></div>"


def _opening(kind: str, title: str, subtitle: str = "") -> Section:
    heading = f"<h1>{_lines(title)}</h1>"
    return Section(kind, heading + (f"<p>{_lines(subtitle)}</p>" if subtitle else ""), title.split("\n")[0])


def _list(heading: str, entries: list[str], start: int = 0) -> Section:
    """A screen of paragraphs, or of numbered documents where ``start`` is given."""
    tag, opened = ("ol", f"<ol start='{start}'>") if start else ("ul", "<ul>")
    items = "".join(
        f"<li id='document-{number}'>{entry}</li>" if start else f"<li>{entry}</li>"
        for number, entry in enumerate(entries, start)
    )
    body = f"<h2>{escape(heading)}</h2>{opened}{items}</{tag}>"
    return Section("text", body, heading)


def _numbered(show: Show) -> list[list[tuple[int, object]]]:
    numbered = list(enumerate(show.documents, 1))
    return [numbered[part] for part in measuring.even_parts(len(numbered), _DOCUMENTS_A_SECTION)] if numbered else []


def _document(number: int, document: object) -> str:
    text = escape(document.citation)
    is_address = document.url.startswith(("https://", "http://"))
    return f"<a href='{escape(document.url)}' target='_blank' rel='noopener'>{text}</a>" if is_address else text


def _lines(text: str) -> str:
    return "<br>".join(escape(part) for part in text.split("\n"))
