"""Three regions, one with an interval (synthetic)."""

import pandas as pd

WORDS = {
    "title": "有效注册商标量：各省位次",
    "source": "合成测试数据",
    "axis": "件（每万人）",
    "region": "地区",
    "value": "数值",
    "rank": "位次",
    "lang": "zh",
    "starts_at_zero": "yes",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", "o3"],
        "label": ["广东省", "湖北省", "贵州省"],
        "value": [261.1, 152.0, 130.4],
        "low": [None, 140.0, None],
        "high": [None, 160.0, None],
        "value_text": ["261.1件（每万人），2023年", "152件（每万人），2023年", "130.4件（每万人），2023年"],
        "rank_text": ["第 1 位", "第 2–3 位", "第 2–3 位"],
        "right_text": ["261.1 · 1", "152 · 2–3", "130.4 · 2–3"],
        "is_chosen": [False, True, False],
    }
)
