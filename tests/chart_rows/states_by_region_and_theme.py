"""Two regions and two themes; one cell with a verdict and silence, one silent, one missing (synthetic)."""

import pandas as pd

WORDS = {
    "title": "各地区各主题的目标状态",
    "source": "合成测试数据",
    "region": "地区",
    "theme": "主题",
    "state": "状态",
    "targets": "目标",
}
ROWS = pd.DataFrame(
    {
        "region": ["湖北省", "湖北省", "武汉市"],
        "theme": ["专利", "专利", "商标"],
        "theme_order": [0, 0, 1],
        "group_text": ["● 已达标", "○ 到期未公布", "· 尚未到期"],
        "group_sign": ["●", "○", "·"],
        "group_colour": ["#2e8b57", "#8a8a8a", "#9aa7b0"],
        "is_hollow": [False, True, True],
        "is_dashed": [False, False, True],
        "group_order": [0, 5, 4],
        "start": [0.0, 0.25, 0.0],
        "end": [0.25, 1.0, 1.0],
        "targets": [1, 3, 2],
        "targets_of_cell": [4, 4, 2],
    }
)
