"""Figures are told the same way everywhere, in both languages."""

import math

import pytest

from ui import numbers


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "high", "chinese", "english"),
    [
        (1_000_000, "件", ">=", None, "不低于 100万件", "at least 1,000,000 items"),
        (1_178_761, "件", "=", None, "117.88万件", "1,178,761 items"),
        (94, "%", ">=", None, "不低于 94%", "at least 94%"),
        (1, "家", "=", 2, "1–2家", "1–2 organisations"),
        (16, "名", "=", None, "第16名", "rank 16"),
        (1000, "家", "~", None, "约 1000家", "about 1,000 organisations"),
        (2.5e8, "件", "=", None, "2.5亿件", "250 million items"),
        (None, "件", "=", None, "—", "—"),
        (math.nan, "件", "=", None, "—", "—"),
    ],
)
def test_figure(value, unit, comparator, high, chinese, english) -> None:
    assert numbers.figure(value, unit, "zh", comparator, high) == chinese
    assert numbers.figure(value, unit, "en", comparator, high) == english


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("2023", "2023年", "2023"),
        ("2023-S1", "2023年上半年", "half 1 of 2023"),
        ("2023-Q2", "2023年第二季度", "quarter 2 of 2023"),
        ("2023-06", "2023年6月", "June 2023"),
        (None, "时间不详", "undated"),
    ],
)
def test_period(text, chinese, english) -> None:
    assert numbers.period(text, "zh") == chinese
    assert numbers.period(text, "en") == english


def test_shares_differ_by_percentage_points() -> None:
    assert numbers.signed(-1.5, "percentage_points", "zh") == "−1.5个百分点"
    assert numbers.signed(-1.5, "percentage_points", "en") == "−1.5 percentage points"
