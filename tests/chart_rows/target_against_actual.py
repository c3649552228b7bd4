"""A bullet with an interval, and one without a figure (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：目标与最新实绩",
    "source": "合成测试数据",
    "axis": "件",
    "actual": "最新实绩",
    "target": "目标",
    "state": "状态",
    "label": "地区",
    "lang": "zh",
    "starts_at_zero": "yes",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["t1", "t2"],
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
)
