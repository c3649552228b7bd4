"""The brief as a document to be edited, laid out as offices lay out a 通报 (GB/T 9704-2012)."""

import io

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from exports.brief.content import Brief, Table
from exports.slides import drawing
from exports.slides.tables import printed

# Chinese face and Latin face of each kind of text, and its size: 二号 for the title, 三号 for the rest.
_FACES = {
    "title": ("方正小标宋简体", "Times New Roman", 22),
    "heading": ("黑体", "Times New Roman", 16),
    "body": ("仿宋_GB2312", "Times New Roman", 16),
    "small": ("仿宋_GB2312", "Times New Roman", 10.5),
}
# What Word takes where an office has not bought the faces.
_FALLBACKS = {"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋"}
_SILENT_AT_MOST = 12
_DOCUMENTS_AT_MOST = 30


def build(brief: Brief) -> bytes:
    """The brief as ``.docx``."""
    document = new_document()
    _set_page(document, brief)
    _set_fallbacks(document)
    _write(document, brief.title, "title", WD_ALIGN_PARAGRAPH.CENTER)
    _write(document, brief.dated, "small", WD_ALIGN_PARAGRAPH.CENTER)
    _heading(document, brief, "stands", 1)
    for text in brief.headline:
        _body(document, brief, text)
    _heading(document, brief, "themes", 2)
    _table(document, brief, brief.scorecard, 30)
    _heading(document, brief, "pictures", 3)
    for picture in brief.pictures:
        title = _write(document, picture.title, "small", WD_ALIGN_PARAGRAPH.CENTER)
        title.paragraph_format.keep_with_next = True
        run = document.add_paragraph().add_run()
        shape = run.add_picture(io.BytesIO(drawing.to_png(picture.spec, 700)), width=Mm(156))
        shape._inline.docPr.set("descr", picture.alt)
        if picture.told:
            _write(document, picture.told, "small")
    _heading(document, brief, "silent", 4)
    _table(document, brief, brief.silent, _SILENT_AT_MOST)
    _heading(document, brief, "sources", 5)
    for number, one in enumerate(brief.documents[:_DOCUMENTS_AT_MOST], 1):
        _write(document, f"[{number}] {one.citation}", "small")
    _more(document, brief, len(brief.documents) - _DOCUMENTS_AT_MOST)
    document.core_properties.title = brief.title
    document.core_properties.subject = brief.footer
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: WordDocument, brief: Brief) -> None:
    """A4 with the margins of the standard; the page's number between dashes below, the source beside it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FACES["body"][1], Pt(_FACES["body"][2])
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FACES["body"][0])
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(footer, "— ", "small")
    _page_number(footer)
    _run(footer, " —", "small")
    source = section.footer.add_paragraph()
    source.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(source, brief.footer, "small")


def _page_number(paragraph: Paragraph) -> None:
    run = _run(paragraph, "", "small")
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
    paragraph = _write(document, brief.numbered(part, number), "heading")
    paragraph.paragraph_format.keep_with_next = True
    # Word's navigation finds it, though it is set as the standard wants and not as a style of Word.
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)


def _body(document: WordDocument, brief: Brief, text: str) -> None:
    paragraph = _write(document, text, "body")
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    if brief.lang == "zh":
        form.first_line_indent = Pt(32)


def _table(document: WordDocument, brief: Brief, table: Table, at_most: int) -> None:
    if not table.rows.empty:
        shown = table.rows.head(at_most)
        made = document.add_table(rows=1, cols=len(table.columns))
        made.style = "Table Grid"
        for cell, heading in zip(made.rows[0].cells, table.columns.values(), strict=True):
            _run(cell.paragraphs[0], heading, "small").bold = True
        for row in shown[list(table.columns)].itertuples(index=False, name=None):
            for cell, value in zip(made.add_row().cells, row, strict=True):
                _run(cell.paragraphs[0], printed(value), "small")
        for row in made.rows:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        _more(document, brief, len(table.rows) - len(shown))
    if table.told:
        _write(document, table.told, "small")


def _more(document: WordDocument, brief: Brief, count: int) -> None:
    if count > 0:
        _write(document, brief.more.format(count=count), "small")


def _write(
    document: WordDocument, text: str, kind: str, alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(4)
    _run(paragraph, text, kind)
    return paragraph


def _run(paragraph: Paragraph, text: str, kind: str) -> object:
    run = paragraph.add_run(text)
    chinese, latin, size = _FACES[kind]
    run.font.name, run.font.size = latin, Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)
    return run
