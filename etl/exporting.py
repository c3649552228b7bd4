"""A whole release as open data: CSV, Parquet and SDMX, described for people, catalogues and programs."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

import queries
from etl import words
from etl.publishing import BuildFault
from exports import arrow, catalogue, codes, columns, csv_file, data_package, parquet_file, sdmx, sdmx_csv
from exports import sdmx_structure as structure
from exports.data_package import Column, Table

# Tables that leave, to the column that names their rows; the others only lead from these to the verdicts.
TABLES = {
    "regions": "region_code",
    "indicators": "indicator_id",
    "indicator_relations": "relation_id",
    "sources": "source_id",
    "programmes": "programme_id",
    "targets": "target_id",
    "observations": "observation_id",
    "verdicts": "target_id",
    "verdict_years": "",
    "verdict_candidates": "",
    "sampling_intervals": "observation_id",
    "corrections": "correction_id",
    "release": "release_id",
}
_KEPT = ("name", "title", "title_zh", "description", "licenses", "sources", "keywords")
_CODES = {
    "state": codes.STATES,
    "reason_code": codes.REASONS,
    "form": codes.FORMS,
    "comparator": codes.COMPARATORS,
    "theme": codes.THEMES,
    "level": codes.LEVELS,
    "basis": codes.BASES,
    "direction": codes.DIRECTIONS,
    "quality": codes.QUALITIES,
    "reach": codes.REACHES,
}


def export(release: Path, package: Path, folder: Path, address: str, report: Callable[[str, int], None]) -> None:
    """Write a release into a new folder.

    Args:
        release: the database file of a published release.
        package: folder of the data package, for titles, licence and the columns' descriptions.
        folder: where to write; must not exist yet, or be empty.
        address: of the server, for permanent links; may be empty.
        report: told each table and its rows.

    Raises:
        BuildFault: the folder holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BuildFault("folder_not_empty", str(folder))
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        with duckdb.connect(str(release), read_only=True) as connection:
            _write(connection, package, unfinished, address.rstrip("/"), report)
        unfinished.replace(folder)
    except OSError as fault:
        raise BuildFault("folder_not_writable", str(fault)) from fault
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(
    connection: duckdb.DuckDBPyConnection,
    package: Path,
    folder: Path,
    address: str,
    report: Callable[[str, int], None],
) -> None:
    declared = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    tables = [_table(connection, name, key, declared) for name, key in TABLES.items()]
    for table in tables:
        report(table.name, table.rows)
        _save(
            folder / "csv" / f"{table.name}.csv", csv_file.stream(_rows(connection, table), guarded=False, marked=False)
        )
        _save(folder / "parquet" / f"{table.name}.parquet", parquet_file.stream(_rows(connection, table)))
    figures = connection.sql(queries.text("figures_by_id"), params={"figure_ids": None, "lang": "zh"})
    _save(folder / "sdmx" / "figures.csv", sdmx_csv.stream(figures.to_arrow_reader(arrow.ROWS_AT_ONCE)))
    release_id, built_at, as_of = connection.sql("select release_id, built_at, as_of from release").fetchall()[0]
    _save(folder / "sdmx" / "structure.xml", [structure_message(connection, built_at)])
    _save(
        folder / "codebook.csv",
        _csv(("table", "column", "type", "description_zh", "description_en"), _codebook(tables)),
    )
    _save(folder / "codes.csv", _csv(("column", "code", "name_zh", "name_en"), _codes()))
    kept = {name: declared[name] for name in _KEPT if name in declared}
    _save(folder / "datapackage.json", [data_package.description(kept, tables, release_id, f"{built_at.isoformat()}Z")])
    files = {file.relative_to(folder).as_posix(): _media_type(file) for file in sorted(folder.rglob("*.*"))}
    first, last = connection.sql("select min(coalesce(period_start, year)), max(year) from observations").fetchall()[0]
    described = catalogue.Described(
        **catalogue.as_declared(declared),
        release_id=release_id,
        issued=built_at.date(),
        as_of=as_of,
        first_year=first,
        last_year=last,
        address=address,
        files=files,
    )
    _save(folder / "dataset.jsonld", [catalogue.json_ld(described)])
    _save(folder / "CITATION.cff", [catalogue.citation_cff(described)])
    _save(folder / "SHA256SUMS", [data_package.checksums(folder)])


