"""What is read: encodings, workbooks, codes and numbers as they stand; what is said: every fault, where it is, in both
languages."""

import csv
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from frictionless import validate

import paths
from etl import building, commands, publishing, words
from etl.__main__ import main
from etl.progress import STAGES, Progress
from tests.conftest import AS_OF, silent

Build = Callable[..., str]
Cell = str | float | bool | date

PATENTS = "observations/patents.csv"
ENGLISH = words.catalogue("en")


def tables(package: Path) -> list[Path]:
    return sorted(package.rglob("*.csv"))


def rows_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def as_csv(file: Path, quoting: int) -> None:
    rows = rows_of(file)
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, quoting=quoting).writerows(rows)


def as_workbook(file: Path, cell: Callable[[str, str], Cell]) -> None:
    """Put an XLSX in the CSV's place; ``cell(column, text)`` gives what is typed into each cell."""
    header, *rows = rows_of(file)
    with xlsxwriter.Workbook(file.with_suffix(".xlsx"), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        for number, row in enumerate(rows, 1):
            for place, (column, text) in enumerate(zip(header, row or [""] * len(header), strict=True)):
                typed = cell(column, text)
                if isinstance(typed, date):
                    sheet.write_datetime(number, place, datetime.combine(typed, datetime.min.time()))
                elif isinstance(typed, bool):
                    sheet.write_boolean(number, place, typed)
                elif isinstance(typed, float):
                    sheet.write_number(number, place, typed)
                else:
                    sheet.write_string(number, place, typed)
    file.unlink()


def as_typed(column: str, text: str) -> Cell:
    """What a person's typing becomes in a spreadsheet: numbers, dates and booleans of its own."""
    if column == "per_capita" and text:
        return text == "yes"
    if column in ("published", "as_of") and len(text) == 10:
        return date.fromisoformat(text)
    try:
        return float(text)
    except ValueError:
        return text


FORMS: dict[str, Callable[[Path], object]] = {
    "UTF-8 with BOM": lambda file: file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig"),
    "GB18030": lambda file: file.write_text(file.read_text(encoding="utf-8"), encoding="gb18030"),
    "CRLF": lambda file: file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n")),
    "every cell quoted": lambda file: as_csv(file, csv.QUOTE_ALL),
    "XLSX as text": lambda file: as_workbook(file, lambda column, text: text),
    "XLSX as typed": lambda file: as_workbook(file, as_typed),
}


def contents(out: Path) -> str:
    with duckdb.connect(str(publishing.release_file(out, publishing.current(out))), read_only=True) as connection:
        return connection.execute("select content_checksum from release").fetchall()[0][0]


def asked(out: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(publishing.release_file(out, publishing.current(out))), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def breaches(package: Path) -> list[tuple[str, int, str, str, str]]:
    return [
        (breach.file, breach.row, breach.column, breach.value, breach.check)
        for breach in building.check(package, AS_OF, silent)
    ]


# Forms of a file ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_tables_gives_the_same_release(
    form: str, package: Path, tmp_path: Path, build: Build
) -> None:
    build(tmp_path / "plain")
    for file in tables(package):
        FORMS[form](file)
    build(tmp_path / "other")
    assert contents(tmp_path / "other") == contents(tmp_path / "plain")


def test_columns_may_stand_in_any_order(package: Path, tmp_path: Path, build: Build) -> None:
    build(tmp_path / "plain")
    for file in tables(package):
        rows = [row[::-1] for row in rows_of(file)]
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    build(tmp_path / "other")
    assert contents(tmp_path / "other") == contents(tmp_path / "plain")


@pytest.mark.parametrize("form", ["CSV", "GB18030", "XLSX as text"])
def test_region_codes_stay_text_with_their_leading_zeros(
    form: str, package: Path, tmp_path: Path, build: Build
) -> None:
    with (package / "regions.csv").open("a", encoding="utf-8") as stream:
        stream.write("012345,测试县（合成）,Test county (synthetic),county,420100,,\n")
    if form != "CSV":
        FORMS[form](package / "regions.csv")
    build(tmp_path / "out")
    found = asked(tmp_path / "out", "select region_code, typeof(region_code) from regions where level = 'county'")
    assert found == [("012345", "VARCHAR")]


def test_cells_typed_into_a_workbook_come_through(package: Path, tmp_path: Path, build: Build) -> None:
    rewrite(package / PATENTS, "o2,420000,valid_patents,,2023,,=,75", "o2,420000,valid_patents,,2023,2023-06-30,=,75.5")
    rewrite(package / PATENTS, "2023年75件", "75.5件")
    as_workbook(package / PATENTS, as_typed)
    build(tmp_path / "out")
    found = asked(
        tmp_path / "out",
        "select region_code, period, as_of, value from observations where observation_id in ('o1', 'o2') order by all",
    )
    assert found == [("420000", "2020", None, 50.0), ("420000", "2023", "2023-06-30", 75.5)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "big5"])
