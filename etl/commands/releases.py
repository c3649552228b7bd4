"""List the releases that are kept; the current one is marked."""

import argparse

import duckdb

from etl import options, publishing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_out(parser)


def run(arguments: argparse.Namespace) -> int:
    current = publishing.current(arguments.out)
    for file in sorted((arguments.out / publishing.RELEASES).glob("*.duckdb")):
        with duckdb.connect(str(file), read_only=True) as connection:
            as_of, built_at, checksum = connection.execute(
                "select as_of, built_at, content_checksum from release"
            ).fetchone()
        mark = "*" if file.stem == current else " "
        print(f"{mark} {file.stem}  as of {as_of}  built {built_at:%Y-%m-%d %H:%M} UTC  content {checksum[:12]}")
    return 0
