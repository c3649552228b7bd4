"""How long 1 million synthetic rows take to leave as CSV, Parquet, XLSX, against the bare writers of pandas and DuckDB.

The rows have the columns of downloaded figures and describe no real region. Each way runs in a process of its own, so
that its memory can be told: the growth is the peak over what the process held when it began to write.
Run it with ``python benchmarks/exports.py``; ``--help`` for sizes.
"""

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exports import arrow, csv_file, parquet_file, workbook  # noqa: E402

AIM_RATIO = 1.5
AIM_GROWTH_MIB = 100

_ROWS = """
create table figures as
select
    'o' || range as observation_id,
    (110000 + range % 3000)::varchar as region_code,
    '某市' || range % 3000 as region,
    'indicator_' || range % 900 as indicator_id,
    '有效发明专利拥有量（合成）' || range % 900 as indicator,
    (2010 + range % 15)::varchar as period,
    ['=', '>=', '~'][1 + range % 3] as comparator,
    round(hash(range) % 100000 + 0.37, 2) as value,
    if(range % 50 = 0, value * 2, null) as value_high,
    if(range % 10 = 0, range % 5000, null)::bigint as sample_size,
    '件' as unit,
    range % 7 <> 0 as is_preferred,
    'source-' || range % 2000 as source_id,
    '某市质量发展报告（合成）第' || range % 2000 || '号' as source_title,
    '某市市场监督管理局' as publisher,
    (date '2015-01-01' + (range % 3650)::integer)::varchar as published,
    'https://example.org/document/' || range % 2000 as url,
    'para ' || range % 40 as locator,
    '有效发明专利' || range % 1000 || '件' as phrase,
    ['a', 'b', 'c'][1 + range % 3] as quality,
from range($rows)
"""
_HEADINGS = {"observation_id": "实绩编号", "region_code": "地区代码", "value": "实绩", "phrase": "原文"}
_ALL = "select * from figures"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--no-xlsx", action="store_true", help="leave the workbook out, which takes minutes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with duckdb.connect(f"{folder}/figures.duckdb") as connection:
            connection.execute(_ROWS, {"rows": arguments.rows})
        print(f"{arguments.rows:,} rows (synthetic), {len(_columns(folder))} columns")
        return report(folder, with_workbook=not arguments.no_xlsx)


def report(folder: str, with_workbook: bool) -> int:
    """Measure every way and tell it; 1 where an aim is missed."""
    missed = 0
    for kind in ("csv", "parquet"):
        # Rows that lie in a release would be written by DuckDB, rows of a page by pandas.
        for way, bare in (("release", "duckdb"), ("frame", "pandas")):
            yardstick, _, _ = measured(f"{bare}_{kind}", folder)
            taken, growth, size = measured(f"{way}_{kind}", folder)
            ratio = taken / yardstick
            missed |= ratio > AIM_RATIO or growth > AIM_GROWTH_MIB
            told = f"{taken:.2f} s, {size:,.0f} MiB, memory +{growth:.0f} MiB"
            print(
                f"{kind} from a {way}: {told}; {ratio:.2f} times {bare}'s bare writer ({yardstick:.2f} s)", flush=True
            )
    if with_workbook:
        taken, growth, size = measured("release_xlsx", folder)
        print(f"xlsx from a release: {taken:.1f} s, {size:,.0f} MiB, memory +{growth:.0f} MiB")
        print(f"A worksheet holds at most {workbook.ROWS_A_SHEET:,} rows; what is longer goes on in further sheets.")
    print(f"aims: at most {AIM_RATIO} times the bare writer, memory growth below {AIM_GROWTH_MIB} MiB")
    return int(missed)


def measured(way: str, folder: str) -> tuple[float, float, float]:
    """Seconds (best of 3; 1 for XLSX), memory growth in MiB and file size in MiB of one way to write."""
    rounds = 1 if way.endswith("xlsx") else 3
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        return pool.apply(_measure, (way, folder, rounds))


def _measure(way: str, folder: str, rounds: int) -> tuple[float, float, float]:
    source, kind = way.split("_")
    target = Path(folder) / f"{way}.{kind}"
    with duckdb.connect(f"{folder}/figures.duckdb", read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")
        # The database's own cache is no part of what a writer needs: read once before.
        connection.execute("select count(columns(*)) from figures").fetchall()
        frame = connection.sql(_ALL).df() if source in ("frame", "pandas") else None
        write = _WAYS[way](connection, frame, target)
        before = _forget_peak()
        taken = min(_seconds(write) for _ in range(rounds))
        return taken, (_memory("VmHWM") - before) / 1024, target.stat().st_size / 2**20


Way = Callable[[duckdb.DuckDBPyConnection, pd.DataFrame | None, Path], Callable[[], object]]
_WAYS: dict[str, Way] = {
    "duckdb_csv": lambda connection, _, target: (
        lambda: connection.execute(f"copy figures to '{target}' (format csv, header)")
    ),
    "duckdb_parquet": lambda connection, _, target: (
        lambda: connection.execute(f"copy figures to '{target}' (format parquet)")
    ),
    "pandas_csv": lambda _, frame, target: lambda: frame.to_csv(target, index=False, encoding="utf-8-sig"),
    "pandas_parquet": lambda _, frame, target: lambda: frame.to_parquet(target, index=False),
    "release_csv": lambda connection, _, target: (
        lambda: _save(csv_file.stream(_batches(connection), _HEADINGS, "合成数据"), target)
    ),
    "release_parquet": lambda connection, _, target: (
        lambda: _save(parquet_file.stream(_batches(connection), _HEADINGS), target)
    ),
    "frame_csv": lambda _, frame, target: (
        lambda: _save(csv_file.stream(arrow.reader(frame), _HEADINGS, "合成数据"), target)
    ),
    "frame_parquet": lambda _, frame, target: (
        lambda: _save(parquet_file.stream(arrow.reader(frame), _HEADINGS), target)
    ),
    "release_xlsx": lambda connection, _, target: lambda: _save_workbook(_batches(connection), target),
}


def _batches(connection: duckdb.DuckDBPyConnection) -> pa.RecordBatchReader:
    return connection.sql(_ALL).to_arrow_reader(arrow.ROWS_AT_ONCE)


def _save(parts: Iterator[bytes], target: Path) -> None:
    with target.open("wb") as stream:
        stream.writelines(parts)


def _save_workbook(rows: pa.RecordBatchReader, target: Path) -> None:
    with target.open("wb") as stream:
        workbook.write(stream, rows, _HEADINGS, "数据")


def _columns(folder: str) -> list[str]:
    with duckdb.connect(f"{folder}/figures.duckdb", read_only=True) as connection:
        return [name for name, *_ in connection.execute("describe figures").fetchall()]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _forget_peak() -> int:
    """Begin the peak anew (Linux); what the process holds now, in KiB."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _memory("VmRSS")


def _memory(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    sys.exit(main())
