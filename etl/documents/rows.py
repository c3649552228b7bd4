"""Statements as rows of the data package, and the ETL's own checks run on them before they leave."""

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import paths
from etl import building, package
from etl.breach import Breach
from etl.documents.catalogue import Catalogue
from etl.documents.cleaning import fold
from etl.documents.statement import Statement
from etl.words import STATEMENT_REASONS

_QUALITY = {"high": "a", "medium": "b", "low": "c"}
_SIZES = {"元": 1.0, "万元": 1e4, "亿元": 1e8, "月": 1.0, "个月": 1.0, "年": 12.0}
_COUNTS = {"个", "家", "件", "项", "户", "所", "条", "种", "座", "处", "张", "份", "类", "人", "名", "位", "起", "宗",
           "例", "台", "台件", "台套", "套", "次", "场", "场次", "批次", "家次", "人次", "分", ""}  # fmt: skip

Row = dict[str, object]


@dataclass(frozen=True)
class Rows:
    """Rows in the package's shape.

    ``targets``, ``observations`` by theme; ``corrections`` say of a row told in words that its phrase holds
    no number; ``left_out`` is what made no row, with the reason's code (a key of ``words.ROW_REFUSALS``).
    """

    targets: tuple[Row, ...] = ()
    observations: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    corrections: tuple[Row, ...] = ()
    left_out: tuple[tuple[Statement, str], ...] = ()

    @property
    def count(self) -> int:
        return len(self.targets) + sum(map(len, self.observations.values()))


def to_rows(statements: Iterable[Statement], catalogue: Catalogue, source_id: str, programme_id: str) -> Rows:
    """Rows of ``targets.csv`` (targets and counts of the programme) and of ``observations/<theme>.csv`` (actuals).

    Values are turned into the indicator's unit. A baseline goes into the target of the same indicator; without one it
    is an observation of its own year. What lacks an indicator, a region or a fitting unit is left out, with the reason.
    """
    statements = list(statements)
    left_out: list[tuple[Statement, str]] = []
    fitting: list[tuple[Statement, float]] = []
    for statement in statements:
        reason, factor = _fit(statement, catalogue)
        if reason:
            left_out.append((statement, reason))
        else:
            fitting.append((statement, factor))
    baselines = {(s.region_code, s.indicator_id): (s, f) for s, f in fitting if s.kind == "baseline"}
    promised = {(s.region_code, s.indicator_id) for s, _ in fitting if s.kind == "target"}
    targets, observations = [], {}
    for number, (statement, factor) in enumerate(fitting, start=1):
        key = (statement.region_code, statement.indicator_id)
        if statement.kind in ("target", "programme"):
            row = _target(statement, factor, f"{source_id}-{number:03d}", source_id, programme_id)
            if statement.kind == "target" and key in baselines:
                base, base_factor = baselines[key]
                row |= {"baseline_period": base.period, "baseline_value": _scaled(base.value, base_factor)}
            targets.append(row)
        elif statement.kind == "actual" or key not in promised:
            theme = catalogue.indicators[statement.indicator_id].theme
            row = _observation(statement, factor, f"{source_id}-{number:03d}", source_id)
            observations.setdefault(theme, []).append(row)
    by_theme = {theme: tuple(rows) for theme, rows in observations.items()}
    return Rows(tuple(targets), by_theme, tuple(_corrections(fitting, source_id)), tuple(left_out))


def _corrections(fitting: list[tuple[Statement, float]], source_id: str) -> Iterator[Row]:
    for number, (statement, _) in enumerate(fitting, start=1):
        if statement.implied is not None and statement.kind != "baseline":
            yield {
                "correction_id": f"fact-{source_id}-{number:03d}-01", "subject": "fact",
                "subject_id": f"{source_id}-{number:03d}", "what": "phrase_without_value", "field": "phrase",
                "before": statement.phrase, "after": None,
                "why": f"Told in words: the text implies {statement.implied:g} and prints no number.",
            }  # fmt: skip


def with_indicator(statement: Statement, indicator_id: str) -> Statement:
    """The statement linked by a person: the doubt about the link is gone."""
    reasons = tuple(r for r in statement.reasons if r not in ("no_indicator", "weak_link", "rival_link"))
    return replace(statement, indicator_id=indicator_id, reasons=reasons)


def _fit(statement: Statement, catalogue: Catalogue) -> tuple[str, float]:
    """Why a statement makes no row, or the factor that turns its value into the indicator's unit."""
    if statement.indicator_id is None or statement.indicator_id not in catalogue.indicators:
        return "no_indicator", 1.0
    if not statement.region_code:
        return "no_region", 1.0
    if statement.kind in ("actual", "baseline") and statement.value is None and statement.implied is None:
        return "no_value", 1.0
    factor = conversion(statement.unit, catalogue.indicators[statement.indicator_id].unit)
    if factor is None and statement.value is not None:
        return "other_unit", 1.0
    return "", factor or 1.0


def conversion(unit: str, to: str) -> float | None:
    """What a value is multiplied by to be in another unit; None where the units measure different things."""
    if unit == to:
        return 1.0
    if unit in _SIZES and to in _SIZES and ("元" in unit) == ("元" in to):
        return _SIZES[unit] / _SIZES[to]
    if unit in _COUNTS and to in _COUNTS and (unit in ("分", "")) == (to in ("分", "")):
        return 1.0
    # 每万人口发明专利12件: the name holds the denominator, the catalogue's unit does.
    return 1.0 if to.partition("/")[0] == unit else None


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")


