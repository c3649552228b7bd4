"""Every chart compiles, draws only fields that its rows have, and comes out as a picture with Chinese in it."""

import importlib
import shutil
import subprocess

import pandas as pd
import pytest

import paths
from exports import picture

WORDS = {
    "title": "湖北省：目标与最新实绩",
    "source": "合成测试数据",
    "axis": "件",
    "base": "起点数据",
    "actual": "最新实绩",
    "target": "目标",
    "state": "状态",
    "label": "地区",
    "lang": "zh",
    "starts_at_zero": "yes",
    "figures": "数据",
    "targets": "目标",
    "region": "地区",
    "theme": "主题",
    "group": "主题",
}
ROWS = {
    "target_against_actual": pd.DataFrame(
        {
            "label": ["湖北省 · 2025", "贵州省 · 2025"],
            "actual": [120.0, None],
            "low": [110.0, None],
            "high": [130.0, None],
            "goal": [100.0, 90.0],
            "actual_text": ["120件", "—"],
            "goal_text": ["不低于 100件", "90件"],
            "state_text": ["● 已达标", "○ 到期未公布"],
            "state_colour": ["#2e8b57", "#7d7d7d"],
        }
    ),
    "base_latest_target": pd.DataFrame(
        {
            "label": ["湖北省 · 2025"],
            "base": [50.0],
            "actual": [75.0],
            "goal": [100.0],
            "base_text": ["50件 · 2020年"],
            "actual_text": ["75件（2023年）"],
            "goal_text": ["不低于 100件"],
            "state_text": ["▲ 进展正常"],
            "state_colour": ["#3d8bc9"],
        }
    ),
    "coverage": pd.DataFrame(
        {"region": ["湖北省"] * 2, "theme_name": ["专利", "商标"], "figures": [3, 40], "targets": [1, 0]}
    ),
    "states": pd.DataFrame(
        {
            "group": ["专利", "专利"],
            "state_text": ["● 已达标", "✕ 未达标"],
            "state_colour": ["#2e8b57", "#d5443a"],
            "state_order": [0, 1],
            "targets": [3, 1],
        }
    ),
}
# Fields that a picture works out from its rows.
MADE_BY_THE_CHART = {"kind", "point", "position"}
BUILDERS = sorted(file.stem for file in (paths.ROOT / "charts").glob("*.py") if file.stem not in ("__init__", "style"))


def fields(spec: object) -> set[str]:
    if isinstance(spec, dict):
        own = {spec["field"]} if isinstance(spec.get("field"), str) else set()
        return own.union(*(fields(value) for key, value in spec.items() if key != "datasets"))
    return set().union(*(fields(entry) for entry in spec)) if isinstance(spec, list) else set()


@pytest.mark.parametrize("name", BUILDERS)
def test_chart_draws_only_what_its_rows_hold(name: str) -> None:
    spec = importlib.import_module(f"charts.{name}").build(ROWS[name], WORDS).to_dict()
    assert fields(spec) <= {*ROWS[name].columns, *MADE_BY_THE_CHART}
    assert spec["title"]["text"] == WORDS["title"]
    assert spec["title"]["subtitle"] == WORDS["source"]


@pytest.mark.parametrize("name", BUILDERS)
def test_chart_becomes_a_picture(name: str) -> None:
    chart = importlib.import_module(f"charts.{name}").build(ROWS[name], WORDS).properties(width=600)
    assert picture.to_png(chart).startswith(b"\x89PNG")
    assert "湖北省" in picture.to_svg(chart).decode()


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no fontconfig: fonts cannot be listed")
def test_chinese_is_drawn_and_not_boxes() -> None:
    if not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.fail("no font with Chinese is installed: pictures would show boxes")
    chart = importlib.import_module("charts.coverage")
    drawn = [
        picture.to_png(chart.build(ROWS["coverage"], WORDS | {"title": title}).properties(width=600))
        for title in ("湖北省", "口口口")
    ]
    assert drawn[0] != drawn[1]
