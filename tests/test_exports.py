"""Files read back by independent readers: every value, every type; nothing in them runs, no number is changed."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
import python_calamine
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports import arrow, csv_file, guarding, json_file, parquet_file, workbook

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
HEADINGS = {"name": "=名称", "value": "数值"}
ROWS = pd.DataFrame(
    {
        "name": ["湖北省", "=1+1", None, '引"号,\n逗号'],
        "value": [-1.5, 1178761.0, None, 0.1],
        "batches": pd.array([1, None, 3, 2**53], dtype="Int64"),
        "year": pd.Series([2020, 2021, 2022, 2023], dtype="int32"),
        "is_preferred": [True, False, True, False],
        "published": pd.to_datetime(["2026-01-01", None, "2026-02-03", "2026-02-04"]),
        "mixed": [1, "a", None, 2.5],
        "reasons": [["年", "月"], [], None, ["日"]],
        "code": pd.Series(["420000", "010000", "110000", None], dtype="str"),
    }
)


def batches(rows: pd.DataFrame = ROWS) -> pa.RecordBatchReader:
    return arrow.reader(rows)


@settings(deadline=None)
@given(st.text(max_size=30))
@example("=")
@example("'=1+1")
def test_no_text_starts_as_a_formula_and_none_is_lost(text: str) -> None:
    guarded = guarding.guard(text)
    assert not guarded.startswith(DANGEROUS)
    assert guarded.endswith(text)
    assert guarding.unguard(guarded) == text


@settings(deadline=None)
@given(st.one_of(st.integers(), st.floats(allow_nan=False), st.booleans(), st.none(), st.dates()))
def test_no_number_is_changed(cell: object) -> None:
    assert guarding.guard(cell) is cell


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=12), st.sampled_from(DANGEROUS).map(lambda mark: mark + "1"))))
def test_a_column_is_guarded_as_its_cells_are(texts: list[str | None]) -> None:
    column = pa.array(texts, pa.string())
    assert guarding.guard_texts(column).to_pylist() == [guarding.guard(text) for text in texts]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
            ),
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            st.integers(-(2**62), 2**62),
        ),
        max_size=8,
    )
)
def test_csv_of_anything_holds_no_formula_and_every_number(cells: list[tuple]) -> None:
    rows = pd.DataFrame(cells, columns=["text", "number", "count"])
    rows["text"] = rows["text"].astype("str")
    written = csv_file.to_bytes(batches(rows)).decode("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(written, newline=""))
    assert header == ["text", "number", "count"]
    for line, (text, number, count) in zip(lines, cells, strict=True):
        assert not line[0].startswith(DANGEROUS)
        assert guarding.unguard(line[0]) == (text or "")
        assert line[1] == "" if number is None else float(line[1]) == number
        assert int(line[2]) == count


def test_csv_reads_back_with_pandas() -> None:
    written = csv_file.to_bytes(batches(), HEADINGS, remark="引用：质量强市对照台\nhttps://example.org")
    assert written.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(written))
    assert list(back.columns) == ["'=名称", "数值", *ROWS.columns[2:]]
    assert back.iloc[-1, 0] == "# 引用：质量强市对照台 https://example.org"
    assert back.iloc[-1, 1:].isna().all()
    rows = back.iloc[:-1]
    assert rows["'=名称"].tolist()[:2] == ["湖北省", "'=1+1"]
    assert rows["'=名称"].tolist()[3] == '引"号,\n逗号'
    np.testing.assert_array_equal(rows["数值"], ROWS["value"])
    assert rows["数值"].dtype == "float64"
    assert rows["batches"].tolist()[3] == 2**53
    assert rows["published"].tolist()[0] == "2026-01-01"
    assert rows["reasons"].tolist()[0] == "年; 月"
    assert len(pd.read_csv(io.BytesIO(written), skipfooter=1, engine="python")) == len(ROWS)


def test_csv_for_programs_is_verbatim() -> None:
    back = pd.read_csv(io.BytesIO(csv_file.to_bytes(batches(), guarded=False)))
    assert back["name"].tolist()[1] == "=1+1"


def test_csv_reads_back_with_duckdb(tmp_path: Path) -> None:
    file = tmp_path / "数据.csv"
    file.write_bytes(csv_file.to_bytes(batches(), remark="引用"))
    back = duckdb.sql(f"select * from read_csv('{file}')").df()
    assert back["value"].tolist()[:2] == [-1.5, 1178761.0]
    assert back["value"].dtype == "float64"


def test_parquet_reads_back_with_types_and_headings() -> None:
    written = parquet_file.to_bytes(batches(), HEADINGS, {"title": "目标", "citation": ""})
    back = pyarrow.parquet.read_table(io.BytesIO(written))
    assert back.schema.names == list(ROWS.columns)
    assert back.schema.field("name").metadata == {b"heading": "=名称".encode()}
    assert back.schema.metadata == {b"title": "目标".encode()}
    assert [str(field.type) for field in back.schema] == [
        "string", "double", "int64", "int32", "bool", "date32[day]", "string", "list<element: string>", "string",
    ]  # fmt: skip
    assert back.column("name").to_pylist() == ["湖北省", "=1+1", None, '引"号,\n逗号']
    assert back.column("value").to_pylist() == [-1.5, 1178761.0, None, 0.1]
    assert back.column("mixed").to_pylist() == ["1", "a", None, "2.5"]
    assert back.column("published").to_pylist()[:2] == [date(2026, 1, 1), None]
    assert back.column("code").to_pylist() == ["420000", "010000", "110000", None]


def test_json_reads_back_verbatim() -> None:
    back = json.loads(json_file.to_bytes(batches(), HEADINGS, {"title": "目标", "notes": ["口径不同"]}))
    assert back["title"] == "目标"
    assert back["notes"] == ["口径不同"]
    assert back["columns"][0] == {"name": "name", "heading": "=名称", "type": "string"}
    assert [row["name"] for row in back["rows"]] == ["湖北省", "=1+1", None, '引"号,\n逗号']
    assert [row["value"] for row in back["rows"]] == [-1.5, 1178761.0, None, 0.1]
    assert back["rows"][3]["batches"] == 2**53
    assert back["rows"][0]["reasons"] == ["年", "月"]
    assert back["rows"][0]["published"] == "2026-01-01"


def test_infinity_is_missing_not_a_number_of_its_own() -> None:
    rows = pd.DataFrame({"value": [float("inf"), float("-inf"), 1.0]})
    assert [row["value"] for row in json.loads(json_file.to_bytes(batches(rows)))["rows"]] == [None, None, 1.0]
    assert pd.read_csv(io.BytesIO(csv_file.to_bytes(batches(rows))), skip_blank_lines=False)["value"].count() == 1


def test_workbook_reads_back_typed_and_without_formulas() -> None:
    beside = [workbook.Sheet("引用", ["引用格式"], [["=HYPERLINK(1)"], ["https://example.org"], [3]])]
    written = workbook.to_bytes(batches(), HEADINGS, "数据", beside)
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["数据", "引用"]
    data = book["数据"]
    assert data.freeze_panes == "A2"
    assert [cell.value for cell in data[1]] == ["=名称", "数值", *ROWS.columns[2:]]
    assert [cell.value for cell in data["A"]][1:] == ["湖北省", "=1+1", None, '引"号,\n逗号']
    assert [cell.value for cell in data["B"]][1:] == [-1.5, 1178761.0, None, 0.1]
    assert [cell.value for cell in data["E"]][1:] == [True, False, True, False]
    assert data["F2"].value.date() == date(2026, 1, 1)
    assert data["F2"].number_format == "yyyy-mm-dd"
    assert data["I3"].value == "010000"
    assert data["A2"].font.name == "Microsoft YaHei"
    assert data.column_dimensions["A"].width > 8
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert data["A1"].quotePrefix
    assert data["A3"].quotePrefix
    assert book["引用"]["A2"].quotePrefix
    read_by_another = python_calamine.load_workbook(io.BytesIO(written)).get_sheet_by_index(0).to_python()
    assert read_by_another[2][:3] == ["=1+1", 1178761.0, ""]


@settings(deadline=None)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=6))
def test_a_workbook_keeps_every_digit(numbers: list[float]) -> None:
    written = workbook.to_bytes(batches(pd.DataFrame({"n": numbers})), {}, "data")
    assert [cell.value for cell in openpyxl.load_workbook(io.BytesIO(written)).active["A"]][1:] == numbers


def test_a_workbook_goes_on_in_a_further_sheet() -> None:
    sink = io.BytesIO()
    used = workbook.write(sink, batches(pd.DataFrame({"n": range(7)})), {}, "data", rows_a_sheet=4)
    book = openpyxl.load_workbook(sink)
    assert used == 3
    assert book.sheetnames == ["data", "data (2)", "data (3)"]
    assert [cell.value for sheet in book for cell in sheet["A"][1:]] == list(range(7))


@pytest.mark.parametrize("count", [0, 1, 200_000])
def test_any_number_of_rows(count: int) -> None:
    rows = pd.DataFrame(
        {
            "name": pd.Series(["武汉市"] * count, dtype="str"),
            "value": pd.Series(range(count), dtype="float64"),
            "n": pd.Series(range(count), dtype="int64"),
        }
    )
    of_csv = pd.read_csv(io.BytesIO(csv_file.to_bytes(batches(rows))))
    of_parquet = pd.read_parquet(io.BytesIO(parquet_file.to_bytes(batches(rows))))
    of_json = json.loads(json_file.to_bytes(batches(rows)))["rows"]
    assert of_parquet.equals(rows)
    assert of_csv.astype(rows.dtypes.to_dict()).equals(rows)
    assert len(of_json) == count
    assert of_json == rows.to_dict("records")


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        arrow.reader(ROWS, ["no_such_column"])


def test_every_batch_leaves_as_it_comes() -> None:
    """A large table is never whole in memory: the first bytes come before the second batch is asked for."""
    asked = []

    def slowly() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            asked.append(number)
            yield pa.RecordBatch.from_pydict({"n": [number]})

    reader = pa.RecordBatchReader.from_batches(pa.schema([("n", pa.int64())]), slowly())
    stream = csv_file.stream(reader)
    assert re.search(b"n", next(stream))
    next(stream)
    assert asked == [0]
