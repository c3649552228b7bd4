"""Two cells (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：目标与最新实绩",
    "source": "合成测试数据",
    "figures": "数据",
    "targets": "目标",
    "region": "地区",
    "theme": "主题",
}
ROWS = pd.DataFrame({"region": ["湖北省"] * 2, "theme_name": ["专利", "商标"], "figures": [3, 40], "targets": [1, 0]})
