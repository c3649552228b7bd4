"""Make an earlier release the current one: the one named, or the one before the current."""

import argparse
from pathlib import Path

from etl import options, publishing, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_out(parser)
    parser.add_argument("release_id", nargs="?", help="a release that `releases` lists")


def run(arguments: argparse.Namespace) -> int:
    with publishing.only_build(arguments.out):
        release_id = arguments.release_id or _before_current(arguments.out)
        publishing.roll_back(arguments.out, release_id)
    print(words.catalogue(arguments.lang)("Release %s is current now.") % release_id)
    return 0


def _before_current(out: Path) -> str:
    """The release made before the current one; the newest where the pointer names none."""
    kept, current = publishing.ids(out), publishing.current(out)
    place = kept.index(current) if current in kept else len(kept)
    if place == 0:
        raise publishing.BuildFault("no_earlier_release", str(out))
    return kept[place - 1]
