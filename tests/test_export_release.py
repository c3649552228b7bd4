"""A whole release as open data, read back by independent readers: every value, type, description and checksum."""

import csv
import hashlib
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import frictionless
import pandas as pd
import pyarrow.parquet
import pytest
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Codelist, Dataflow, DataStructureDefinition
from pysdmx.model.dataflow import Role

import paths
from etl import exporting
from etl.__main__ import main
from exports import sdmx
from queries import releases

ROLES = {sdmx.DIMENSION: Role.DIMENSION, sdmx.MEASURE: Role.MEASURE, sdmx.ATTRIBUTE: Role.ATTRIBUTE}


@pytest.fixture(scope="module")
def folder(release_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release written by the command, in a process of its own as a keeper would run it."""
    target = tmp_path_factory.mktemp("export") / "数据发布"
    command = [sys.executable, "-m", "etl", "export", str(target), "--out", str(release_folder), "--lang", "en"]
    subprocess.run([*command, "--address", "https://example.org/"], cwd=paths.ROOT, check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def connection(release_folder: Path):
    return releases.connect(releases.path(release_folder, releases.current(release_folder)))


@pytest.fixture(scope="module")
def structures(folder: Path) -> list:
    return read_sdmx(folder / "sdmx" / "structure.xml", validate=True).structures


def test_the_data_package_validates(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert {task.name for task in report.tasks} == set(exporting.TABLES)


@pytest.mark.parametrize("table", exporting.TABLES)
def test_csv_and_parquet_hold_the_table(table: str, folder: Path, connection) -> None:
    expected = connection.sql(f"select * from {table} order by all").to_arrow_table()
    in_parquet = pyarrow.parquet.read_table(folder / "parquet" / f"{table}.parquet")
    assert in_parquet.to_pylist() == expected.to_pylist()
    assert [field.type for field in in_parquet.schema] == [field.type for field in expected.schema]
    in_csv = frictionless.Resource(
        path=f"csv/{table}.csv", basepath=str(folder), schema=_schema(folder, table)
    ).read_rows()
    assert [{name: _plain(cell) for name, cell in row.to_dict().items()} for row in in_csv] == expected.to_pylist()


def _plain(cell: object) -> object:
    """A number as a float; the reader keeps it as the decimal that the text spells."""
    return float(cell) if isinstance(cell, Decimal) else cell


def _schema(folder: Path, table: str) -> frictionless.Schema:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    declared = next(resource["schema"] for resource in package["resources"] if resource["name"] == table)
    return frictionless.Schema.from_descriptor({key: declared[key] for key in ("fields", "missingValues")})


def test_the_codebook_tells_every_column_in_both_languages(folder: Path, connection) -> None:
    with (folder / "codebook.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    told = {(row["table"], row["column"]) for row in rows}
    for table in exporting.TABLES:
        assert {(table, name) for name in connection.sql(f"select * from {table} limit 0").columns} <= told
    for row in rows:
        assert any("\u4e00" <= mark <= "\u9fff" for mark in row["description_zh"]), row
        assert not any("\u4e00" <= mark <= "\u9fff" for mark in row["description_en"]), row


def test_every_code_in_the_tables_is_told(folder: Path, connection) -> None:
    codes = pd.read_csv(folder / "codes.csv")
    for column, table in (
        ("state", "verdicts"),
        ("reason_code", "verdicts"),
        ("form", "targets"),
        ("reach", "sources"),
    ):
        used = {code for (code,) in connection.sql(f"select distinct {column} from {table}").fetchall() if code}
        assert used <= set(codes.loc[codes["column"] == column, "code"])


def test_checksums_hold(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = dict(reversed(line.split("  ", 1)) for line in lines)
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert set(named) == files - {"SHA256SUMS"}
    for name, digest in named.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_structure_reads_back_equal(structures: list) -> None:
    definitions = {item.id: item for item in structures if isinstance(item, DataStructureDefinition)}
    assert set(definitions) == {sdmx.DATED, sdmx.UNDATED}
    assert {item.id for item in structures if isinstance(item, Dataflow)} == {sdmx.DATED, sdmx.UNDATED}
    for flow, definition in definitions.items():
        read = {part.id: part for part in definition.components}
        expected = {part.id: part for part in sdmx.components(flow)}
        assert set(read) == set(expected)
        for name, part in expected.items():
            assert read[name].role == ROLES[part.role], name
            assert (read[name].local_codes.id if part.codelist else "") == part.codelist
            assert read[name].concept.name == part.heading


def test_code_lists_hold_the_regions_and_indicators(structures: list, connection) -> None:
    lists = {item.id: {code.id: code.name for code in item.items} for item in structures if isinstance(item, Codelist)}
    assert lists["CL_AREA"] == dict(connection.sql("select region_code, name_en from regions").fetchall())
    assert lists["CL_INDICATOR"] == dict(connection.sql("select indicator_id, name_en from indicators").fetchall())
    assert set(lists["CL_COMPARATOR"]) == set(sdmx.COMPARATOR_IDS.values())


def test_sdmx_data_reads_back_by_its_structure(folder: Path, connection) -> None:
    datasets = get_datasets(folder / "sdmx" / "figures.csv", folder / "sdmx" / "structure.xml")
    read = {dataset.structure.id: dataset.data for dataset in datasets}
    assert set(read) == {sdmx.DATED, sdmx.UNDATED}
    expected = {
        row[0]: row[1:]
        for row in connection.sql(
            """
            select observation_id, region_code, indicator_id, period, value, unit, phrase from observations
            union all
            select target_id, region_code, indicator_id, due::varchar, value, unit, phrase from targets
            """
        ).fetchall()
    }
    assert sum(len(rows) for rows in read.values()) == len(expected)
    for rows in read.values():
        for row in rows.to_dict("records"):
            region, indicator, period, value, unit, phrase = expected[row["FIGURE"]]
            assert (row["REF_AREA"], row["INDICATOR"]) == (region, indicator)
            assert (row.get("TIME_PERIOD") or None) == period
            assert (float(row["OBS_VALUE"]) if row["OBS_VALUE"] not in ("", None) else None) == value
            assert (row["UNIT_MEASURE"], row["PHRASE"]) == (unit, phrase)


def test_every_coded_value_stands_in_its_list(folder: Path, structures: list) -> None:
    lists = {item.id: {code.id for code in item.items} for item in structures if isinstance(item, Codelist)}
    read = pd.read_csv(folder / "sdmx" / "figures.csv", dtype=str)
    for part in sdmx.COMPONENTS:
        if part.codelist:
            assert set(read[part.id].dropna()) <= lists[part.codelist], part.id


def test_the_description_for_catalogues(folder: Path, release_folder: Path) -> None:
    told = json.loads((folder / "dataset.jsonld").read_text(encoding="utf-8"))
    assert told["@type"] == ["Dataset", "dcat:Dataset"]
    assert told["version"] == releases.current(release_folder)
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    for part in told["distribution"]:
        assert (folder / part["contentUrl"]).is_file()


def test_the_citation_file(folder: Path, release_folder: Path) -> None:
    lines = (folder / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines if ": " in line and not line.startswith(" "))
    release_id = releases.current(release_folder)
    assert json.loads(told["cff-version"]) == "1.2.0"
    assert json.loads(told["version"]) == release_id
    assert json.loads(told["license"]) == "CC-BY-4.0"
    assert json.loads(told["url"]) == f"https://example.org/?release={release_id}"


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, release_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["export", str(tmp_path), "--out", str(release_folder), "--lang", "en"]) == 1
    assert "not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
