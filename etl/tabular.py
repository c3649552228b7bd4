"""The bytes of one data file as rows of text: UTF-8 or GB18030 CSV, XLSX, or Parquet."""

import codecs
import csv
import mmap
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import python_calamine

_ENCODINGS = ("utf-8-sig", "gb18030")
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHUNK = 1 << 20
# What a table may come as in place of its CSV.
INSTEAD = (".xlsx", ".parquet")
_TABLES = (".csv", *INSTEAD, ".xls", ".ods", ".tsv")
# Bytes of Big5 that happen to read as GB18030 come out here, where no text of ours has anything.
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


class UnreadableFile(ValueError):
    """The file cannot be turned into rows; ``check`` names the fault, ``expected`` what would do, row 0 the whole."""

    def __init__(self, check: str, expected: str = "", value: str = "", row: int = 0):
        super().__init__(check)
        self.check, self.expected, self.value, self.row = check, expected, value, row


def find(data: Path, path: str) -> Path | None:
    """The file of a resource: the declared CSV, or an XLSX or Parquet of the same stem in its place; None without."""
    declared = data / path
    instead = (declared.with_suffix(suffix) for suffix in INSTEAD)
    return next((file for file in (declared, *instead) if file.exists()), None)


def tables(data: Path) -> list[str]:
    """Every file of a package's folders that looks like a table, as a path inside the package."""
    return sorted(
        file.relative_to(data).as_posix()
        for folder in (data, data / "observations")
        for file in folder.glob("*.*")
        if file.is_file()
        and file.suffix.lower() in _TABLES
        # ~$ begins the lock file that a spreadsheet leaves beside an open workbook.
        and not file.name.startswith((".", "~$"))
    )


def encoding(file: Path) -> str:
    """The encoding in which the whole CSV file reads.

    Raises:
        UnreadableFile: neither UTF-8 nor GB18030.
    """
    with file.open("rb") as stream:
        start = stream.read(4)
    if not start.startswith(_OTHER_MARKS):
        for name in _ENCODINGS:
            if _decodes(file, name):
                return name
    raise UnreadableFile("other_encoding", "UTF-8, GB18030")


def has_blank_line(file: Path) -> bool:
    """Whether two line ends follow each other anywhere in a CSV file."""
    if not file.stat().st_size:
        return False
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(ends) >= 0 for ends in (b"\n\n", b"\n\r\n", b"\r\r"))


def rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Row number as a spreadsheet shows it, and the cells as text; the header comes first, blank rows are passed over.

    Raises:
        UnreadableFile: another encoding, an empty file, a quote that is never closed, a damaged workbook or Parquet.
    """
    is_empty = True
    read = {".xlsx": _workbook_rows, ".parquet": _parquet_rows}.get(file.suffix, _csv_rows)
    for numbered in read(file):
        is_empty = False
        yield numbered
    if is_empty:
        raise UnreadableFile("empty_file")


def _decodes(file: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                text = decoder.decode(chunk)
                # UTF-16 without its mark reads as UTF-8 full of NUL.
                if "\0" in text or (name == "gb18030" and _PRIVATE_USE.search(text)):
                    return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _csv_rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    with file.open(encoding=encoding(file), newline="") as stream:
        reader = csv.reader(stream, strict=True)
        number = 0
        try:
            for cells in reader:
                number += 1
                if cells:
                    yield number, cells
        except csv.Error as fault:
            raise UnreadableFile("truncated_line", value=str(fault), row=number + 1) from fault


def _workbook_rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        sheet = python_calamine.load_workbook(file).get_sheet_by_index(0)
    except python_calamine.CalamineError as fault:
        raise UnreadableFile("damaged_workbook", value=str(fault)) from fault
    first = (sheet.start or (0, 0))[0]
    for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=first + 1):
        if any(cell != "" for cell in cells):
            yield number, [_cell_text(cell) for cell in cells]


def _parquet_rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with pyarrow.parquet.ParquetFile(file) as table:
            yield 1, table.schema_arrow.names
            number = 1
            for batch in table.iter_batches():
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    number += 1
                    yield number, [_cell_text(cell) for cell in cells]
    except pyarrow.ArrowInvalid as fault:
        raise UnreadableFile("damaged_parquet", value=str(fault)) from fault


def _cell_text(cell: object) -> str:
    """A typed cell as the CSV would hold it: 420000.0 is the code 420000, a date is ISO, nothing is empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, (date, datetime)) else str(cell)
