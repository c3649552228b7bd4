"""Two due years, one with targets of two groups of states (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：目标到期时间",
    "source": "合成测试数据",
    "targets": "目标",
    "state": "状态",
    "due": "到期年",
}
ROWS = pd.DataFrame(
    {
        "due_text": ["2025", "2025", "2030"],
        "group_text": ["● 已达到", "○ 到期未公布", "· 未到期"],
        "group_colour": ["#2e8b57", "#8a8a8a", "#9aa7b0"],
        "group_order": [0, 5, 4],
        "targets": [3, 7, 2],
    }
)
