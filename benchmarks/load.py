"""How long a build of 10 million synthetic observations takes, against a bare typed load of the same file.

The rows are synthetic: they describe no real region. Run it with ``python benchmarks/load.py``; ``--help`` for sizes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from etl import package  # noqa: E402  (the repository is not an installed package)

AIM_RATIO = 2.5
AIM_PEAK_GIB = 4.0
FIRST_YEAR = 2014
THEME = "patents"

# Most figures stand alone; one in twenty is published again or otherwise by another document, mostly of a large
# region (cubed draw), while the smallest regions publish nothing: about what the real tables show. Values have a long
# tail. One phrase in fifty writes its number with separators, one in a thousand in 万. Rows lie in no order.
_OBSERVATIONS = """
with drawn as (
    select
        range as number,
        (range * 1000003) % $rows as cell,
        hash(range * 4 + 1) / 18446744073709551616.0 as region_draw,
        hash(range * 4 + 2) % $indicators as indicator_draw,
        hash(range * 4 + 3) / 18446744073709551616.0 as value_draw,
        hash(range * 4) % $years as year_draw,
        -- The last cells of the grid, those of the smallest regions, become second publications.
        cell >= 0.95 * $rows as is_again,
    from range($rows)
),

valued as (
    select
        number,
        if(is_again, floor($regions * power(region_draw, 3)), cell // ($indicators * $years))::bigint as region,
        if(is_again, indicator_draw, (cell // $years) % $indicators)::bigint as indicator,
        $first_year + if(is_again, year_draw, cell % $years)::bigint as year,
        -- From 0 to about 3 000 000, small ones more often; a document never repeats a value, hence no figure.
        (floor(exp(11 * value_draw) - 1)::bigint * 50 + number // $sources) * if(number % 1000 = 0, 10000, 1) as value,
    from drawn
)

select
    'o' || lpad(number::varchar, 9, '0') as observation_id,
    (100000 + region)::varchar as region_code,
    'indicator_' || indicator as indicator_id,
    null as period_start,
    year::varchar as period,
    null as as_of,
    if(number % 200 = 0, '>=', '=') as comparator,
    value,
    null as value_high,
    null as sample_size,
    'source_' || (number % $sources) as source_id,
    '第' || (number // $sources) || '段' as locator,
    case
        when number % 1000 = 0 then '有效' || (value // 10000) || '万件'
        when number % 50 = 0 then '有效' || format('{:,}', value) || '件'
        else '有效' || value || '件'
    end as phrase,
    if(number % 10 = 0, 'b', 'a') as quality,
    null as note,
from valued
"""

_REGIONS = """
select
    (100000 + range)::varchar as region_code,
    '合成地区' || range as name_zh,
    'Synthetic region ' || range as name_en,
    case
        when range = 0 then 'country'
        when range < 32 then 'province'
        when range < 400 then 'prefecture'
        else 'county'
    end as level,
    case
        when range = 0 then null
        when range < 32 then '100000'
        when range < 400 then (100001 + range % 31)::varchar
        else (100032 + range % 368)::varchar
    end as parent_code,
    null as tile_row,
    null as tile_column,
from range($regions)
"""

_INDICATORS = """
select
    'indicator_' || range as indicator_id,
    '合成指标' || range as name_zh,
    'Synthetic indicator ' || range as name_en,
    $theme as theme,
    '件' as unit,
    'stock' as basis,
    'higher' as direction,
    'no' as per_capita,
    '合成' as definition_zh,
    'Synthetic.' as definition_en,
    null as synonyms,
from range($indicators)
"""

_SOURCES = """
select
    'source_' || range as source_id,
    '合成文件' || range as title_zh,
    'Synthetic document ' || range as title_en,
    '合成机关' as publisher,
    'Synthetic publisher' as publisher_en,
    ($first_year + range % $years)::varchar as published,
    null as date_note,
    null as url,
    'official' as reach,
    null as note,
from range($sources)
"""


_PROGRAMMES = """
select
    'programme_' || range as programme_id,
    (100000 + range)::varchar as region_code,
    '合成方案' || range as title_zh,
    'Synthetic programme ' || range as title_en,
    null as issuer,
    null as issuer_en,
    '2021-01-01' as issued,
    2021 as horizon_start,
    2025 as horizon_end,
    'source_' || (range % $sources) as source_id,
    null as note,
from range($regions)
"""

# Five commitments a region, as in the real tables.
_TARGETS = """
select
    't' || lpad(range::varchar, 9, '0') as target_id,
    'programme_' || (range // 5) as programme_id,
    (100000 + range // 5)::varchar as region_code,
    'indicator_' || ((range * 7) % $indicators) as indicator_id,
    ['level', 'keep', 'annual', 'new', 'level'][range % 5 + 1] as form,
    '>=' as comparator,
    1000 + range % 100000 as value,
    null as value_high,
    null as reference_region_code,
    2021 as period_start,
    2025 as due,
    null as baseline_period,
    null as baseline_value,
    'source_' || ((range // 5) % $sources) as source_id,
    '第1段' as locator,
    '达到' || (1000 + range % 100000) || '件' as phrase,
    'a' as quality,
    null as note,
from range($regions * 5)
"""


@dataclass(frozen=True)
class Measured:
    """What one child process took: seconds on the clock, seconds of processor time, GiB at its peak."""

    seconds: float
    processor_seconds: float
    peak_gib: float

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s   processor {self.processor_seconds:6.1f} s   peak {self.peak_gib:5.2f} GiB"


def make_package(folder: Path, regions: int, indicators: int, years: int) -> Path:
    """Write a synthetic package of regions x indicators x years observations; returns the file that holds them."""
    (folder / "observations").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "datapackage.json", folder)
    for resource in package.load(folder):
        header = ",".join(field.name for field in resource.fields)
        (folder / resource.path).write_text(header + "\n", encoding="utf-8")
    rows = regions * indicators * years
    sizes = {
        "rows": rows,
        "regions": regions,
        "indicators": indicators,
        "years": years,
        "first_year": FIRST_YEAR,
        "sources": max(1, rows // 50),
        "theme": THEME,
    }
    observations = folder / "observations" / f"{THEME}.csv"
    made = {
        _REGIONS: folder / "regions.csv",
        _INDICATORS: folder / "indicators.csv",
        _SOURCES: folder / "sources.csv",
        _PROGRAMMES: folder / "programmes.csv",
        _TARGETS: folder / "targets.csv",
        _OBSERVATIONS: observations,
    }
    with duckdb.connect() as connection:
        for sql, file in made.items():
            bound = {name: value for name, value in sizes.items() if f"${name}" in sql}
            connection.sql(sql, params=bound).write_csv(str(file), header=True)
    return observations


def bare_load(file: Path, database: Path) -> Measured:
    """A process that does nothing but ``create table as select * from read_csv`` with the declared types."""
    fields = next(part.fields for part in package.load() if part.theme == THEME)
    types = {field.name: field.sql_type for field in fields}
    script = (
        "import duckdb\n"
        f"with duckdb.connect({str(database)!r}) as connection:\n"
        f"    connection.execute('create table bare as select * from read_csv($file, columns = $types)',"
        f" {{'file': {str(file)!r}, 'types': {types!r}}})\n"
    )
    return measure([sys.executable, "-c", script])


def full_build(data: Path, out: Path) -> Measured:
    """The build as a data keeper runs it: all checks, all models, verified and published."""
    return measure([sys.executable, "-m", "etl", "build", "--data", str(data), "--out", str(out)])


def measure(command: list[str]) -> Measured:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 2**20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--regions", type=int, default=10_000)
    parser.add_argument("--indicators", type=int, default=100)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where to work (about 6 GB; default: a temporary folder)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        data = Path(folder) / "data"
        file = make_package(data, given.regions, given.indicators, given.years)
        rows = given.regions * given.indicators * given.years
        print(f"{rows:,} synthetic observations, {file.stat().st_size / 2**20:,.0f} MiB", flush=True)
        for run in range(given.runs):
            bare = bare_load(file, Path(folder) / f"bare{run}.duckdb")
            print(f"bare typed load     {bare}", flush=True)
            full = full_build(data, Path(folder) / f"out{run}")
            print(f"python -m etl build {full}", flush=True)
            # On a shared machine the clock also tells what the others do; processor time tells much less of it.
            by_processor = full.processor_seconds / bare.processor_seconds
            print(f"ratio {full.seconds / bare.seconds:.2f}, by processor time {by_processor:.2f} (aim: {AIM_RATIO})")
            print(f"peak {full.peak_gib:.2f} GiB (aim: at most {AIM_PEAK_GIB:.0f})", flush=True)


if __name__ == "__main__":
    main()
