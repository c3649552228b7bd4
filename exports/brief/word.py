"""The brief as a document to be edited, laid out as offices lay out a 通报 (GB/T 9704-2012), on two pages."""

import io
import struct
from dataclasses import dataclass

import pandas as pd
from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from exports.brief.content import Brief, Picture, Table
from exports.brief.fitting import Block, Room, largest, pages
from exports.slides import drawing, measuring, tables
from exports.slides.tables import printed

_CHINESE = {"title": "方正小标宋简体", "heading": "黑体", "body": "仿宋_GB2312", "small": "仿宋_GB2312"}
_LATIN = "Times New Roman"
# Size of the text and height of its line in points. In Chinese 二号 for the title and 三号 for the rest, as the
# standard has it; it says nothing of English, which needs more letters for the same.
_SIZES = {
    "zh": {"title": (22, 34), "heading": (16, 26), "body": (16, 28), "small": (9, 12)},
    "en": {"title": (18, 25), "heading": (13, 20), "body": (12, 17), "small": (9, 12)},
}
_SPACE_AFTER = 3
# What Word takes where an office has not bought the faces.
_FALLBACKS = {"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋"}

_PAGES = 2
_WIDTH, _HEIGHT = Mm(156).pt, Mm(225).pt
# Other programs set a line a little wider or a row a little higher.
_SAFETY = 0.97
_GUTTER = 8
# A picture drawn so many pixels wide and printed over the whole width, or half of it, has letters of 7 points.
_PIXELS = {1: 700, 2: 345}
_TALLEST = 215
_CELL_MARGIN = 3
_TIMES_IS_NARROWER = 1.35


@dataclass(frozen=True)
class _Drawn:
    """A picture as PNG and its height in points at its width."""

    picture: Picture
    png: bytes
    width: float
    height: float


def build(brief: Brief) -> bytes:
    """The brief as ``.docx``; what has no room on two pages is counted, not dropped in silence."""
    lines = _picture_lines(brief)
    room = largest(lambda tried: _pages(brief, lines, tried) <= _PAGES)
    document = new_document()
    _set_page(document, brief)
    _set_fallbacks(document)
    _write(brief, document, brief.title, "title", WD_ALIGN_PARAGRAPH.CENTER)
    _write(brief, document, brief.dated, "small", WD_ALIGN_PARAGRAPH.CENTER)
    _heading(document, brief, "stands", 1)
    for text in brief.headline:
        _body(document, brief, text)
    _heading(document, brief, "themes", 2)
    _table(document, brief, brief.scorecard, room.themes)
    _heading(document, brief, "pictures", 3)
    for line in lines:
        _pictures(document, brief, line)
    _heading(document, brief, "silent", 4)
    _table(document, brief, brief.silent, room.silent)
    _heading(document, brief, "sources", 5)
    for number, one in enumerate(brief.documents[: room.documents], 1):
        _write(brief, document, f"[{number}] {one.citation}", "small")
    _more(document, brief, len(brief.documents) - room.documents)
    if brief.whole:
        _write(brief, document, brief.whole, "small")
    document.core_properties.title = brief.title
    document.core_properties.subject = brief.footer
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


# ---- what fits


def _pages(brief: Brief, lines: list[list[_Drawn]], room: Room) -> int:
    """Pages that the brief takes with so many rows."""
    heading = Block(_height(brief, "heading", ""), keeps_next=True)
    blocks = [Block(_height(brief, "title", brief.title)), Block(_height(brief, "small", brief.dated)), heading]
    indent = 2 if brief.lang == "zh" else 0
    blocks += [Block(_height(brief, "body", " " * indent + text)) for text in brief.headline]
    blocks += [heading, *_table_blocks(brief, brief.scorecard, room.themes), heading]
    blocks += [Block(max(_picture_height(brief, one, len(line)) for one in line)) for line in lines]
    blocks += [heading, *_table_blocks(brief, brief.silent, room.silent), heading]
    cited = [f"[00] {one.citation}" for one in brief.documents[: room.documents]]
    cited += [brief.more] * (len(brief.documents) > room.documents) + [brief.whole] * bool(brief.whole)
    blocks += [Block(_height(brief, "small", text)) for text in cited]
    return pages(blocks, _HEIGHT * _SAFETY)


