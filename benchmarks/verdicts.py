"""How long the verdicts of 1 million synthetic targets over 10 million observations take, against a bare group-by.

The rows are synthetic and describe no real region. Run it with ``python benchmarks/verdicts.py``; ``--help`` for sizes.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from etl import modelling  # noqa: E402

AIM_RATIO = 10
AIM_PEAK_GIB = 6.0
AS_OF = date(2024, 12, 31)
YEARS = 10
INDICATORS = 500

# Ten years of figures a region and indicator; one in ten is an interval in words, one in fifty inside its year.
_TABLES = """
create table regions as
select
    (100000 + range)::varchar as region_code,
    if(range = 0, 'country', if(range < 32, 'province', 'prefecture')) as level,
    case when range = 0 then null when range < 32 then '100000' else (100001 + range % 31)::varchar end as parent_code,
from range($regions);

create table indicators as
select
    'indicator_' || range as indicator_id,
    ['件', '%', '个'][1 + range % 3] as unit,
    ['stock', 'share', 'new'][1 + range % 3] as basis,
    if(range % 10 = 9, 'lower', 'higher') as direction,
    range % 3 <> 1 as per_capita,
from range($indicators);

create table indicator_relations as
select
    'indicator_' || range as indicator_id,
    'indicator_' || range + 1 as related_indicator_id,
    'other_scope' as relation,
from range(0, $indicators - 1, 7);

create table programmes as
select 'programme_' || range as programme_id, '2019-06' as issued, 2018 as horizon_start, 2026 as horizon_end
from range($regions);

create table observations as
select
    'o' || range as observation_id,
    (100000 + range // ($years * $indicators))::varchar as region_code,
    'indicator_' || ((range // $years) % $indicators) as indicator_id,
    indicators.unit,
    indicators.basis,
    null::integer as period_start,
    (2015 + range % $years)::varchar as period,
    (2015 + range % $years)::integer as year,
    'year' as period_kind,
    if(hash(range) % 50 = 0, (2015 + range % $years)::varchar || '-06', null) as as_of,
    if(hash(range) % 10 = 1, '~', '=') as comparator,
    50 + (range % $years) * 3.0 + hash(range) % 10 as value,
    null::double as value_high,
    value - if(comparator = '~', 5, 0) as lower,
    value + if(comparator = '~', 5, 0) as upper,
    if(hash(range) % 100 = 2, 1000, null)::bigint as sample_size,
    'source' as source_id,
    date '2024-06-01' as published_from,
    'a' as quality,
    true as is_preferred,
    as_of is not null as is_inside_year,
    as_of is null or basis = 'stock' as counts_for_year,
from range($observations) as figures
join indicators on indicators.indicator_id = 'indicator_' || ((figures.range // $years) % $indicators);

create schema stage;

create table stage.repeated_figures as
select observation_id
from observations
qualify count(*) over (partition by region_code, indicator_id, period) > 1;

create table targets as
select
    't' || range as target_id,
    'programme_' || (range % $regions) as programme_id,
    (100000 + range % $regions)::varchar as region_code,
    indicators.indicator_id,
    null as theme,
    indicators.unit,
    indicators.basis,
    indicators.direction,
    ['level', 'level', 'level', 'keep', 'annual', 'new', 'level', 'range', 'direction', 'yes_no'][1 + range % 10]
        as form,
    if(indicators.direction = 'lower', '<=', '>=') as comparator,
    60 + hash(range) % 40 as value,
    null::double as value_high,
    null as reference_region_code,
    2018 as period_start,
    (2021 + hash(range * 2) % 6)::integer as due,
    null::integer as baseline_period,
    null::double as baseline_value,
from range($targets) as numbers
join indicators on indicators.indicator_id = 'indicator_' || ((numbers.range // $regions) % $indicators);
"""
_GIVEN = {
    "regions", "indicators", "indicator_relations", "programmes", "observations", "targets", "sources", "corrections",
    "observations_in_words", "comparable_figures",
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--observations", type=int, default=10_000_000)
    parser.add_argument("--targets", type=int, default=1_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/verdicts.duckdb") as connection:
        connection.execute(f"set memory_limit = '4GB'; set temp_directory = '{folder}/spilled'")
        # Nobody reads the rows in order here; a build does not either before it sorts.
        connection.execute("set preserve_insertion_order = false")
        lay_down(connection, arguments.observations, arguments.targets)
        bare = min(seconds(lambda: group_by(connection)) for _ in range(3))
        taken = seconds(lambda: judge(connection))
        print(connection.execute("select state, count(*) as targets from verdicts group by state order by 2 desc").df())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    ratio = taken / bare
    print(f"{arguments.targets:,} targets over {arguments.observations:,} observations (synthetic)")
    rows_a_second = arguments.observations / taken
    print(f"verdicts {taken:.1f} s: {arguments.targets / taken:,.0f} targets/s, {rows_a_second:,.0f} observations/s")
    print(f"bare group-by {bare:.2f} s; ratio {ratio:.1f} (aim: at most {AIM_RATIO})")
    print(f"peak memory {peak:.2f} GiB (aim: at most {AIM_PEAK_GIB})")
    return int(ratio > AIM_RATIO or peak > AIM_PEAK_GIB)


def lay_down(connection: duckdb.DuckDBPyConnection, observations: int, targets: int) -> None:
    """The tables that the judging models read, filled with synthetic rows."""
    sizes = {
        "observations": observations,
        "targets": targets,
        "years": YEARS,
        "indicators": INDICATORS,
        "regions": -(-observations // (YEARS * INDICATORS)),
    }
    for statement in connection.extract_statements(_TABLES):
        connection.execute(statement, {name: sizes[name] for name in statement.named_parameters})
    connection.execute("checkpoint")


def group_by(connection: duckdb.DuckDBPyConnection) -> None:
    """The yardstick: the latest value of every region and indicator, the least that any verdict must find out."""
    connection.execute(
        """
        create or replace temp table bare as
        select region_code, indicator_id, count(*) as figures, max(year) as latest, arg_max(value, year) as latest_value
        from observations
        group by all
        """
    )


def judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every judging model, as a build does, telling how long each takes."""
    names = [model.name for model in modelling.load() if model.name not in _GIVEN]
    for name in names:
        print(f"  {name}: {seconds(lambda name=name: modelling.run(connection, AS_OF, only={name})):.1f} s", flush=True)


def seconds(work: Callable[[], None]) -> float:
    """Wall seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
