"""XLSX: typed cells, a header that stays in view, a Chinese font; nothing in it is a formula or a link."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports import arrow, guarding

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a worksheet holds, its header among them.
ROWS_A_SHEET = 1_048_576
_LONGEST_CELL = 32_767
_LOOKED_AT = 200
_NARROWEST, _WIDEST = 9, 60
# On every Chinese Windows and Mac; readers without it show their own.
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10}


@dataclass(frozen=True)
class Sheet:
    """A sheet beside the data: its name, its header and its rows of text, numbers or None."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]


def to_bytes(rows: pa.RecordBatchReader, headings: Mapping[str, str], name: str, beside: Sequence[Sheet] = ()) -> bytes:
    """The whole workbook; see ``write``."""
    sink = io.BytesIO()
    write(sink, rows, headings, name, beside)
    return sink.getvalue()


def write(
    sink: BinaryIO,
    rows: pa.RecordBatchReader,
    headings: Mapping[str, str],
    name: str,
    beside: Sequence[Sheet] = (),
    rows_a_sheet: int = ROWS_A_SHEET,
) -> int:
    """Write a workbook: the data first, then the sheets ``beside`` it.

    A worksheet has an end (1,048,576 rows); what is longer goes on in the sheets ``name (2)``, ``name (3)``, ..., so
    nothing is left out.

    Returns:
        How many sheets the data took.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": _FONT,
    }
    with xlsxwriter.Workbook(sink, options) as book:
        look = _Look(book)
        header = [headings.get(column, column) for column in rows.schema.names]
        used = _write_data(book, look, rows, header, name, rows_a_sheet - 1)
        for sheet in beside:
            _write_rows(_opened(book, sheet.name, look, sheet.header, sheet.rows), look, sheet.rows)
    return used


class _ExactWorksheet(Worksheet):
    """Writes all digits of a number: XlsxWriter's own 16 do not tell every double apart."""

    def _xml_number_element(self, number: float, attributes: Sequence[tuple[str, object]] = ()) -> None:
        named = "".join(f' {name}="{self._escape_attributes(value)}"' for name, value in attributes)
        self.fh.write(f"<c{named}><v>{number!r}</v></c>")


class _Look:
    """The few formats of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook):
        self.header = self._format(book, bold=True, bg_color="#E8EEF4", bottom=1, quote_prefix=True)
        # Excel's own guard: the text stays as it is, and typing into its cell does not turn it into a formula.
        self.guarded = self._format(book, quote_prefix=True)
        self.day = self._format(book, num_format="yyyy-mm-dd")

    @staticmethod
    def _format(book: xlsxwriter.Workbook, **properties: object) -> Format:
        return book.add_format(_FONT | properties)


def _write_data(
    book: xlsxwriter.Workbook, look: _Look, rows: pa.RecordBatchReader, header: list[str], name: str, at_most: int
) -> int:
    sheet, used, place = None, 0, 0
    for batch in rows:
        cells = list(zip(*(arrow.flat(column).to_pylist() for column in batch.columns), strict=True))
        while cells:
            if sheet is None or place == at_most:
                used, place = used + 1, 0
                sheet = _opened(book, name if used == 1 else f"{name} ({used})", look, header, cells)
            now, cells = cells[: at_most - place], cells[at_most - place :]
            _write_rows(sheet, look, now, start=place + 1)
            place += len(now)
    if sheet is None:
        _opened(book, name, look, header, [])
    return max(used, 1)


def _opened(
    book: xlsxwriter.Workbook, name: str, look: _Look, header: Sequence[str], rows: Sequence[Sequence[object]]
) -> Worksheet:
    sheet = book.add_worksheet(name, _ExactWorksheet)
    sheet.freeze_panes(1, 0)
    for place, heading in enumerate(header):
        sheet.set_column(place, place, _width([heading, *(row[place] for row in rows[:_LOOKED_AT])]))
    for place, heading in enumerate(header):
        sheet.write_string(0, place, heading, look.header)
    return sheet


def _write_rows(sheet: Worksheet, look: _Look, rows: Iterable[Sequence[object]], start: int = 1) -> None:
    for number, row in enumerate(rows, start):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                if guarding.runs(cell):
                    sheet.write_string(number, place, cell[:_LONGEST_CELL], look.guarded)
                else:
                    sheet.write_string(number, place, cell[:_LONGEST_CELL])
            elif isinstance(cell, bool):
                sheet.write_boolean(number, place, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(number, place, cell, look.day)
            elif cell is not None:
                sheet.write_number(number, place, cell)


def _width(cells: Iterable[object]) -> float:
    """Columns as wide as what they hold, a Chinese character counting twice, within limits."""
    longest = max(
        sum(2 if mark > "\u2e7f" else 1 for mark in str(cell)[:_WIDEST]) for cell in cells if cell is not None
    )
    return min(max(longest + 2, _NARROWEST), _WIDEST)
