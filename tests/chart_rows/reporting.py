"""One group that reports a little and one that reports nothing (synthetic)."""

import pandas as pd

WORDS = {
    "title": "到期目标：公布与否",
    "source": "合成测试数据",
    "group": "地区",
    "due": "到期目标",
    "reported": "已公布",
    "silent": "未公布",
}
ROWS = pd.DataFrame(
    {"group": ["湖北省", "武汉市"], "due": [12, 3], "reported": [4, 0], "told": ["12 项中公布 4 项", "3 项中公布 0 项"]}
)