def test_another_encoding_is_named(encoding: str, package: Path) -> None:
    rewrite(package / PATENTS, "2020年50件", "統計年報載有50件之發明專利")
    (package / PATENTS).write_bytes((package / PATENTS).read_text(encoding="utf-8").encode(encoding, errors="replace"))
    assert (PATENTS, 0, "", "", "other_encoding") in breaches(package)


def test_a_file_that_only_begins_with_blank_lines_is_read(package: Path) -> None:
    text = (package / PATENTS).read_text(encoding="utf-8")
    (package / PATENTS).write_text("\n\n\n\n\n" + text, encoding="utf-8")
    assert breaches(package) == []


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"], ids=repr)
def test_a_file_with_nothing_in_it_is_empty(content: bytes, package: Path) -> None:
    (package / PATENTS).write_bytes(content)
    assert breaches(package) == [(PATENTS, 0, "", "", "empty_file")]


# Rows and cells -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["CSV", "XLSX as text"])
@pytest.mark.parametrize(
    ("between", "row"), [("", 4), ("\n", 5), ("\n\n\n", 7)], ids=["no blank row", "one blank row", "three blank rows"]
)
def test_rows_are_numbered_as_a_spreadsheet_does(between: str, row: int, form: str, package: Path) -> None:
    line = 'o9,420000,nothing,,2021,,=,60,,,news,"两行\n之处",60件,a,\n'
    text = (package / PATENTS).read_text(encoding="utf-8")
    # The quoted line break in o8 is one row to a spreadsheet.
    o8 = 'o8,420000,valid_patents,,2022,,=,60,,,news,"两行\n之处",60件,a,\n'
    (package / PATENTS).write_text(text.replace("o2,", between + "o2,") + o8.replace("o8", "o7") + line, "utf-8")
    if form != "CSV":
        FORMS[form](package / PATENTS)
    assert breaches(package) == [(PATENTS, row + 1, "indicator_id", "nothing", "unknown_indicator")]


@pytest.mark.parametrize(
    ("typed", "check"),
    [
        ("inf", "not_finite"),
        ("-inf", "not_finite"),
        ("nan", "not_finite"),
        ("1e999", "not_finite"),
        ("５０", "not_a_number"),
        ("1,000", "not_a_number"),
        ("1_000", "not_a_number"),
        ("0x32", "not_a_number"),
        ("五十", "not_a_number"),
        ("50件", "not_a_number"),
    ],
)
@pytest.mark.parametrize("beside_another_fault", [False, True])
def test_what_is_no_number_is_told(typed: str, check: str, beside_another_fault: bool, package: Path) -> None:
    rewrite(package / PATENTS, "2020,,=,50,", f'2020,,=,"{typed}",')
    if beside_another_fault:
        rewrite(package / PATENTS, "2023,,=,75,,", "2023,,=,75,,many")
    found = [breach for breach in breaches(package) if breach[1] == 2]
    assert [(file, row, column, named) for file, row, column, _, named in found] == [(PATENTS, 2, "value", check)]


@pytest.mark.parametrize("typed", ["1.5", "--5", "99999999999999999999", "many", "５"])
def test_what_is_no_whole_number_is_told(typed: str, package: Path) -> None:
    rewrite(package / PATENTS, "2020,,=,50,,,", f"2020,,=,50,,{typed},")
    assert breaches(package) == [(PATENTS, 2, "sample_size", typed, "not_a_integer")]


