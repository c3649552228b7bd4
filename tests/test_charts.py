"""Every chart compiles, draws only fields that its rows have, and comes out as a picture with Chinese in it."""

import importlib
import json
import shutil
import subprocess

import pandas as pd
import pytest

import paths
from charts import style
from exports import picture

# Fields that a picture works out from its rows.
MADE_BY_THE_CHART = {
    "kind", "point", "position", "colour", "shape", "ink", "low_position", "high_position",
    "next_year", "next_position", "kind_text", "first", "last", "middle", "name", "part", "sign_place",
}  # fmt: skip
# One module a builder, ``tests/chart_rows/<builder>.py``: ROWS as the builder wants them, and WORDS.
BUILDERS = sorted(file.stem for file in (paths.ROOT / "charts").glob("*.py") if file.stem not in ("__init__", "style"))


def example(name: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """Rows and words of a builder; synthetic."""
    module = importlib.import_module(f"tests.chart_rows.{name}")
    return module.ROWS, module.WORDS


def spec_of(name: str, **words: str) -> dict:
    rows, own_words = example(name)
    return importlib.import_module(f"charts.{name}").build(rows, own_words | words).to_dict()


def fields(spec: object) -> set[str]:
    if isinstance(spec, dict):
        own = {spec["field"]} if isinstance(spec.get("field"), str) else set()
        return own.union(*(fields(value) for key, value in spec.items() if key != "datasets"))
    return set().union(*(fields(entry) for entry in spec)) if isinstance(spec, list) else set()


@pytest.mark.parametrize("name", BUILDERS)
def test_chart_draws_only_what_its_rows_hold(name: str) -> None:
    rows, words = example(name)
    spec = spec_of(name)
    assert fields(spec) <= {*rows.columns, *MADE_BY_THE_CHART}
    assert spec["title"]["text"] == words["title"]
    assert spec["title"]["subtitle"] == words["source"]


def test_a_long_title_breaks_on_a_telephone_only() -> None:
    title = "How the targets of every region stand, by theme and by year"
    told = style.for_any_width(spec_of("coverage", title=title, source="Short"))["title"]
    assert told["subtitle"] == "Short"
    narrow, wide = told["text"]["expr"].split("? ")[1].split(" : ")
    assert json.loads(wide) == title
    assert " ".join(json.loads(narrow)) == title
    assert max(map(len, json.loads(narrow))) <= 38


@pytest.mark.parametrize("name", BUILDERS)
def test_chart_becomes_a_picture(name: str) -> None:
    assert picture.to_png(spec_of(name)).startswith(b"\x89PNG")
    assert "湖北省" in picture.to_svg(spec_of(name)).decode()


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no fontconfig: fonts cannot be listed")
def test_chinese_is_drawn_and_not_boxes() -> None:
    if not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.fail("no font with Chinese is installed: pictures would show boxes")
    drawn = [picture.to_png(spec_of("coverage", title=title)) for title in ("湖北省", "口口口")]
    assert drawn[0] != drawn[1]
