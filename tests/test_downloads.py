"""What people take away of every exhibit, in both languages and every format: exactly the rows shown, and whence."""

import io
import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pysdmx.io import read_sdmx

from exports import citation, guarding
from exports.citation import Cited
from tests.test_exhibits import CASES
from ui import downloads, exhibits, numbers
from ui.exhibits import Exhibit
from ui.permalinks import address
from ui.reader import Reader, reader_of
from ui.words import LANGUAGES

PERMALINK = "https://example.org/targets?by=region&region=420000&release=20261124-00000000&lang=zh"


pytestmark = pytest.mark.usefixtures("release")


@pytest.fixture(params=CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)])
def case(request: pytest.FixtureRequest) -> tuple[str, dict]:
    return request.param


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, release: str) -> Reader:
    return reader_of(request.param, release)


@pytest.fixture
def exhibit(case: tuple[str, dict], reader: Reader) -> Exhibit:
    name, choices = case
    return exhibits.build(name, reader, **choices)


@pytest.fixture
def cited(exhibit: Exhibit, reader: Reader) -> Cited:
    return Cited(exhibit.title, reader.release_id, reader.as_of, date(2026, 11, 25), PERMALINK, reader.lang)


def same(cell: object, expected: object) -> bool:
    """Whether a cell read back is the one shown; text that looks like a number may come back as one."""
    if not numbers.is_known(expected) or expected == "":
        return not numbers.is_known(cell) or cell == ""
    if isinstance(expected, list):
        return str(cell) == "; ".join(expected)
    if isinstance(expected, str):
        return str(cell) == expected
    return bool(cell == expected)


def assert_same(read: pd.DataFrame, exhibit: Exhibit, columns: list[str]) -> None:
    assert len(read) == len(exhibit.rows)
    for place, column in enumerate(columns):
        if column == "release_id":
            continue
        for cell, expected in zip(read.iloc[:, place], exhibit.rows[column], strict=True):
            assert same(cell, expected), (column, cell, expected)


def test_csv(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    headings = downloads.headings_of(reader, exhibit)
    written = downloads.to_csv(reader, exhibit, cited)
    read = pd.read_csv(io.BytesIO(written), dtype=str, keep_default_na=False)
    assert list(read.columns) == [guarding.guard(heading) for heading in headings.values()]
    assert len(set(headings.values())) == len(headings)
    last = read.iloc[-1, 0]
    assert last.startswith("# ")
    assert PERMALINK in last
    assert reader.release_id in last
    for note in exhibit.notes:
        assert " ".join(note.split()) in last
    rows = read.iloc[:-1]
    assert (rows[headings["release_id"]] == reader.release_id).all()
    for place, column in enumerate(headings):
        if column == "release_id":
            continue
        for cell, expected in zip(rows.iloc[:, place], exhibit.rows[column], strict=True):
            text = guarding.unguard(cell)
            if isinstance(expected, (bool, np.bool_)):
                assert text == str(expected).lower()
            elif numbers.is_known(expected) and not isinstance(expected, (str, list)):
                assert float(text) == float(expected)
            else:
                assert same(text, expected), (column, text, expected)


def test_workbook(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    headings = downloads.headings_of(reader, exhibit)
    book = openpyxl.load_workbook(io.BytesIO(downloads.to_xlsx(reader, exhibit, cited)))
    data, codebook, _, method, cite = book.worksheets
    header, *rows = data.iter_rows(values_only=True)
    assert list(header) == list(headings.values())
    assert_same(pd.DataFrame(rows, dtype=object), exhibit, list(headings))
    assert {row[1] for row in codebook.iter_rows(min_row=2, values_only=True)} >= set(headings)
    told = [cell for row in method.iter_rows(values_only=True) for cell in row]
    assert exhibit.title in told
    assert set(exhibit.notes) <= set(told)
    cells = [cell for row in cite.iter_rows(values_only=True) for cell in row]
    assert citation.bibtex(cited) in cells
    assert PERMALINK in cells
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_workbook_explains_every_column(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    book = openpyxl.load_workbook(io.BytesIO(downloads.to_xlsx(reader, exhibit, cited)))
    rows = book.worksheets[1].iter_rows(min_row=2, values_only=True)
    unexplained = [column for _, column, _, _, meaning in rows if not meaning]
    assert unexplained == [], "say in exports/columns.py what these columns hold"


def test_workbook_lists_the_documents_of_its_rows(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    book = openpyxl.load_workbook(io.BytesIO(downloads.to_xlsx(reader, exhibit, cited)))
    listed = {row[0] for row in book.worksheets[2].iter_rows(min_row=2, values_only=True)}
    own = set(exhibit.rows["source_title"].dropna()) if "source_title" in exhibit.rows else set()
    assert listed >= own
    assert exhibit.figure is None or own


def test_parquet_and_json_are_verbatim_and_carry_the_codes(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(downloads.to_parquet(reader, exhibit, cited)))
    told = json.loads(downloads.to_json(reader, exhibit, cited))
    headings = downloads.headings_of(reader, exhibit)
    assert set(table.column_names) >= set(headings)
    assert table.schema.metadata[b"permalink"].decode() == PERMALINK
    assert told["permalink"] == PERMALINK
    assert told["notes"] == list(exhibit.notes)
    assert [column["name"] for column in told["columns"]] == table.column_names
    assert table.schema.field("release_id").metadata[b"heading"].decode() == headings["release_id"]
    rows = table.to_pylist()
    for column in headings:
        if column == "release_id":
            continue
        for in_parquet, in_json, expected in zip(rows, told["rows"], exhibit.rows[column], strict=True):
            if isinstance(expected, list):
                assert in_parquet[column] == in_json[column] == expected
            else:
                assert same(in_parquet[column], expected)
                assert same(in_json[column], expected)


def test_sdmx(exhibit: Exhibit, reader: Reader, cited: Cited) -> None:
    assert ("sdmx" in downloads.kinds_of(exhibit)) == (exhibit.figure is not None)
    if exhibit.figure is None:
        return
    written = downloads.to_sdmx(reader, exhibit, cited).decode()
    read = pd.concat([dataset.data for dataset in read_sdmx(written).data])
    ids = set(exhibit.rows[exhibit.figure].dropna())
    assert set(read["FIGURE"]) == ids
    assert len(read) == len(ids)
    for row in read.head(20).itertuples():
        source = reader.fetch("figure_source", figure_id=row.FIGURE).iloc[0]
        assert same(float(row.OBS_VALUE) if row.OBS_VALUE != "" else None, source.value)
        assert (source.region_code, source.indicator_id, source.unit) == (row.REF_AREA, row.INDICATOR, row.UNIT_MEASURE)
        assert (source.phrase, source.source_title) == (row.PHRASE, row.SOURCE_TITLE)


def test_file_names_say_what_and_when(release: str) -> None:
    reader = reader_of("zh", release)
    made = exhibits.build("targets", reader, by="region", region="420000", due="2025")
    assert downloads.file_name(made, release, "csv") == f"targets_湖北省_2025_{release}.csv"
    assert downloads.file_name(made, release, "sdmx") == f"targets_湖北省_2025_{release}.sdmx.csv"


def test_an_address_is_written_so_that_it_can_be_taken_apart() -> None:
    made = address("https://example.org/targets?old=1#top", {"region": "420000,520000", "search": "质量 &强市"})
    parts = urlsplit(made)
    assert parts.netloc == "example.org"
    assert parse_qs(parts.query) == {"region": ["420000,520000"], "search": ["质量 &强市"]}
    assert " " not in made
