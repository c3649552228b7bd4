"""What the browser tells of a person's decisions is read strictly, and leaves as rows of the data package."""

import csv
import io
import zipfile
from datetime import date

from etl import documents as reading
from ui import bench, documents

_TEXT = "湖北省质量强省建设纲要\n到2025年，有效注册商标量达到100万件以上。2022年，制造业产品质量合格率已达93.58%。\n"


def found() -> list[reading.Statement]:
    document = reading.read(_TEXT.encode(), "纲要.txt")
    return reading.find(document, documents.catalogue(), region_code="420000")


def told(statements: list[reading.Statement], **changes: object) -> dict:
    """What the bench sends for these statements, accepted."""
    items = []
    for number, statement in enumerate(statements):
        item = {key: getattr(statement, key) for key in statement.__dataclass_fields__}
        item["candidates"] = [{"indicator_id": c.indicator_id, "score": c.score} for c in statement.candidates]
        item["reason_codes"] = list(item.pop("reasons"))
        items.append(item | {"id": f"s{number}", "status": "accepted"} | changes)
    return {"name": "纲要.txt", "items": items, "rejected": 0, "open": 0}


def test_an_accepted_statement_comes_back_as_it_was() -> None:
    statements = found()
    outcome = bench._outcome(told(statements))
    assert outcome.accepted == tuple(statements)
    assert len(statements) == 2


def test_a_strangers_values_become_no_figures() -> None:
    wild = told(found(), value="1e400", value_high=float("inf"), period="DROP TABLE", phrase="x" * 1000)
    statement = bench._outcome(wild).accepted[0]
    assert statement.value is None
    assert statement.value_high is None
    assert statement.period is None
    assert len(statement.phrase) == 30


def test_nothing_decided_is_nothing() -> None:
    assert bench._outcome(None) is None


def test_accepted_rows_pass_the_checks_and_leave_as_tables() -> None:
    rows = reading.to_rows(bench._outcome(told(found())).accepted, documents.catalogue(), "outline-x", "outline-x")
    source = {"source_id": "outline-x", "title_zh": "纲要", "published": "2023-06-16", "reach": "no_address"}
    programme = {
        "programme_id": "outline-x", "region_code": "420000", "title_zh": "纲要", "title_en": "Outline",
        "issued": "2023-06-16", "source_id": "outline-x",
    }  # fmt: skip
    assert reading.check_rows(rows, source, programme, date(2026, 11, 24)) == []
    with zipfile.ZipFile(io.BytesIO(documents.archive(rows, documents.Hand(source, programme)))) as archive:
        names = set(archive.namelist())
        targets = list(csv.DictReader(io.StringIO(archive.read("targets.csv").decode())))
    assert names == {"targets.csv", "observations/pass_rates.csv", "sources.csv", "programmes.csv"}
    assert [(row["indicator_id"], row["value"], row["comparator"], row["due"]) for row in targets] == [
        ("valid_registered_trademarks", "1000000", ">=", "2025")
    ]
