"""List the releases that are kept, newest first; a star marks the current one."""

import argparse
from pathlib import Path

import duckdb

from etl import options, publishing, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_out(parser)


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    current = publishing.current(arguments.out)
    for release_id in reversed(publishing.ids(arguments.out)):
        mark = "*" if release_id == current else " "
        print(f"{mark} {release_id}  {_story(publishing.release_file(arguments.out, release_id)) or say('damaged')}")
    return 0


def _story(file: Path) -> str:
    """Day of judgement, time of making and checksum of a release; empty where it cannot be read."""
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            as_of, built_at, checksum = connection.execute(
                "select as_of, built_at, content_checksum from release"
            ).fetchall()[0]
    except duckdb.Error:
        return ""
    return f"as of {as_of}  built {built_at:%Y-%m-%d %H:%M} UTC  content {checksum[:12]}"
