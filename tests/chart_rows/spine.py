"""Two indicators of one region, one with its parent's mark and an interval (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省在各省中的位置",
    "source": "合成测试数据",
    "worse": "较差",
    "better": "较好",
    "middle": "中位数",
    "region": "湖北省",
    "parent": "中国",
    "indicator": "指标",
    "value": "数值",
    "standing": "与中位数相比",
    "rank": "位次",
    "range": "范围",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["o1", "o2", "o3"],
        "label": ["每万人口发明专利拥有量", "每万人口发明专利拥有量", "制造业产品质量合格率"],
        "is_parent": [False, True, False],
        "position": [0.42, 0.39, -1.0],
        "position_lower": [None, None, -1.0],
        "position_upper": [None, None, -0.6],
        "value_text": ["16.09件/万人（2021年）", "16.3件/万人", "93.58%（2022年）"],
        "standing_text": ["● 相近", "", "▼ 较差"],
        "standing_colour": ["#7d7d7d", "#7d7d7d", "#c2691c"],
        "standing_shape": ["circle", "circle", "triangle-down"],
        "rank_text": ["● 相近 · 第5位，共12位", "", "▼ 较差 · 第4位，共4位"],
        "range_text": ["3.93–155.8", "", "93.58–96.33"],
        "worst_text": ["3.93 江西省", "", "93.58 湖北省"],
        "middle_text": ["12.04", "", "94.44"],
        "best_text": ["155.8 北京市", "", "96.33 上海市"],
    }
)
