"""Check the data, make the tables, publish them as a new release."""

import argparse

from etl import building, options, words
from etl.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_data(parser)
    options.add_out(parser)
    options.add_as_of(parser)
    parser.add_argument("--force", action="store_true", help="build even where nothing has changed")


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    progress = Progress(say)
    try:
        release_id, is_new = building.build(
            arguments.data, arguments.out, arguments.as_of, progress, force=arguments.force
        )
    finally:
        progress.close()
    print((say("Published release %s.") if is_new else say("Nothing has changed; release %s stands.")) % release_id)
    return 0
