"""Statements become rows of the package that its own checks accept, or are left out with the reason."""

from dataclasses import replace
from datetime import date

import pytest

from etl import documents
from etl.documents.rows import conversion

AS_OF = date(2026, 11, 24)
TEXT = """湖北省质量强省建设实施方案
一、目标
到2025年,有效注册商标量超过100万件,制造业产品质量合格率由2020年的92.1%提高到95%以上。
产品安全、卫生指标全部达到强制性标准,质量监督抽查合格率高于全省平均水平。
二、现状
目前,全省有效发明专利1200余件,知识产权质押融资登记金额15600万元。
建设太空电梯观测站12个。
"""
SOURCE = {"source_id": "test-plan", "title_zh": "测试方案", "reach": "official"}
PROGRAMME = {
    "programme_id": "test-plan-420000", "region_code": "420000", "title_zh": "测试方案", "title_en": "Test plan",
    "source_id": "test-plan",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> documents.Catalogue:
    return documents.load_catalogue()


@pytest.fixture(scope="module")
def statements(catalogue: documents.Catalogue) -> list[documents.Statement]:
    return documents.find(documents.read(TEXT, "plan"), catalogue, "420000")


@pytest.fixture(scope="module")
def rows(statements: list[documents.Statement], catalogue: documents.Catalogue) -> documents.Rows:
    return documents.to_rows(statements, catalogue, "test-plan", "test-plan-420000")


def test_promises_and_results_go_to_their_tables(rows: documents.Rows) -> None:
    by_indicator = {row["indicator_id"]: row for row in rows.targets}
    trademarks = by_indicator["valid_registered_trademarks"]
    assert (trademarks["form"], trademarks["comparator"], trademarks["value"], trademarks["due"]) == (
        "level", ">=", 1_000_000, 2025,
    )  # fmt: skip
    assert {theme: len(table) for theme, table in rows.observations.items()} == {"patents": 2}


def test_a_baseline_goes_into_its_target(rows: documents.Rows) -> None:
    (target,) = (row for row in rows.targets if row["indicator_id"] == "manufacturing_product_pass_rate")
    assert (target["baseline_period"], target["baseline_value"], target["value"]) == (2020, 92.1, 95)


def test_values_are_turned_into_the_indicators_unit(rows: documents.Rows) -> None:
    (pledged,) = (row for row in rows.observations["patents"] if row["indicator_id"] == "ip_pledge_financing_amount")
    assert pledged["value"] == 1.56  # 亿元
    assert conversion("件", "%") is None
    assert conversion("亿元", "万元") == 10_000


def test_what_is_told_in_words_brings_its_correction(rows: documents.Rows) -> None:
    (all_of_them,) = (row for row in rows.targets if row["form"] == "yes_no")
    assert all_of_them["value"] == 100
    assert [row["subject_id"] for row in rows.corrections] == [all_of_them["target_id"]]


def test_a_comparison_names_the_other_region(rows: documents.Rows) -> None:
    (compared,) = (row for row in rows.targets if row["form"] == "direction")
    assert (compared["value"], compared["comparator"], compared["reference_region_code"]) == (None, ">", "420000")


def test_what_fits_no_row_is_left_out_with_the_reason(
    rows: documents.Rows, statements: list[documents.Statement], catalogue: documents.Catalogue
) -> None:
    assert [(statement.value, reason) for statement, reason in rows.left_out] == [(12, "no_indicator")]
    assert documents.refusal_text("no_indicator", "zh") != documents.refusal_text("no_indicator", "en")
    other_unit = documents.with_indicator(statements[0], "manufacturing_product_pass_rate")
    no_region = replace(statements[0], region_code="")
    told_only = replace(statements[0], kind="actual", value=None, implied=None)
    refused = documents.to_rows([other_unit, no_region, told_only], catalogue, "x", "x").left_out
    assert [reason for _, reason in refused] == ["other_unit", "no_region", "no_value"]


def test_the_packages_checks_accept_the_rows(rows: documents.Rows) -> None:
    assert documents.check_rows(rows, SOURCE, PROGRAMME, AS_OF) == []


def test_a_wrong_row_is_named_with_row_and_column(rows: documents.Rows) -> None:
    first = rows.targets[0] | {"value": 7, "region_code": "999999"}
    breaches = documents.check_rows(replace(rows, targets=(first, *rows.targets[1:])), SOURCE, PROGRAMME, AS_OF)
    assert {(breach.file, breach.row, breach.check) for breach in breaches} >= {
        ("targets.csv", 2, "unknown_region_code"), ("targets.csv", 2, "target_phrase_without_value"),
    }  # fmt: skip
    assert documents.describe_breach(breaches[0], "zh") != documents.describe_breach(breaches[0], "en")
