"""Check the data and tell every fault; publish nothing."""

import argparse
from datetime import date

from etl import building, options, words
from etl.breach import DataAtFault
from etl.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_data(parser)
    options.add_as_of(parser)


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    progress = Progress(say)
    try:
        breaches = building.check(arguments.data, arguments.as_of or date.today(), progress)
    finally:
        progress.close()
    if breaches:
        raise DataAtFault(breaches)
    print(say("No faults found."))
    return 0
