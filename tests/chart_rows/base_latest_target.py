"""One way of three points (synthetic)."""

import pandas as pd

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
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["t1"],
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
)