@pytest.mark.parametrize(
    "period", ["2023年", "23", "2023-13", "2023-Q5", "2023-S3", "2023-6", "2023/06", "2023-2025", "2023-06-30"]
)
def test_a_malformed_period_is_told_with_the_right_form(period: str, package: Path) -> None:
    rewrite(package / PATENTS, "o1,420000,valid_patents,,2020,", f"o1,420000,valid_patents,,{period},")
    (breach,) = building.check(package, AS_OF, silent)
    assert (breach.row, breach.column, breach.value, breach.check) == (2, "period", period, "malformed")
    assert "2023-S1" in breach.expected
    assert "\\d" not in words.describe(breach, ENGLISH)


@pytest.mark.parametrize("period", ["2023", "2023-S1", "2023-Q2", "2023-06", ""])
def test_every_sdmx_period_is_taken(period: str, package: Path) -> None:
    rewrite(package / PATENTS, "o1,420000,valid_patents,,2020,", f"o1,420000,valid_patents,,{period},")
    assert breaches(package) == []


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        ("1178761", "有效商标1178761件"),
        ("1178761", "有效商标1,178,761件"),
        ("1178761", "有效商标117.8761万件"),
        ("120000000", "1.2亿件"),
        ("12000", "1.2万亿元"),
        ("1000000", "达到１００万件"),
        ("28", "二十八项"),
        ("2000", "两千家"),
        ("120000000", "一亿二千万件"),
        ("98.5", "百分之九十八点五"),
        ("5", "第3次评出5件"),
    ],
)
def test_a_phrase_states_its_value_in_digits_or_numerals(value: str, phrase: str, package: Path) -> None:
    rewrite(package / PATENTS, "2023,,=,75,,,news,,2023年75件", f'2023,,=,{value},,,news,,"{phrase}"')
    assert breaches(package) == []


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        ("117", "有效商标1178761件"),
        ("761", "有效商标1178761件"),
        ("178", "有效商标1,178,761件"),
        ("25", "2025年"),
        ("8", "98.8%"),
        ("28", "三十八项"),
        ("5", "若干件"),
    ],
)
def test_a_part_of_another_number_is_not_the_value(value: str, phrase: str, package: Path) -> None:
    rewrite(package / PATENTS, "2023,,=,75,,,news,,2023年75件", f'2023,,=,{value},,,news,,"{phrase}"')
    assert [named for *_, named in breaches(package)] == ["phrase_without_value"]


