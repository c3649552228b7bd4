"""Two regions and a third in grey, two panels, a gap, an interval and a target (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：历年数据",
    "source": "合成测试数据",
    "actual": "实绩",
    "target": "目标",
    "gap": "其间无数据",
    "interval": "区间",
    "series": "地区",
    "year": "年份",
    "value": "数值",
    "lang": "zh",
}
ROWS = pd.DataFrame(
    [
        ("o1", "商标（件）", "湖北省", 2018, 400_000.0, None, None, False, True, "40万件", ""),
        ("o2", "商标（件）", "湖北省", 2021, 786_600.0, 780_000.0, 790_000.0, False, True, "78.66万件", "湖北省"),
        ("t1", "商标（件）", "湖北省", 2025, 1_000_000.0, None, None, True, True, "不低于 100万件", "100万件"),
        ("o3", "商标（件）", "贵州省", 2021, 400_000.0, None, None, False, True, "40万件", "贵州省"),
        ("o4", "商标（件）", "江西省", 2020, 500_000.0, None, None, False, False, "50万件", ""),
        ("o5", "合格率（%）", "湖北省", 2021, 98.1, 97.0, 98.8, False, True, "98.1%", "98.1%"),
    ],
    columns=[
        "figure_id", "panel", "series", "year", "value", "low", "high", "is_target", "is_named", "value_text", "label",
    ],
)  # fmt: skip
