"""Numbers that state nothing: clause numbers, classes, milestones of others, small talk."""

import re

from etl.documents.quantities import Quantity

_BODY = re.compile(
    r"(?:人|名|位|个)?(?:领导|主任|局长|副|书记|省长|市长|代表|委员|专业技术|小组|环节|阶段|时段|工作日|月|字|角度|层面|维度|梯队|责任主体)"
)
_INDEX = re.compile(r"(?:指数|得分|评分|分值|水平|竞争力|满意度|测评|系数|强度)[^,。;\d]{0,8}$")
_TEAM = re.compile("(?:专项|专责|工作|督导|检查|调研)*(?:工作组|小组|专班|办公室)")
_CLASS = re.compile(r"(?:[、和]\d[\d.]*[万亿]*元(?:以上|以下)?)*的")
_MILESTONE = re.compile("的(?:国家|省份?|城市|地区|市|县)|大关")
_SHORTENED = re.compile(r"(?:缩短|压缩|压减|控制|缩减|降低|平均)\S{0,6}$")
_NAME = re.compile(r"[\u4e00-\u9fff“]{2,}")


def is_statement(quantity: Quantity, left: str, right: str, behind: str) -> bool:
    """Whether a number counts or measures anything.

    ``left`` and ``right`` are the words of its clause before and behind it, ``behind`` all that follows.
    """
    if quantity.kind == "rank":
        return True
    if not quantity.unit:
        # Without a unit only an index has a value: 制造业质量竞争力指数达到89以上.
        return not quantity.growth and bool(_INDEX.search(left))
    if quantity.measures == "list":
        return False
    if (
        quantity.measures == "money"
        and _CLASS.match(behind)
        and (quantity.after or ">=" in quantity.before or "、" in left + behind[:1])
    ):
        return False  # 1000万元以下的普惠贷款, 超过1000亿元、500亿元的企业: a class, not a sum
    if "之一" in right or right.startswith("位次"):
        return False  # 全国5个试点城市之一
    if ">=" in quantity.before and _MILESTONE.match(right):
        return False  # 首个突破400万件的国家
    if quantity.measures == "time":
        is_shortened = re.match(r"(?:缩短|压缩|压减|缩减)[到至]", right) or _SHORTENED.search(left)
        return bool(quantity.before or is_shortened)
    return _counts(quantity, left, right)


def _counts(quantity: Quantity, left: str, right: str) -> bool:
    if quantity.unit == "大":
        return quantity.value >= 2 and bool(_NAME.match(right))
    if quantity.unit == "个" and _TEAM.match(right):
        return False  # 下设6个专项工作组
    if quantity.unit == "次" and re.search(r"每[年季月半][^,。;]{0,8}$", left) and quantity.value < 10:
        return False  # 每季度召开1次调度会
    if quantity.is_numeral and quantity.unit in ("个", "名", "位", "条", "次") and _BODY.match(right):
        return False
    if quantity.is_numeral and quantity.unit in ("次", "个") and quantity.value <= 2 and not _NAME.match(right):
        return False
    return quantity.unit not in ("部分", "章") or bool(re.search(r"共|分|含|包括|全文", left[-6:]))
