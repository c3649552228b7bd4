"""Bytes of a file, or a pasted text, as a ``Document``: TXT, HTML, DOCX and PDF with a text layer.

Nothing is executed and nothing is fetched; sizes and time are limited (``MAX_*``).
"""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import charset_normalizer
import docx
import lxml.etree
import lxml.html
import pypdfium2
import trafilatura
from docx.table import Table as WordTable

from etl.breach import UnreadableDocument
from etl.documents import cleaning
from etl.documents.document import Document

MAX_BYTES = 20 * 2**20
MAX_UNPACKED = 200 * 2**20
MAX_CHARACTERS = 2_000_000
MAX_PAGES = 1000
MAX_SECONDS = 60.0

_ENCODINGS = ("utf-8-sig", "gb18030", "big5hkscs")
# Frequent in any administrative text, simplified and traditional; a wrong decoding hardly ever yields them.
_FREQUENT = re.compile("[的一是在国國发發质質量全市和有工作年到以上]")


def read(source: str | Path | bytes, name: str = "") -> Document:
    """The document in a file, in a file's bytes, or in a pasted text.

    Args:
        source: a path; or the bytes of a file; or, as ``str``, the text itself.
        name: the file's name where ``source`` is bytes; its ending is a hint, the content decides.

    Raises:
        UnreadableDocument: with the reason as a code of ``words.DOCUMENT_FAULTS``.
    """
    if isinstance(source, str):
        return _from_text(source, name, "text")
    if isinstance(source, Path):
        name = name or source.name
        if not source.is_file():
            raise UnreadableDocument(name, "missing")
        # The size is asked before the file is loaded.
        if source.stat().st_size > MAX_BYTES:
            raise UnreadableDocument(name, "too_large")
        source = source.read_bytes()
    if not source:
        raise UnreadableDocument(name, "empty")
    if len(source) > MAX_BYTES:
        raise UnreadableDocument(name, "too_large")
    if source.startswith(b"%PDF-") or source[:1024].find(b"%PDF-") >= 0:
        return _from_text(_pdf_text(source, name), name, "pdf")
    if source.startswith(b"PK\x03\x04") or name.lower().endswith(".docx"):
        return _from_text(_docx_text(source, name), name, "docx")
    if source.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableDocument(name, "old_word")
    text = _decoded(source, name)
    if _is_html(text, name):
        return _from_text(_html_text(text, name), name, "html")
    return _from_text(text, name, "text")


def _from_text(text: str, name: str, form: str) -> Document:
    if not text:
        raise UnreadableDocument(name, "empty" if form == "text" else "no_text")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableDocument(name, "too_long")
    document = cleaning.clean(text, name, form)
    if not document.text.strip():
        raise UnreadableDocument(name, "no_text")
    return document


