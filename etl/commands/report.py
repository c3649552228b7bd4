"""List every target beside the figure that judges it, with the state, the rule and the reason, as a Markdown table."""

import argparse
from pathlib import Path

import duckdb

from etl import options, publishing, words

_ROWS = """
    select
        regions.name_zh || ' ' || regions.name_en,
        indicators.name_zh || ' ' || indicators.name_en,
        verdicts.form,
        concat_ws(' ', verdicts.comparator, verdicts.target_value, '- ' || verdicts.target_value_high, targets.unit),
        verdicts.due,
        concat_ws(' ', latest.comparator, verdicts.latest_value, '- ' || verdicts.latest_value_high),
        verdicts.latest_period,
        verdicts.state,
        verdicts.reason_code,
        round(verdicts.growth_ratio, 3),
        round(verdicts.linear_ratio, 3),
        targets.phrase,
        latest.phrase,
        verdicts.target_id,
        verdicts.latest_observation_id,
    from verdicts
    join targets using (target_id)
    join regions on verdicts.region_code = regions.region_code
    join indicators on verdicts.indicator_id = indicators.indicator_id
    left join observations as latest on verdicts.latest_observation_id = latest.observation_id
    order by verdicts.region_code, verdicts.indicator_id, verdicts.due, verdicts.target_id
"""
_COLUMNS = (
    "region", "indicator", "form", "target", "due", "latest", "year", "state", "reason", "R", "L",
    "words of the target", "words of the figure", "target id", "figure id",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_out(parser)
    parser.add_argument("--to", type=Path, metavar="FILE", help="write there instead of to the screen")


def run(arguments: argparse.Namespace) -> int:
    release_id = publishing.current(arguments.out)
    file = publishing.release_file(arguments.out, release_id or "-")
    if not file.exists():
        raise publishing.BuildFault("no_such_release", release_id or str(arguments.out))
    text = table(file)
    if arguments.to is None:
        print(text, end="")
    else:
        arguments.to.write_text(text, encoding="utf-8")
        print(words.catalogue(arguments.lang)("Wrote %s.") % arguments.to)
    return 0


def table(release: Path) -> str:
    """All targets of a release as a Markdown table, one line a target, by region, indicator and due year."""
    with duckdb.connect(str(release), read_only=True) as connection:
        rows = connection.execute(_ROWS).fetchall()
    lines = [_COLUMNS, ["---"] * len(_COLUMNS), *rows]
    return "".join(f"| {' | '.join(_cell(value) for value in line)} |\n" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
