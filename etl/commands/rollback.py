"""Make an earlier release the current one: the one named, or the one before the current."""

import argparse
from pathlib import Path

from etl import options, publishing, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_out(parser)
    parser.add_argument("release_id", nargs="?", help="a release that `releases` lists")


def run(arguments: argparse.Namespace) -> int:
    out = arguments.out
    with publishing.only_build(out):
        release_id = arguments.release_id or _before_current(out)
        file = publishing.release_file(out, release_id)
        if not file.exists():
            raise publishing.BuildFault("no_such_release", release_id)
        publishing.verify(file)
        publishing.point_to(out, release_id)
    print(words.catalogue(arguments.lang)("Release %s is current now.") % release_id)
    return 0


def _before_current(out: Path) -> str:
    files = sorted((out / publishing.RELEASES).glob("*.duckdb"), key=lambda file: file.stat().st_mtime_ns)
    older = [file.stem for file in files]
    place = older.index(publishing.current(out)) if publishing.current(out) in older else 0
    if place == 0:
        raise publishing.BuildFault("no_such_release", "-")
    return older[place - 1]
