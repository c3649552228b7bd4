"""Two regions by two indicators, one cell without a figure (synthetic)."""

import pandas as pd

WORDS = {
    "title": "各地区在同级中的位次",
    "source": "合成测试数据",
    "region": "地区",
    "indicator": "指标",
    "group": "相对水平",
    "figure": "数据",
    "detail": "位次",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", "o3", None],
        "region": ["湖北省", "贵州省"] * 2,
        "indicator": ["有效注册商标量"] * 2 + ["抽查合格率"] * 2,
        "cell_text": ["▲ 第2位/9地", "◆ 第3–5位/9地", "▼ 第9位/9地", "○"],
        "shape_text": ["▲", "◆", "▼", "○"],
        "group_text": ["▲ 较高", "◆ 相近", "▼ 较差", "○ 无数据"],
        "group_colour": ["#3d8bc9", "#8a7a3d", "#d5443a", "#7d8a94"],
        "group_order": [1, 2, 4, 7],
        "figure_text": ["120件/万人", "80件/万人", "93.5%", "—"],
        "detail_text": ["第2位/9地", "第3–5位/9地", "第9位/9地", "—"],
    }
)
