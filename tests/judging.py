"""The models of the verdicts on rows given by a test: targets and figures in, verdicts out."""

import re
from dataclasses import dataclass, field
from datetime import date

import duckdb
import pandas as pd

from etl import modelling, staging

JUDGING = {model.name for model in modelling.load()} - {
    "regions", "indicators", "indicator_relations", "corrections", "programmes", "sources", "observations_in_words",
}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<other>other)?(?P<period>undated|[\d\-SQ]+)(?:@(?P<as_of>[\d-]+))?:(?P<late>late)?(?P<quality>[abc])?"
    r"(?P<comparator>>=|<=|[<>~])?(?P<value>-?[\d.]+)(?P<word>[余约近]?)"
)


@dataclass
class Given:
    """Rows that a test lays down; each case has a region, an indicator and a programme of its own."""

    regions: list[dict] = field(default_factory=list)
    indicators: list[dict] = field(default_factory=list)
    relations: list[dict] = field(default_factory=list)
    programmes: list[dict] = field(default_factory=list)
    targets: list[dict] = field(default_factory=list)
    observations: list[dict] = field(default_factory=list)

    def add(self, number: int, case: dict) -> str:
        """Lay down one case, written as in ``tests/verdicts/cases.csv``; returns the target's id."""
        name, region, above = f"x{number}", f"{420000 + number:06d}", f"{700000 + number:06d}"
        kind = {
            "unit": "%" if case["basis"] == "share" else "件",
            "basis": case["basis"],
            "direction": case["direction"],
        }
        self.regions += [{"region_code": above, "level": "province"}, {"region_code": region, "level": "prefecture"}]
        self.indicators += [{"indicator_id": name} | kind, {"indicator_id": name + "_other"} | kind]
        self.relations.append(
            {"indicator_id": name, "related_indicator_id": name + "_other", "relation": "other_sampling_regime"}
        )
        self.programmes.append({"programme_id": name, "region_code": region, "issued": case["issued"] or None})
        baseline = case["baseline"].split(":") if case["baseline"] else [None, None]
        self.targets.append(
            {
                "target_id": name,
                "programme_id": name,
                "region_code": region,
                "indicator_id": name,
                "form": case["form"],
                "comparator": case["comparator"] or None,
                "value": case["value"] or None,
                "value_high": case["value_high"] or None,
                "reference_region_code": above if case["reference"] else None,
                "period_start": case["first_year"] or None,
                "due": case["due"] or None,
                "baseline_period": baseline[0],
                "baseline_value": baseline[1],
            }
        )
        for order, text in enumerate(case["figures"].split()):
            self._figure(f"{name}-{order}", region, name, text)
        if case["reference"].strip("-"):
            self._figure(f"{name}-reference", above, name, case["reference"])
        return name

    def _figure(self, identifier: str, region: str, indicator: str, text: str) -> None:
        match = _FIGURE.fullmatch(text)
        assert match, text
        self.observations.append(
            {
                "observation_id": identifier,
                "region_code": region,
                "indicator_id": indicator + ("_other" if match["other"] else ""),
                "period": None if match["period"] == "undated" else match["period"],
                "as_of": match["as_of"],
                "comparator": match["comparator"] or "=",
                "value": match["value"],
                "source_id": "late" if match["late"] else "source",
                "phrase": match["value"] + match["word"],
                "quality": match["quality"] or "a",
            }
        )


_COLUMNS = {
    "regions": "region_code varchar, level varchar, parent_code varchar",
    "indicators": (
        "indicator_id varchar, theme varchar default 'patents', unit varchar, basis varchar, direction varchar,"
        " per_capita boolean default false"
    ),
    "relations": "indicator_id varchar, related_indicator_id varchar, relation varchar",
    "programmes": (
        "programme_id varchar, region_code varchar, issued varchar, horizon_start integer, horizon_end integer"
    ),
    "targets": (
        "target_id varchar, programme_id varchar, region_code varchar, indicator_id varchar, form varchar,"
        " comparator varchar, value double, value_high double, reference_region_code varchar, period_start integer,"
        " due integer, baseline_period integer, baseline_value double, source_id varchar, locator varchar,"
        " phrase varchar, quality varchar, note varchar"
    ),
    "observations": (
        "observation_id varchar, region_code varchar, indicator_id varchar, period_start integer, period varchar,"
        " as_of varchar, comparator varchar, value double, value_high double, sample_size bigint, source_id varchar,"
        " locator varchar, phrase varchar, quality varchar, note varchar, unit varchar, _row bigint, _file varchar"
    ),
}


def judge(given: Given, as_of: date, published: str | None = None) -> duckdb.DuckDBPyConnection:
    """A database in which every judging model has been made from the given rows.

    ``published`` dates the document ``source`` (as all sides of a whole year told of before its end need).
    """
    connection = duckdb.connect()
    connection.execute("create schema stage")
    for table, columns in _COLUMNS.items():
        name = {"relations": "indicator_relations"}.get(table, table)
        place = f"stage.{name}" if table in ("targets", "observations") else name
        connection.execute(f"create table {place} ({columns})")
        rows = getattr(given, table)
        if rows:
            frame = pd.DataFrame(rows).astype(object).where(lambda cell: cell.notna(), None)  # noqa: F841
            names = ", ".join(pd.DataFrame(rows).columns)
            connection.execute(f"insert into {place} ({names}) select {names} from frame")
    connection.execute(
        "create table sources as select * from (values ('source', $published::date), ('late', date '9999-01-01'))"
        " as rows(source_id, published_from)",
        {"published": published},
    )
    staging.find_repeated_figures(connection)
    modelling.run(connection, as_of, only=JUDGING)
    return connection
