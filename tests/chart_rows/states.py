"""One strip of two states (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：目标与最新实绩",
    "source": "合成测试数据",
    "targets": "目标",
    "state": "状态",
    "group": "主题",
}
ROWS = pd.DataFrame(
    {
        "group": ["专利", "专利"],
        "state_text": ["● 已达标", "✕ 未达标"],
        "state_colour": ["#2e8b57", "#d5443a"],
        "state_order": [0, 1],
        "targets": [3, 1],
    }
)
