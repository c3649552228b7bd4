"""Numbers as Chinese texts write them are found in a phrase."""

import pytest

from etl import numerals


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("有效商标1178761件", 1178761),
        ("有效商标1,178,761件", 1178761),
        ("有效商标117.8761万件", 1178761),
        ("达到１００万件", 1_000_000),
        ("100萬件", 1_000_000),
        ("1.2亿元", 120_000_000),
        ("1.2万亿元", 12000),
        ("二十八项", 28),
        ("十五家", 15),
        ("一百二十三个", 123),
        ("两千家", 2000),
        ("一亿二千万", 120_000_000),
        ("百分之九十八", 98),
        ("百分之九十八点五", 98.5),
        ("三成以上", 30),
        ("98.50%", 98.5),
        ("湖北省 98422 11 3.06 29795", 11),
        ("1 178 761件", 1178761),
    ],
)
def test_states_the_value(phrase: str, value: float) -> None:
    assert numerals.states(phrase, value)


@pytest.mark.parametrize(("phrase", "value"), [("大量", 5), ("2025年", 25), ("117.9万件", 1178761), ("三十八项", 28)])
def test_does_not_state_another_value(phrase: str, value: float) -> None:
    assert not numerals.states(phrase, value)
