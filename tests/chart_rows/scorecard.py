"""Three targets of two themes (synthetic)."""

import pandas as pd

WORDS = {
    "title": "湖北省：各主题目标",
    "source": "合成测试数据",
    "group": "主题",
    "indicator": "指标",
    "actual": "最新实绩",
    "target": "目标",
    "state": "状态",
}
ROWS = pd.DataFrame(
    {
        "figure_id": ["t1", "t2", "t3"],
        "group": ["商标", "商标", "专利"],
        "group_text": ["商标：2 项目标", "商标：2 项目标", "专利：1 项目标"],
        "order": [0, 1, 0],
        "indicator": ["有效注册商标量", "驰名商标", "有效发明专利量"],
        "goal_text": ["100万件", "300件", "10万件"],
        "actual_text": ["78.66万件", "320件", "—"],
        "state_text": ["✕ 未达到", "● 已达到", "○ 到期未公布"],
        "state_order": [1, 0, 8],
        "state_sign": ["✕", "●", "○"],
        "state_colour": ["#d5443a", "#2e8b57", "#7d7d7d"],
    }
)
