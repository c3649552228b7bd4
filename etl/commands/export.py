"""Write a whole release as open data: CSV, Parquet, SDMX, descriptions, codebook, checksums."""

import argparse
from pathlib import Path

from etl import exporting, options, publishing, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_data(parser)
    options.add_out(parser)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write; must not exist yet, or be empty")
    parser.add_argument("--release", metavar="ID", help="a release that `releases` lists (default: the current one)")
    parser.add_argument("--address", default="", metavar="URL", help="address of the server, for permanent links")


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    release_id = arguments.release or publishing.current(arguments.out) or "-"
    file = publishing.release_file(arguments.out, release_id)
    if not file.exists():
        raise publishing.BuildFault("no_such_release", release_id)
    exporting.export(
        file,
        arguments.data,
        arguments.folder,
        arguments.address,
        lambda table, rows: print(f"{table}: {rows:,}"),
    )
    print(say("Wrote release %s.") % release_id)
    return 0
