"""Check the data, make the tables, publish them as a new release."""

import argparse
from datetime import date

from etl import building, options, publishing, words
from etl.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_data(parser)
    options.add_out(parser)
    options.add_as_of(parser)
    parser.add_argument("--force", action="store_true", help="build even where nothing has changed")


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    as_of = arguments.as_of or publishing.standing_day(arguments.data, arguments.out, date.today())
    progress = Progress(say)
    try:
        release_id, is_new = building.build(arguments.data, arguments.out, as_of, progress, force=arguments.force)
    finally:
        progress.close()
    left = publishing.rolled_back(arguments.out)
    if is_new:
        print(say("Published release %s.") % release_id)
    elif left:
        print(say("Nothing has changed since release %s was rolled back; --force publishes it again.") % left)
    else:
        print(say("Nothing has changed; release %s stands.") % release_id)
    return 0