def _value(statement: Statement, factor: float) -> float | None:
    return statement.implied if statement.value is None else _scaled(statement.value, factor)


def _target(statement: Statement, factor: float, target_id: str, source_id: str, programme_id: str) -> Row:
    value = _value(statement, factor)
    comparator = statement.comparator or None
    return {
        "target_id": target_id, "programme_id": programme_id, "region_code": statement.region_code,
        "indicator_id": statement.indicator_id, "form": statement.form, "comparator": comparator, "value": value,
        "value_high": _scaled(statement.value_high, factor), "reference_region_code": _reference(statement),
        "period_start": statement.period_start if statement.period_start != statement.period else None,
        "due": statement.period, "baseline_period": None, "baseline_value": None, "source_id": source_id,
        "locator": statement.locator or None, "phrase": " ".join(statement.phrase.split()),
        "quality": _QUALITY[statement.confidence], "note": _note(statement),
    }  # fmt: skip


def _observation(statement: Statement, factor: float, observation_id: str, source_id: str) -> Row:
    period = str(statement.period) if statement.period else None
    return {
        "observation_id": observation_id, "region_code": statement.region_code,
        "indicator_id": statement.indicator_id,
        "period_start": statement.period_start if statement.period_start != statement.period else None,
        "period": period, "as_of": statement.as_of or None, "comparator": statement.comparator or "=",
        "value": _value(statement, factor), "value_high": _scaled(statement.value_high, factor), "sample_size": None,
        "source_id": source_id, "locator": statement.locator or None, "phrase": " ".join(statement.phrase.split()),
        "quality": _QUALITY[statement.confidence], "note": _note(statement),
    }  # fmt: skip


def _reference(statement: Statement) -> str | None:
    """The region whose figure is the yardstick: 高于全省平均水平 is the province's, 全国 the nation's."""
    if statement.form != "direction":
        return None
    phrase = fold(statement.phrase)
    if re.search("全国|国家", phrase):
        return "100000"
    return statement.region_code[:2] + "0000" if re.search("全省|省", phrase) else None


def _note(statement: Statement) -> str | None:
    notes = [STATEMENT_REASONS[reason] for reason in statement.reasons]
    if statement.kind == "baseline":
        notes.insert(0, "baseline of a plan")
    return "; ".join(notes) or None


def check_rows(rows: Rows, source: Row, programme: Row | None, as_of: date, data: Path = paths.DATA) -> list[Breach]:
    """What the ETL's checks say of the rows, as if they stood in the package already.

    Args:
        source: the row of ``sources.csv`` that the rows name; used where the package has none of that id.
        programme: the row of ``programmes.csv`` that the targets name, likewise.

    Returns:
        Breaches of these rows only; ``file`` as in the package, ``row`` counted in the exported file (header = 1).
    """
    additions: dict[str, list[Row]] = {"targets.csv": list(rows.targets), "corrections.csv": list(rows.corrections)}
    for theme, observations in rows.observations.items():
        additions[f"observations/{theme}.csv"] = list(observations)
    for file, key, row in (("sources.csv", "source_id", source), ("programmes.csv", "programme_id", programme)):
        if row is not None and row[key] not in _ids(data / file, key):
            additions[file] = [row]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "data"
        shutil.copytree(data, folder, ignore=shutil.ignore_patterns("build", "_*", ".*"))
        stood = {file: _append(folder / file, added) for file, added in additions.items() if added}
        breaches = building.check(folder, as_of, lambda stage, count: None)
    return [
        replace(breach, row=breach.row - stood[breach.file])
        for breach in breaches
        if breach.file in stood and breach.row > stood[breach.file] + 1
    ]


def _ids(file: Path, key: str) -> set[str]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return {row[key] for row in csv.DictReader(stream)}


def _append(file: Path, added: list[Row]) -> int:
    """Add rows to a copy of a file of the package; returns how many rows stood in it before."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader)
        stood = sum(1 for _ in reader)
    ends_open = not file.read_bytes().endswith(b"\n")
    with file.open("a", encoding="utf-8", newline="") as stream:
        if ends_open:
            stream.write("\n")
        writer = csv.DictWriter(stream, header, extrasaction="ignore", lineterminator="\n")
        writer.writerows({name: _cell(row.get(name)) for name in header} for row in added)
    return stood


def _cell(value: object) -> object:
    """Numbers as people write them: 98 and not 98.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def write(rows: Rows, folder: Path, data: Path = paths.DATA) -> list[Path]:
    """Write ``targets.csv`` and ``observations/<theme>.csv`` with the package's columns; returns the files."""
    columns = {resource.path: [column.name for column in resource.fields] for resource in package.load(data)}
    tables = {"targets.csv": rows.targets, "corrections.csv": rows.corrections}
    tables |= {f"observations/{theme}.csv": observations for theme, observations in rows.observations.items()}
    written = []
    for path, table in tables.items():
        if table:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(table_text(table, columns[path]), encoding="utf-8")
            written.append(file)
    return written


def table_text(table: Iterable[Row], columns: Iterable[str]) -> str:
    """Rows as CSV text with these columns."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in table)
    return stream.getvalue()
