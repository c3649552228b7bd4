"""Two pairs, one of them with an interval and an open end (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省与贵州省对照",
    "source": "合成测试数据",
    "axis": "较大的为100",
    "first": "湖北省",
    "second": "贵州省",
    "label": "指标",
    "region": "地区",
    "figure": "数据",
    "year": "年份",
    "standing": "相对水平",
    "lang": "zh",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", "o3", "o4"],
        "label": ["有效注册商标量"] * 2 + ["抽查合格率"] * 2,
        "region": ["湖北省", "贵州省"] * 2,
        "position": [100.0, 60.0, 98.0, 100.0],
        "low": [100.0, 60.0, 92.0, 97.0],
        "high": [None, 60.0, 101.0, 102.0],
        "figure_text": ["不低于 100件", "60件", "93.5%", "95.4%"],
        "year_text": ["2023年", "2022年", "2023年", "2023年"],
        "standing_text": ["▲ 较高", "—", "◆ 相近", "—"],
    }
)
