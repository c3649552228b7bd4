"""Native tables on slides: rows under headings, and a matrix of shaded cells."""

from collections.abc import Mapping

import pandas as pd
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.table import Table, _Cell
from pptx.util import Emu, Pt

from exports.slides import measuring, tables
from exports.slides.canvas import Canvas, set_face

_INK, _PAPER, _LINE = "1B1B1B", "FFFFFF", "C9CDD2"
_DARK_SHADES = ("5F9FD0", "2F7AB9", "1C5486")
# The plain grid of PowerPoint; our own lines and fills lie over it.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def rows(canvas: Canvas, frame: pd.DataFrame, columns: Mapping[str, str], whole: pd.DataFrame) -> GraphicFrame:
    """Rows as a table as wide as the canvas; cells are cut to the lines they have; ``whole`` has all pages' rows."""
    shown = tables.columns_shown(columns)
    texts = tables.cells(frame, shown, whole)
    table = _table(canvas, len(texts) + 1, len(shown))
    for column, width in zip(table.columns, tables.widths(whole, shown), strict=True):
        column.width = Emu(int(width / tables.CHARACTERS * canvas.width))
    right = [tables.is_number(frame, column) for column in shown]
    for place, heading in enumerate(shown.values()):
        write(canvas, table.cell(0, place), heading, bold=True, right=right[place])
        _line_below(table.cell(0, place), "1C5486", 19050)
    for line, row in enumerate(texts, 1):
        for place, text in enumerate(row):
            write(canvas, table.cell(line, place), text, right=right[place])
            _line_below(table.cell(line, place), _LINE, 6350)
    return frame_of(table)


def matrix(canvas: Canvas, names: list[str], headings: list[str], corner: str, upright: bool = True) -> Table:
    """An empty matrix with names at the left and headings above, written upright where the columns are narrow."""
    table = _table(canvas, len(names) + 1, len(headings) + 1)
    first = canvas.width // (7 if upright else 4)
    table.columns[0].width = Emu(first)
    for column in list(table.columns)[1:]:
        column.width = Emu((canvas.width - first) // len(headings))
    write(canvas, table.cell(0, 0), corner, bold=True)
    longest = max(measuring.ems(heading) for heading in headings)
    high = min(int(Pt(canvas.size - 3) * (longest + 1)), canvas.height // 3)
    table.rows[0].height = Emu(high if upright else Pt(26))
    for place, heading in enumerate(headings, 1):
        cell = table.cell(0, place)
        write(canvas, cell, heading, bold=True, size=canvas.size - 3, centre=not upright)
        if upright:
            cell._tc.get_or_add_tcPr().set("vert", "vert270")
    height = min((canvas.height - table.rows[0].height) // len(names), Pt(34))
    for line, name in enumerate(names, 1):
        table.rows[line].height = Emu(height)
        write(canvas, table.cell(line, 0), name, size=canvas.size - 2)
        table.cell(line, 0).margin_top = table.cell(line, 0).margin_bottom = Pt(1)
    return table


def tiles(canvas: Canvas, lines: int, places: int) -> Table:
    """An empty grid of equal cells that fills the canvas."""
    table = _table(canvas, lines, places)
    for column in table.columns:
        column.width = Emu(canvas.width // places)
    for row in table.rows:
        row.height = Emu(canvas.height // lines)
    return table


def paler(colour: str) -> str:
    """A colour (``#rrggbb``) mixed with three parts of white, on which dark text reads."""
    parts = (int(colour.lstrip("#")[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{(part + 3 * 255) // 4:02X}" for part in parts)


def shade(canvas: Canvas, table: Table, line: int, place: int, text: str, colour: str | None) -> None:
    """One cell of a matrix: its text on its shade."""
    cell = table.cell(line, place)
    ink = _PAPER if colour in _DARK_SHADES else _INK
    write(canvas, cell, text, size=canvas.size - 2, centre=True, ink=ink)
    cell.margin_top = cell.margin_bottom = Pt(1)
    if colour:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(colour)


def frame_of(table: Table) -> GraphicFrame:
    """The shape that holds a table."""
    return table._graphic_frame


def write(
    canvas: Canvas,
    cell: _Cell,
    text: str,
    bold: bool = False,
    right: bool = False,
    centre: bool = False,
    size: float | None = None,
    ink: str = _INK,
) -> None:
    """Text of a cell in the canvas's type."""
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.margin_left = cell.margin_right = Pt(2 if centre else 5)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if centre else PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    for number, line in enumerate(text.split("\n")):
        if number:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(size or canvas.size - 1), bold
        run.font.color.rgb = RGBColor.from_string(ink)
        set_face(run.font._rPr, canvas.face)


def _table(canvas: Canvas, lines: int, places: int) -> Table:
    height = min(canvas.height, Pt(26) * lines)
    frame = canvas.shapes.add_table(
        lines, places, Emu(canvas.left), Emu(canvas.top), Emu(canvas.width), Emu(int(height))
    )
    frame._element.find(f".//{qn('a:tableStyleId')}").text = _NO_STYLE
    frame.table.horz_banding = False
    return frame.table


def _line_below(cell: _Cell, colour: str, width: int) -> None:
    line = parse_xml(
        f"<a:lnB {nsdecls('a')} w='{width}'><a:solidFill><a:srgbClr val='{colour}'/></a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, line)