def _height(brief: Brief, kind: str, text: str, width: float = _WIDTH) -> float:
    size, line = _SIZES[brief.lang][kind]
    return measuring.lines(text, _characters(brief, width) / size) * line + _SPACE_AFTER


def _characters(brief: Brief, width: float) -> float:
    """A width as the measuring sees it, which knows the wider letters of screens."""
    return width * (_TIMES_IS_NARROWER if brief.lang == "en" else 1.0)


def _table_blocks(brief: Brief, table: Table, at_most: int) -> list[Block]:
    told = [Block(_height(brief, "small", table.told))] if table.told else []
    if table.rows.empty:
        return told
    size, line = _SIZES[brief.lang]["small"]
    room = [_characters(brief, width - 2 * _CELL_MARGIN) / size for width in _widths(table)]
    rows = [list(table.columns.values()), *_cells(table, at_most)]
    blocks = [
        Block(max(measuring.lines(text, width) for text, width in zip(row, room, strict=True)) * line + 1)
        for row in rows
    ]
    left = [Block(_height(brief, "small", brief.more))] if len(table.rows) > at_most else []
    return blocks + left + told


def _picture_height(brief: Brief, one: _Drawn, beside: int) -> float:
    width = _WIDTH / beside - (beside - 1) * 2 * _GUTTER
    texts = (_height(brief, "small", text, width) for text in (one.picture.title, one.picture.told) if text)
    return one.height + _SPACE_AFTER + sum(texts)


def _picture_lines(brief: Brief) -> list[list[_Drawn]]:
    """Pictures by lines: the first has one of its own, the others share one."""
    lines = (brief.pictures[:1], brief.pictures[1:])
    return [[_drawn(picture, len(line)) for picture in line] for line in lines if line]


def _drawn(picture: Picture, beside: int) -> _Drawn:
    png = drawing.to_png(picture.spec, _PIXELS[beside])
    # Width and height stand in the first chunk of every PNG.
    wide, high = struct.unpack(">II", png[16:24])
    width = _WIDTH / beside - (beside - 1) * _GUTTER
    height = min(width * high / wide, _TALLEST)
    return _Drawn(picture, png, height * wide / high, height)


# ---- what is written


