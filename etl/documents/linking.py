"""Which indicator a statement means: the names it may have, the best of the catalogue, and how sure that is."""

import re

from etl.documents.case import Case
from etl.documents.catalogue import ACCEPTED, RIVAL
from etl.documents.kinds import ATTENDS
from etl.documents.naming import is_general
from etl.documents.statement import Candidate
from etl.documents.wordless import is_times_in_a_row

_LAST_NOUN = re.compile(
    r"等(?=[\u4e00-\u9fff]{3})|(?<=[\u4e00-\u9fff]{4})的(?=[\u4e00-\u9fff]{4})|“[^”]*”(?=[\u4e00-\u9fff]{4})"
)
_LIST_LEAD = re.compile(
    r"(?:(?:主导|参与|牵头|承担|制定|制订|修订|制修订|制\(修\)订|新增|新建|新认定|新获)(?:或|和|及|与|、)?)+"
)
# Verbs of doing that an indicator's name does without, and what a unit adds to the name: 完成食品抽检1600批次.
_DOES = re.compile(
    r"^(?:(?:全年|年末|年底|实现|共有|拥有|获|有(?!效|机)|组织|开展|完成|举办|实施|建设|新建|建成|打造|培育|创建|制定|制订|修订|制修订|发布|查处|受理|办理|达到|获得|取得)(?!动)(?:了)?)+"
)
_NEW = re.compile(r"^新(?:增|认定|获批|获评|获|建|登记|培育|核准)(?:加)?")
_TOTALS = ("总数", "总量", "累计")
_COUNTED = {"批次": "批次", "次": "次数", "台件": "台件数"}
_LEVEL = re.compile("国家级|省级|市级|县级")
_SCOPE = re.compile(r"(全国|全省|全市|全县|全球|世界|\*市)[^,。;]{0,4}$")
# Of a doubt of the first kind one is enough to lower the confidence, of the others two.
_GRAVE = {"no_number", "subject_from_before", "no_indicator", "weak_link", "from_title"}
_NO_DOUBT = {"region_inferred", "no_region"}


def subject_of(case: Case) -> str:
    """What is counted, in full: a general name with the one before it, a change and a rank called so."""
    figure, quantity = case.figure, case.quantity
    subject = figure.subject
    if _LEVEL.fullmatch(subject) and _LEVEL.search(figure.head):
        return subject + _LEVEL.split(figure.head)[-1]  # 国家级示范区1个、省级3个
    if is_general(subject) and figure.head and figure.head not in subject:
        subject = figure.head + subject
    if figure.sign.kind == "TIER":
        scope = re.search(r"全国|全省|全市|全县|全球|世界", figure.sign.text)
        return subject + (scope[0] if scope else "") + "位次"
    if figure.sign.kind == "GRADE":
        return subject + "等次"
    if is_times_in_a_row(quantity):
        # Only of quality assessments the catalogue counts them.
        return subject + ("连续最高等次次数" if "质量" in subject else "连续获评次数")
    if quantity is not None and quantity.growth:
        return (
            subject + ("增长" if quantity.growth == "up" else "下降") + ("率" if quantity.measures == "share" else "")
        )
    if quantity is not None and quantity.kind == "rank" and not re.search("排名|位次|名次|位列|位居|排第|居", subject):
        scope = _SCOPE.search(case.text[figure.start : figure.sign.start])
        return subject + (scope[1] if scope and scope[1] not in subject else "") + "排名"
    return subject


def names_of(case: Case, subject: str, basis: str = "") -> tuple[tuple[str, float], ...]:
    """What the catalogue may call a statement, each with its worth: its name, its last noun, its surroundings."""
    figure, quantity = case.figure, case.quantity
    if basis in ("stock", "cumulative") and (figure.is_from_before or subject.endswith(_TOTALS)):
        subject = _NEW.sub("", subject)  # 新增证书860张,累计达1.2万张: the second counts all
    if quantity is not None and quantity.unit == "方面":
        return (("工作任务方面", 1.0),)
    if quantity is not None and ATTENDS.match(case.text[quantity.end : quantity.end + 4]):
        return (("会议参加人数", 1.0),)
    lead = _list_lead(case)
    names = [(lead + subject, 1.0), (subject, 0.97)] if lead else [(subject, 1.0)]
    if subject.startswith("占"):  # a share of which nobody says whose it is
        return ((subject, 0.7),)
    if is_general(figure.subject):
        names.append((figure.subject, 0.75))
    elif figure.head:
        names.append((figure.head + subject, 0.97))
    if figure.sign.text == "全覆盖":
        names += [(subject + "覆盖率", 0.98)]
    if (plain := _DOES.sub("", subject)) != subject and len(plain) >= 4:
        names += [("新增" + plain, 0.98), (plain, 0.98)]
    if quantity is not None and (counted := _COUNTED.get(quantity.unit)) and not subject.endswith(counted):
        names += [(_DOES.sub("", subject) + counted, 0.98)]
    last = _LAST_NOUN.split(subject)[-1]
    if last and last != subject:
        names.append(((subject[:2] if re.match("新[增建]", subject) else "") + last, 0.95))
    if figure.is_after and len(case.rest_of_clause) > len(figure.subject) + 4:
        names.append((figure.subject + re.split("[家个件项]", case.rest_of_clause)[-1], 0.9))
    return tuple(names)


def _list_lead(case: Case) -> str:
    """The verbs that the first item of a list gives to all: 主导或参与制定国际标准3项、国家标准30项."""
    if _LIST_LEAD.match(case.figure.subject):
        return ""
    for figure in reversed(case.found[: case.number]):
        between = case.text[figure.sign.end : case.figure.start]
        if "、" not in between or re.search("[,;]", between):
            return ""
        if match := _LIST_LEAD.match(figure.subject):
            return match[0]
    return ""


def linked(candidates: tuple[Candidate, ...]) -> tuple[str | None, list[str]]:
    """The indicator, or None where nothing fits well enough; and the doubts about it."""
    if not candidates or candidates[0].score < ACCEPTED:
        return None, ["no_indicator"]
    doubts = ["weak_link"] if candidates[0].score < ACCEPTED + 0.2 else []
    if len(candidates) > 1 and candidates[0].score - candidates[1].score < RIVAL:
        doubts.append("rival_link")
    return candidates[0].indicator_id, doubts


def confidence(reasons: list[str]) -> str:
    """high, medium or low, by how many doubts there are and how grave."""
    grave = len(_GRAVE & set(reasons))
    light = len(set(reasons) - _GRAVE - _NO_DOUBT)
    return "low" if grave >= 2 or "no_number" in reasons else "medium" if grave or light >= 2 else "high"
