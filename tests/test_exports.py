"""The CSV for people: nothing in it would run, no number is changed, and it reads back equal."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import tabular

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@given(st.text(max_size=30))
def test_no_text_starts_as_a_formula(text: str) -> None:
    guarded = tabular.guard(text)
    assert not str(guarded).startswith(DANGEROUS)
    assert str(guarded).endswith(text)


@given(st.one_of(st.integers(), st.floats(allow_nan=False), st.booleans()))
def test_no_number_is_changed(number: float) -> None:
    assert tabular.guard(number) is number


def test_csv_has_a_bom_and_reads_back() -> None:
    rows = pd.DataFrame({"name": ["湖北省", "=1+1", None], "value": [-1.5, 1178761.0, None], "left": [1, 2, 3]})
    written = tabular.to_csv(rows, {"name": "=名称", "value": "数值"})
    assert written.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(written), encoding="utf-8-sig")
    assert list(back.columns) == ["'=名称", "数值"]
    assert back["'=名称"].tolist()[:2] == ["湖北省", "'=1+1"]
    assert back["数值"].tolist()[:2] == [-1.5, 1178761.0]
    assert back.iloc[2].isna().all()


@pytest.mark.parametrize("count", [0, 1, 200_000])
def test_any_number_of_rows(count: int) -> None:
    rows = pd.DataFrame(
        {"name": pd.Series(["武汉市"] * count, dtype="str"), "value": pd.Series(range(count), dtype="int64")}
    )
    back = pd.read_csv(io.BytesIO(tabular.to_csv(rows, {"name": "n", "value": "v"})), encoding="utf-8-sig")
    assert len(back) == count
    assert back["v"].sum() == sum(range(count))


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        tabular.to_csv(pd.DataFrame({"a": [1]}), {"b": "B"})
