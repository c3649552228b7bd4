"""One build: the stages in their order, from the folder of tables to the release that readers see."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl import checking, modelling, package, publishing, staging
from etl.breach import Breach, DataAtFault

# (stage, rows so far) -> None
Report = Callable[[str, int], None]


def check(data: Path, as_of: date, report: Report) -> list[Breach]:
    """Every breach of the data, in the order of the files, rows and columns."""
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as stage")
        connection.execute("set variable as_of = $as_of", {"as_of": as_of})
        return _stage_and_check(connection, data, report)


def build(data: Path, out: Path, as_of: date, report: Report, force: bool = False) -> tuple[str, bool]:
    """Publish the data as a release.

    Returns:
        The release's id, and whether it was built now (False: nothing had changed).

    Raises:
        DataAtFault: a check found breaches; nothing is published.
        BuildFault: the folder, the disk or another build stood in the way; nothing is published.
    """
    with publishing.only_build(out):
        made_from = publishing.fingerprint(data, as_of)
        release_id = f"{as_of:%Y%m%d}-{made_from[:8]}"
        if not force and publishing.rolled_back(out) == release_id and publishing.current(out) in publishing.ids(out):
            return publishing.current(out), False
        if not force and publishing.is_whole(publishing.release_file(out, release_id)):
            publishing.make_current(out, release_id)
            return release_id, False
        built = publishing.unfinished(out, "release")
        try:
            try:
                _make(built, data, as_of, release_id, made_from, report)
                report("verify", 0)
                publishing.verify(built)
                report("publish", 0)
                publishing.publish(out, built, release_id)
            finally:
                publishing.clear(out)
        except (OSError, duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as fault:
            raise publishing.refused(fault) from fault
    return release_id, True


def _make(built: Path, data: Path, as_of: date, release_id: str, made_from: str, report: Report) -> None:
    with duckdb.connect(str(built)) as connection:
        connection.execute(f"set temp_directory = '{publishing.unfinished(built.parent.parent, 'spilled')}'")
        # What is only read and checked need not be compressed and written; it spills where memory is short.
        connection.execute("attach ':memory:' as stage")
        connection.execute("set variable as_of = $as_of", {"as_of": as_of})
        breaches = _stage_and_check(connection, data, report)
        if breaches:
            raise DataAtFault(breaches)
        report("model", _staged_rows(connection))
        modelling.run(connection, as_of)
        modelling.make_theme_views(connection, [part.theme for part in _declared(data) if part.theme])
        _sign(connection, as_of, release_id, made_from, package.version(data))
        connection.execute("detach stage")
        connection.execute("checkpoint")


def _stage_and_check(connection: duckdb.DuckDBPyConnection, data: Path, report: Report) -> list[Breach]:
    resources = _declared(data)
    report("read", 0)
    of_form = staging.stage(connection, data, resources)
    report("check", _staged_rows(connection))
    # A cell or row that could not be read is told once, as that; what it seems to lack after it is no second fault.
    told = {(breach.file, breach.row, breach.column) for breach in of_form}
    whole = {(breach.file, breach.row) for breach in of_form if not breach.column}
    of_content = [
        breach
        for breach in checking.run(connection, resources)
        if (breach.file, breach.row, breach.column) not in told and (breach.file, breach.row) not in whole
    ]
    place = {resource.path: number for number, resource in enumerate(resources)}
    return sorted({*of_form, *of_content}, key=lambda breach: (place.get(breach.file, len(place)), breach))


def _declared(data: Path) -> tuple[package.Resource, ...]:
    try:
        return package.load(data)
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        detail = f"{data / 'datapackage.json'}: {type(fault).__name__}: {fault}"
        raise publishing.BuildFault("package_unreadable", detail) from fault


def _staged_rows(connection: duckdb.DuckDBPyConnection) -> int:
    return connection.execute(
        "select coalesce(sum(estimated_size), 0) from duckdb_tables() where database_name = 'stage'"
    ).fetchall()[0][0]


def _sign(connection: duckdb.DuckDBPyConnection, as_of: date, release_id: str, made_from: str, version: str) -> None:
    """Write ``release_tables`` (rows and checksum of each table) and the one row of ``release``."""
    tables = [
        name
        for (name,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = current_database() order by table_name"
        ).fetchall()
    ]
    connection.execute("create table release_tables (table_name varchar, row_count bigint, checksum varchar)")
    for name in tables:
        rows, hashes = publishing.checksum(connection, name)
        connection.execute("insert into release_tables values ($1, $2, $3)", [name, rows, hashes])
    connection.execute(
        """
        create table release as
        select
            $release_id as release_id,
            $built_at::timestamp as built_at,
            $as_of::date as as_of,
            $made_from as input_checksum,
            md5((select string_agg(table_name || row_count || checksum, ' ' order by table_name) from release_tables))
                as content_checksum,
            $version as package_version
        """,
        {
            "release_id": release_id,
            "built_at": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
            "as_of": as_of,
            "made_from": made_from,
            "version": version,
        },
    )