def structure_message(connection: duckdb.DuckDBPyConnection, built_at: datetime) -> bytes:
    """The SDMX-ML structure of the figures, with the release's own regions and indicators as codes."""
    say = {language: words.interface(language) for language in words.LANGUAGES}

    def listed(named: Mapping[str, str]) -> list[structure.Code]:
        return [structure.Code(code, structure.names(name, say)) for code, name in named.items()]

    regions = connection.sql("select region_code, name_en, name_zh from regions order by all").fetchall()
    indicators = connection.sql(
        "select indicator_id, name_en, name_zh from indicators order by indicator_id"
    ).fetchall()
    comparators = {sdmx.COMPARATOR_IDS[sign]: name for sign, name in codes.COMPARATORS.items()}
    codelists = {
        "CL_AREA": [structure.Code(code, {"en": en, "zh": zh}) for code, en, zh in regions],
        "CL_INDICATOR": [structure.Code(code, {"en": en, "zh": zh}) for code, en, zh in indicators],
        "CL_FREQ": listed(sdmx.FREQUENCIES),
        "CL_KIND": listed(sdmx.KINDS),
        "CL_OBS_STATUS": listed(sdmx.STATUSES),
        "CL_COMPARATOR": listed(comparators),
        "CL_FORM": listed(codes.FORMS),
        "CL_STATE": listed(codes.STATES),
        "CL_REASON": listed(codes.REASONS),
        "CL_QUALITY": listed(codes.QUALITIES),
    }
    return structure.to_bytes(codelists, say, built_at)


def _table(connection: duckdb.DuckDBPyConnection, name: str, key: str, declared: Mapping) -> Table:
    told = _descriptions(name, declared)
    schema = connection.sql(f"select * from {name} limit 0").to_arrow_table().schema
    described = [Column(field.name, arrow.type_name(field.type), *told(field.name)) for field in schema]
    return Table(name, described, key, connection.sql(f"select count(*) from {name}").fetchall()[0][0])


def _descriptions(table: str, declared: Mapping) -> Callable[[str], tuple[str, str]]:
    """What a column holds, in Chinese and English: as its own table declares it, else a model, else another table."""
    own, others = {}, {}
    for resource in declared["resources"]:
        for field in resource["schema"]["fields"]:
            told = (field["description_zh"], field["description"])
            others.setdefault(field["name"], told)
            if resource["name"] == table or resource["name"].startswith(f"{table}_"):
                own[field["name"]] = told
    made = {name: (words.interface("zh")(text), text) for name, text in columns.MEANINGS.items()}
    known = others | made | own
    return lambda name: known[name]


def _rows(connection: duckdb.DuckDBPyConnection, table: Table) -> pa.RecordBatchReader:
    return connection.sql(f"select * from {table.name} order by all").to_arrow_reader(arrow.ROWS_AT_ONCE)


def _codebook(tables: Iterable[Table]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        for column in table.columns:
            yield table.name, column.name, column.type, column.description_zh, column.description_en


def _codes() -> Iterator[tuple[str, ...]]:
    for column, named in _CODES.items():
        for code, name in named.items():
            yield column, code, words.interface("zh")(name), name


def _csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[bytes]:
    made = pa.RecordBatch.from_pylist([dict(zip(header, row, strict=True)) for row in rows])
    return csv_file.stream(pa.RecordBatchReader.from_batches(made.schema, [made]), guarded=False, marked=False)


def _media_type(file: Path) -> str:
    if file.parent.name == "sdmx":
        return sdmx_csv.MIME if file.suffix == ".csv" else structure.MIME
    return {".csv": csv_file.MIME, ".parquet": parquet_file.MIME, ".json": "application/json"}[file.suffix]


def _save(file: Path, parts: Iterable[bytes]) -> None:
    file.parent.mkdir(exist_ok=True)
    with file.open("wb") as stream:
        stream.writelines(parts)
