"""A strip with a line, a target and an open interval, and one without a figure (synthetic)."""

import pandas as pd

WORDS = {
    "title": "每万人口发明专利拥有量",
    "source": "合成测试数据",
    "axis": "件/万人",
    "figure": "公布数据",
    "target": "目标",
    "others": "其他所选地区",
    "interval": "区间",
    "region": "地区",
    "year": "年份",
    "kind": "类别",
    "lang": "zh",
    "scale": "common",
    "starts_at_zero": "yes",
    "lowest": "5",
    "highest": "20",
    "first_year": "2021",
    "last_year": "2025",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", "t1", "o3", None],
        "panel": [0, 0, 0, 1, 2],
        "region": ["湖北省", "湖北省", "湖北省", "贵州省", "安徽省"],
        "kind": ["figure", "figure", "target", "figure", "none"],
        "kind_text": ["实绩", "实绩", "目标", "实绩", None],
        "year": [2021.0, 2023.0, 2025.0, 2022.0, None],
        "value": [12.0, 16.0, 20.0, 5.0, None],
        "lower": [12.0, 16.0, None, 5.0, None],
        "upper": [12.0, None, None, 6.0, None],
        "has_interval": [False, True, False, True, False],
        "figure_text": ["12件/万人", "不低于 16件/万人", "不低于 20件/万人", "5–6件/万人", None],
        "year_text": ["2021年", "2023年", "2025年", "2022年", None],
        "interval_text": ["—", "不低于 16件/万人", "—", "5–6件/万人", None],
        "goal_text": ["", "", "≥ 20", "", ""],
        "newest_text": ["不低于 16件/万人 · 2023年"] * 3 + ["5–6件/万人 · 2022年", "未见数据"],
    }
)
