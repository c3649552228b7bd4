"""Options that several commands share."""

import argparse
from datetime import date
from pathlib import Path

import paths


def add_data(parser: argparse.ArgumentParser) -> None:
    """``--data``: the folder of the data package."""
    parser.add_argument("--data", type=_package_folder, default=paths.DATA, metavar="DIR", help="the data package")


def add_out(parser: argparse.ArgumentParser) -> None:
    """``--out``: the folder of the releases."""
    parser.add_argument("--out", type=Path, default=paths.build_folder(), metavar="DIR", help="folder of the releases")


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """``--as-of``: the day of judgement; None where it is not given."""
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="day of judgement; what was published later does not count (default: today; an unchanged package"
        " keeps the day of its release until the year ends)",
    )


def _package_folder(text: str) -> Path:
    folder = Path(text)
    if not (folder / "datapackage.json").is_file():
        raise argparse.ArgumentTypeError(f"{folder} holds no datapackage.json")
    return folder