def _set_page(document: WordDocument, brief: Brief) -> None:
    """A4 with the margins of the standard; the page's number between dashes below, the source beside it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(_SIZES[brief.lang]["body"][0])
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE["body"])
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(brief, footer, "— ", "small")
    _page_number(brief, footer)
    _run(brief, footer, " —", "small")
    source = section.footer.add_paragraph()
    source.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(brief, source, brief.footer, "small")


def _page_number(brief: Brief, paragraph: Paragraph) -> None:
    run = _run(brief, paragraph, "", "small")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _set_fallbacks(document: WordDocument) -> None:
    """Name a face that stands in for each that may be missing."""
    part = document.part.part_related_by(RT.FONT_TABLE)
    entries = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for face, other in _FALLBACKS.items()
    )
    part._blob = part.blob.decode("utf-8").replace("</w:fonts>", f"{entries}</w:fonts>").encode("utf-8")


def _heading(document: WordDocument, brief: Brief, part: str, number: int) -> None:
    paragraph = _write(brief, document, brief.numbered(part, number), "heading")
    paragraph.paragraph_format.keep_with_next = True
    # Word's navigation finds it, though it is set as the standard wants and not as a style of Word.
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)


def _body(document: WordDocument, brief: Brief, text: str) -> None:
    paragraph = _write(brief, document, text, "body")
    if brief.lang == "zh":
        paragraph.paragraph_format.first_line_indent = Pt(2 * _SIZES["zh"]["body"][0])


def _pictures(document: WordDocument, brief: Brief, line: list[_Drawn]) -> None:
    """One picture, or two beside each other: each with its title above and what is told below."""
    if len(line) == 1:
        _picture(document, brief, line[0])
        return
    row = document.add_table(rows=1, cols=len(line)).rows[0]
    for cell, one in zip(row.cells, line, strict=True):
        # A cell begins with a paragraph that nothing is written into.
        cell._element.remove(cell.paragraphs[0]._p)
        _picture(cell, brief, one)


def _picture(place: WordDocument | _Cell, brief: Brief, one: _Drawn) -> None:
    title = _write(brief, place, one.picture.title, "small", WD_ALIGN_PARAGRAPH.CENTER)
    title.paragraph_format.keep_with_next = True
    held = place.add_paragraph()
    held.paragraph_format.space_after = Pt(_SPACE_AFTER)
    held.paragraph_format.keep_with_next = bool(one.picture.told)
    held.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = held.add_run().add_picture(io.BytesIO(one.png), width=Pt(one.width))
    shape._inline.docPr.set("descr", one.picture.alt)
    if one.picture.told:
        _write(brief, place, one.picture.told, "small")


def _table(document: WordDocument, brief: Brief, table: Table, at_most: int) -> None:
    if not table.rows.empty:
        rows = _cells(table, at_most)
        made = document.add_table(rows=len(rows) + 1, cols=len(table.columns))
        made.style = "Table Grid"
        made.autofit = False
        widths = [Pt(width) for width in _widths(table)]
        margins = made._tbl.tblPr.makeelement(qn("w:tblCellMar"), {})
        for side in ("left", "right"):
            margins.append(
                margins.makeelement(qn(f"w:{side}"), {qn("w:w"): str(20 * _CELL_MARGIN), qn("w:type"): "dxa"})
            )
        made._tbl.tblPr.append(margins)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, (row, texts) in enumerate(zip(made.rows, [list(table.columns.values()), *rows], strict=True)):
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = width
                _set(cell.paragraphs[0], brief, "small", space=0)
                _run(brief, cell.paragraphs[0], text, "small").bold = number == 0
        _more(document, brief, len(table.rows) - len(rows))
    if table.told:
        _write(brief, document, table.told, "small")


def _cells(table: Table, at_most: int) -> list[list[str]]:
    shown = table.rows.head(at_most)[list(table.columns)]
    return [[printed(value) for value in row] for row in shown.itertuples(index=False, name=None)]


def _widths(table: Table) -> list[float]:
    """Width of each column in points; together they fill the page, and no Latin word breaks inside."""
    least = [_longest_word(text, table.rows[column]) for column, text in table.columns.items()]
    usual = [width * _WIDTH / tables.CHARACTERS for width in tables.widths(table.rows, table.columns)]
    lacking = sum(max(word - width, 0) for word, width in zip(least, usual, strict=True))
    spare = [max(width - word, 0) for word, width in zip(least, usual, strict=True)]
    given = min(lacking / sum(spare), 1.0) if lacking else 0.0
    return [max(word, width) - given * rest for word, width, rest in zip(least, usual, spare, strict=True)]


def _longest_word(heading: str, column: pd.Series) -> float:
    """Width in points of the longest Latin word in a column."""
    texts = [heading, *map(printed, column)]
    longest = max((measuring.ems(word) for text in texts for word in text.split() if word.isascii()), default=0.0)
    return longest * _SIZES["en"]["small"][0] + 2 * _CELL_MARGIN


def _more(document: WordDocument, brief: Brief, count: int) -> None:
    if count > 0:
        _write(brief, document, brief.more.format(count=count), "small")


def _write(
    brief: Brief,
    place: WordDocument | _Cell,
    text: str,
    kind: str,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> Paragraph:
    paragraph = place.add_paragraph()
    paragraph.alignment = alignment
    _set(paragraph, brief, kind)
    _run(brief, paragraph, text, kind)
    return paragraph


def _set(paragraph: Paragraph, brief: Brief, kind: str, space: float = _SPACE_AFTER) -> None:
    """Lines of an exact height, so that every program and face sets them alike."""
    form = paragraph.paragraph_format
    form.space_after = Pt(space)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_SIZES[brief.lang][kind][1])


def _run(brief: Brief, paragraph: Paragraph, text: str, kind: str) -> object:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = _LATIN, Pt(_SIZES[brief.lang][kind][0])
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE[kind])
    return run