def _decoded(source: bytes, name: str) -> str:
    """The text of bytes: its byte order mark, else UTF-8, else whichever reads as Chinese."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(source, "utf-16", name)
    if b"\x00" in source[:4096]:
        raise UnreadableDocument(name, "binary")
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded_otherwise(source, name)
    if _is_binary(text):
        raise UnreadableDocument(name, "binary")
    return text


def _strictly(source: bytes, encoding: str, name: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableDocument(name, "encoding") from fault


def _decoded_otherwise(source: bytes, name: str) -> str:
    candidates = []
    for encoding in _ENCODINGS[1:]:
        # A page cut in the middle of a character still reads; a file of another kind has many faults.
        text = source.decode(encoding, errors="replace")
        if text.count("\ufffd") <= len(text) * 0.005:
            candidates.append((len(_FREQUENT.findall(text)), text))
    if candidates:
        likeness, text = max(candidates, key=lambda candidate: candidate[0])
        if likeness * 50 >= len(text):
            return text
    best = charset_normalizer.from_bytes(source[:100_000]).best()
    if best is None:
        raise UnreadableDocument(name, "binary" if _is_binary(source.decode("latin-1")) else "encoding")
    return source.decode(best.encoding, errors="replace")


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(1 for mark in sample if (mark < " " and mark not in "\t\r\n\f") or mark == "\ufffd" or mark == "\x7f")
    return odd > len(sample) * 0.02


def _is_html(text: str, name: str) -> bool:
    head = text[:4096].lower()
    named = name.lower().endswith((".html", ".htm", ".mht", ".shtml"))
    return bool(re.search(r"<!doctype html|<html|<body|<head", head)) or (named and "<" in head)


# HTML ---------------------------------------------------------------------------------------------------------------

_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "title", "dd", "dt",
           "table", "tr", "blockquote", "br", "ul", "ol", "header", "footer", "nav", "aside", "main", "pre",
           "caption"}  # fmt: skip
_UNSEEN = {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "form", "head"}
_FRAMES = {"nav", "footer", "aside", "header", "menu"}


def _html_text(text: str, name: str) -> str:
    """Title and main text of a saved page, one block a line, table cells parted by tabs."""
    if "<!entity" in text[:100_000].lower():
        raise UnreadableDocument(name, "entities")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        page = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(huge_tree=False, no_network=True))
    except (lxml.etree.LxmlError, ValueError) as fault:
        raise UnreadableDocument(name, "no_text") from fault
    title = (page.findtext(".//title") or "").strip()
    blocks = [block for block in _blocks(page) if block.strip()]
    main = _squeezed(trafilatura.extract(text, include_tables=True, include_comments=False, favor_recall=True) or "")
    kept = [block for block in blocks if _squeezed(block) in main or "\t" in block] if len(main) >= 80 else blocks
    # Where the article was not recognised, all that is visible is read: better a menu too many than a clause lost.
    if sum(map(len, kept)) < 0.3 * sum(map(len, blocks)) and len(main) < 200:
        kept = blocks
    head = [title] if title and not any(_squeezed(title) in _squeezed(block) for block in kept) else []
    return "\n".join([*head, *kept])


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|\-]+", "", text)


def _blocks(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Visible text in the order of the page; a table row is one line with tabs."""
    line: list[str] = []
    spans: dict[int, int] = {}

    def broken() -> Iterator[str]:
        block = re.sub(r"[\r\n]+", " ", "".join(line)).strip(" ")
        line.clear()
        if block:
            yield block

    def walk(element: lxml.html.HtmlElement, in_cell: bool) -> Iterator[str]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSEEN or tag in _FRAMES:
            return
        if tag == "tr" and _is_data_row(element):
            yield from broken()
            yield "\t".join(_row_cells(element, spans))
            return
        if tag == "table":
            spans.clear()
        if tag in _BLOCKS and not in_cell:
            yield from broken()
        line.append(re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            yield from walk(child, in_cell)
            line.append(re.sub(r"\s+", " ", child.tail or ""))
        if tag in _BLOCKS and not in_cell:
            yield from broken()

    body = page.find("body")
    yield from walk(body if body is not None else page, False)
    yield from broken()


def _row_cells(row: lxml.html.HtmlElement, spans: dict[int, int]) -> Iterator[str]:
    """The cells of a row, one a column: what a merged cell covers is empty.

    ``spans`` has the columns that a cell of an earlier row reaches down into, and for how many rows more.
    """
    column = 0
    for cell in (cell for cell in row if _is_cell(cell)):
        while spans.get(column, 0):
            yield _covered(spans, column)
            column += 1
        yield re.sub(r"\s+", " ", cell.text_content()).strip()
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        yield from [""] * (width - 1)
        for place in range(column, column + width):
            spans[place] = height - 1
        column += width
    while spans.get(column, 0):
        yield _covered(spans, column)
        column += 1


def _covered(spans: dict[int, int], column: int) -> str:
    spans[column] -= 1
    return ""


_WIDEST_SPAN = 100


def _span(cell: lxml.html.HtmlElement, name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(max(int(written), 1), _WIDEST_SPAN) if re.fullmatch(r"[0-9]{1,4}", written) else 1


def _is_cell(element: lxml.html.HtmlElement) -> bool:
    return element.tag in ("td", "th")


def _is_data_row(row: lxml.html.HtmlElement) -> bool:
    """Whether a row holds short cells; a layout table holds the article itself and is read as blocks."""
    cells = [cell.text_content().strip() for cell in row if _is_cell(cell)]
    return len(cells) >= 2 and max(map(len, cells)) <= 200 and row.find(".//table") is None


# DOCX ---------------------------------------------------------------------------------------------------------------


def _docx_text(source: bytes, name: str) -> str:
    """Paragraphs and tables of a Word document in their order, table cells parted by tabs."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source))
    except zipfile.BadZipFile as fault:
        raise UnreadableDocument(name, "not_docx" if not source.startswith(b"PK") else "damaged_docx") from fault
    with archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise UnreadableDocument(name, "bomb")
        if "word/document.xml" not in archive.namelist():
            raise UnreadableDocument(name, "not_docx")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_entities(archive, part, name)
    try:
        word = docx.Document(io.BytesIO(source))
        return "\n".join(_word_lines(word))
    except Exception as fault:  # python-docx raises whatever its parts raise: KeyError, ValueError, lxml's own
        raise UnreadableDocument(name, "damaged_docx") from fault


def _refuse_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    try:
        with archive.open(part) as stream:
            head = stream.read(4096)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as fault:
        raise UnreadableDocument(name, "damaged_docx") from fault
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<\x00!\x00D\x00O\x00C" in head:
        raise UnreadableDocument(name, "entities")


def _word_lines(word: "docx.document.Document") -> Iterator[str]:
    for block in word.iter_inner_content():
        if not isinstance(block, WordTable):
            yield block.text
            continue
        above: list[object] = []
        for row in block.rows:
            # A merged cell is told once for every column and row that it covers: its words stand in the first.
            cells = [cell._tc for cell in row.cells]
            texts = [
                "" if any(tc is other for other in [*above, *cells[:place]]) else cell.text
                for place, (tc, cell) in enumerate(zip(cells, row.cells, strict=True))
            ]
            above = cells
            yield "\t".join(re.sub(r"\s+", " ", text).strip() for text in texts)


# PDF ----------------------------------------------------------------------------------------------------------------


def _pdf_text(source: bytes, name: str) -> str:
    """The text layer of a PDF, page after page, without the page numbers."""
    started = time.monotonic()
    try:
        pdf = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as fault:
        # Pdfium's error 4: a password is needed.
        is_locked = getattr(fault, "err_code", None) == 4 or "password" in str(fault).lower()
        raise UnreadableDocument(name, "encrypted_pdf" if is_locked else "damaged_pdf") from fault
    try:
        if len(pdf) > MAX_PAGES:
            raise UnreadableDocument(name, "too_many_pages")
        pages = []
        for page in pdf:
            pages.append(_page_text(page))
            page.close()
            if time.monotonic() - started > MAX_SECONDS:
                raise UnreadableDocument(name, "too_slow")
    finally:
        pdf.close()
    text = "\n".join(pages)
    if len(re.sub(r"\s", "", text)) < max(10, 5 * len(pages)):
        raise UnreadableDocument(name, "scanned_pdf")
    return text


_PAGE_NUMBER = re.compile(r"^\s*[-—–]*\s*\d{1,4}\s*[-—–]*\s*$|^\s*第\s*\d+\s*页.*$")


def _page_text(page: pypdfium2.PdfPage) -> str:
    layer = page.get_textpage()
    # Pdfium writes U+FFFE where a word was broken with a hyphen.
    text = layer.get_text_bounded().replace("\ufffe", "").replace("\r\n", "\n")
    layer.close()
    return "\n".join(line for line in text.split("\n") if not _PAGE_NUMBER.match(line))
