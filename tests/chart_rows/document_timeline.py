"""Three documents: one with its years and due years, one of which only the due year is known, one without any year
(synthetic).
"""

import pandas as pd

WORDS = {
    "title": "各文件及其目标到期年",
    "source": "合成测试数据",
    "label": "文件",
    "years": "规划年限",
    "issued": "印发日期",
    "due": "到期目标（项数）",
    "targets": "目标",
    "year": "年份",
    "no_year": "未写明年份",
}
ROWS = pd.DataFrame(
    {
        "label": ["质量纲要 · 湖北省", "质量纲要 · 湖北省", "质量纲要 · 湖北省", "行动方案 · 贵州省", "意见 · 徐州市"],
        "kind": ["span", "issued", "due", "due", "no_year"],
        "first": [2021.0, None, None, None, None],
        "last": [2035.0, None, None, None, None],
        "year": [None, 2021.0, 2025.0, 2030.0, None],
        "targets": [None, None, 12.0, 3.0, None],
    }
)
