"""Three provinces: two shaded, one without a figure (synthetic)."""

import pandas as pd

WORDS = {"title": "湖北省与邻省", "source": "合成测试数据", "region": "地区", "value": "数值", "shade": "件（每万人）"}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", None],
        "region": ["湖北省", "湖南省", "江西省"],
        "short_name": ["湖北省", "湖南", "江西"],
        "value_text": ["152", "130", "—"],
        "told_text": ["152件（每万人）", "130件（每万人）", "没有数据"],
        "shade": [4, 0, None],
        "shade_text": ["131–152", "0–130", "没有数据"],
        "tile_row": [5, 6, 6],
        "tile_column": [4, 4, 5],
    }
)