def test_a_correction_excuses_a_phrase(package: Path) -> None:
    rewrite(package / PATENTS, "2023年75件", "见附表")
    assert [named for *_, named in breaches(package)] == ["phrase_without_value"]
    with (package / "corrections.csv").open("a", encoding="utf-8") as stream:
        stream.write("c2,fact,o2,phrase_without_value,,,,数值由附表各项相加（合成测试数据）\n")
    assert breaches(package) == []


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    report = validate(str(paths.DATA / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] > 20


# What is said ---------------------------------------------------------------------------------------------------------


def test_all_faults_are_told_at_once_in_both_languages(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(package / "programmes.csv", "2021,2025", "2021,2019")
    rewrite(package / "targets.csv", "t1,plan,420000,valid_patents,level", "t1,plan,429999,valid_patents,wish")
    rewrite(package / PATENTS, "2020,,=,50,", "2020,,=,许多,")
    rewrite(package / PATENTS, "2023,,=,75,,,news", "2023,,=,75,,,nothing")
    told = {}
    for language in words.LANGUAGES:
        for command in (["check"], ["build", "--out", str(tmp_path / "out")]):
            assert main([*command, "--data", str(package), "--lang", language]) == 1
            output = capsys.readouterr()
            assert output.out == ""
            told[language] = [line for line in output.err.splitlines() if " s  " not in line]
    allowed = "level keep annual new cumulative range direction rank yes_no count"
    assert told["en"] == [
        "programmes.csv, row 2, horizon_end = '2019': the programme ends before it starts (expected: ≥ 2021)",
        f"targets.csv, row 2, form = 'wish': not one of the allowed values (expected: {allowed})",
        "targets.csv, row 2, region_code = '429999': the programme belongs to another region (expected: 420000)",
        "targets.csv, row 2, region_code = '429999': no such region stands in regions.csv",
        f"{PATENTS}, row 2, value = '许多': not a number",
        f"{PATENTS}, row 3, source_id = 'nothing': no such document stands in sources.csv",
        "6 faults; nothing was published.",
    ]
    assert told["zh"] == [
        "programmes.csv, 第 2 行, horizon_end = '2019': 方案终止年早于起始年 (应为: ≥ 2021)",
        f"targets.csv, 第 2 行, form = 'wish': 不在允许的取值之中 (应为: {allowed})",
        "targets.csv, 第 2 行, region_code = '429999': 该方案属于另一地区 (应为: 420000)",
        "targets.csv, 第 2 行, region_code = '429999': regions.csv 中没有这个地区",
        f"{PATENTS}, 第 2 行, value = '许多': 不是数字",
        f"{PATENTS}, 第 3 行, source_id = 'nothing': sources.csv 中没有这份文件",
        "共 6 处问题；未发布任何内容。",
    ]
    assert publishing.current(tmp_path / "out") is None


def test_success_is_told_on_standard_output(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["check", "--data", str(package), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No faults found.\n"
    for expected in ("Published release {}.\n", "Nothing has changed; release {} stands.\n"):
        assert main(["build", "--data", str(package), "--out", str(out), "--lang", "en"]) == 0
        assert capsys.readouterr().out == expected.format(publishing.current(out))


@pytest.mark.parametrize(
    "given",
    [[], ["publish"], ["build", "--as-of", "2026-13-01"], ["build", "--data", "nowhere"], ["check", "--lang", "fr"]],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(given: list[str]) -> None:
    process = subprocess.run([sys.executable, "-m", "etl", *given], cwd=paths.ROOT, capture_output=True, text=True)
    assert process.returncode == 2
    assert process.stdout == ""
    assert "usage: python -m etl" in process.stderr


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(file.stem for path in commands.__path__ for file in Path(path).glob("*.py"))
    for name in [name for name in names if name != "__init__"]:
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0
        text = capsys.readouterr().out
        assert f"usage: python -m etl {name}" in text
        assert len(text.splitlines()) > 5


def test_stages_are_plain_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(ENGLISH)
    for stage in STAGES:
        progress(stage, 1234)
    progress.close()
    lines = capsys.readouterr().err.splitlines()
    assert [line.split("  ")[-1] for line in lines] == [f"{text} (1,234)" for text in STAGES.values()]
    assert not any("\r" in line or "\x1b" in line for line in lines)


def shown_on(reading: int, end: str = "") -> str:
    """All that a terminal shows until ``end``, or until the other side is closed."""
    shown = b""
    while not (end and shown.endswith(end.encode())):
        try:
            piece = os.read(reading, 65536) if select.select([reading], [], [], 30)[0] else b""
        except OSError:  # the other side is closed
            piece = b""
        if not piece:
            break
        shown += piece
    return shown.decode()


def test_a_bar_shows_stage_and_rows_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = pty.openpty()
    with os.fdopen(writing, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        progress = Progress(ENGLISH)
        progress("read", 0)
        progress("check", 1234567)
        assert select.select([reading], [], [], 30)[0], "no bar is drawn"
        first = shown_on(reading, end=" s")
        progress.close()
        assert shown_on(reading, end="\r\x1b[K").endswith("\r\x1b[K")
    os.close(reading)
    assert "2/5  Checking (1,234,567)" in first
    assert "█░" in first


def test_a_build_on_a_terminal_ends_with_a_clean_line(package: Path, tmp_path: Path) -> None:
    reading, writing = pty.openpty()
    given = ["build", "--data", str(package), "--out", str(tmp_path / "out"), "--lang", "en"]
    process = subprocess.Popen([sys.executable, "-m", "etl", *given], cwd=paths.ROOT, stdout=writing, stderr=writing)
    os.close(writing)
    shown = shown_on(reading)
    os.close(reading)
    assert process.wait() == 0
    assert " s  Reading the tables\r\n" not in shown
    last = shown.splitlines()[-1].rpartition("\x1b[K")[2]
    assert last == f"Published release {publishing.current(tmp_path / 'out')}."
