"""Figures of a sentence: each quantity with what it counts, told by the words around it.

The rules, each with its examples in tests/documents/:

* what stands before a quantity names it (有效注册商标量超过100万件), unless that is only a verb: then what follows does
  (建成5个质量卓越产业集群);
* items of a list share the verb before the first (建成1—2家…、30个左右…、10家以上…);
* 均 and 分别 spread one number, or a row of numbers, over several names;
* a name too general to stand alone (合格率, 全省排名) takes the one before it with it.
"""

import re

from etl.documents.figure import NUMBERED, Figure, Sentence
from etl.documents.naming import ends_with_verb, is_general, measure_at_end, named, verb_only
from etl.documents.quantities import Quantity, Sign
from etl.documents.refusals import is_statement
from etl.documents.sharing import in_turn, spread
from etl.documents.wordless import of_absence, of_benchmark, of_grade, of_tier

_NAME = re.compile(r"[\u4e00-\u9fff“《*A-Z（(]")
# What follows a figure without naming it: 98.5%,居全省第三; 1200件同比; 12家参加.
_GOES_ON = re.compile(
    r"同比|比上年|较上年|比去年|较去年|居|位居|位列|排|占|增长|提高|下降|的(?:目标|水平|要求|规模)|为|以来|左右|和|与|及|且|并|而|等"
)
_BUILDS = re.compile(r"(?:建立|构建|建成|打造|形成|搭建|创建|组建|培育)")
_NAME_ENDS = re.compile(r"同比|比上年|较上年|,|;|必须|(?<=[\u4e00-\u9fff]{4})(?:要|均|都|将)(?=[\u4e00-\u9fff])")
_ONLY_RISES = re.compile(
    r"(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|压减|缩短|升|降|增)(?:了)?(?:到|至|为)?(?:(?:19|20)\d\d年(?:底|末)?)?的?"
)
_PORTION = re.compile(r"(?:占|占比|占到|比重|比例|占(?:总量|总数|全部|其中)?的?(?:比重|比例)?)$")
# How far a number may stand behind the last one to count the same thing.
_NEAR = 12


def figures(signs: list[Sign], text: str, earlier: str = "") -> list[Figure]:
    """The figures of one sentence, in order.

    ``text`` is the folded text of the whole document; ``earlier`` what the sentence before counted last.
    """
    sentence = Sentence(signs, text)
    found: list[Figure] = []
    taken = 0  # nothing before this place can name a later figure
    for index, sign in enumerate(signs):
        if sign.kind in NUMBERED:
            figure = _of_quantity(sentence, index, taken, found, earlier)
            if figure is not None:
                found += [] if _is_told_again(figure, found) else spread(figure, sentence)
                taken = max(taken, figure.end)
        elif sign.kind == "BENCHMARK":
            found += of_benchmark(sentence, index, taken)
        elif sign.kind == "TIER":
            found += of_tier(sentence, index, taken, found)
        elif sign.kind == "GRADE":
            found += of_grade(sentence, index, taken)
        elif sign.kind == "ABSENCE":
            found += of_absence(sentence, index, taken)
    return in_turn(found, sentence)


def _of_quantity(sentence: Sentence, index: int, taken: int, found: list[Figure], earlier: str) -> Figure | None:
    quantity = sentence.signs[index]
    start = sentence.clause_start(index, taken)
    left = sentence.text[start : quantity.start]
    right = sentence.text[quantity.end : sentence.clause_end(index)]
    if not isinstance(quantity, Quantity) or not is_statement(
        quantity, left, right, sentence.text[quantity.end : quantity.end + 24]
    ):
        return None
    name, lead = named(left)
    if _ONLY_RISES.fullmatch(name):  # 由91.5%提高到2023年的94.2%
        name, lead = "", lead + name
    if _is_named_behind(quantity, name, right):
        return _named_behind(sentence, index, start, name, lead, right, found)
    if name and not quantity.growth:
        return _named_ahead(sentence, index, start, taken, name, lead, right, found)
    return _named_earlier(sentence, index, start, taken, name, lead, found, earlier)


def _is_named_behind(quantity: Quantity, name: str, right: str) -> bool:
    """Whether the words behind a number name it: where only a verb, or nothing, stands before."""
    if quantity.unit == "大":
        return True
    if quantity.kind == "rank" or not _NAME.match(right.strip()) or _GOES_ON.match(right.strip()):
        return False
    # 将总体目标细化为28项具体工作: what something becomes is named behind the number.
    becomes = "为" in quantity.text[: quantity.lead - quantity.start] and not measure_at_end(name)
    return not name or verb_only(name) or becomes or ends_with_verb(name)


def _named_behind(
    sentence: Sentence, index: int, start: int, name: str, lead: str, right: str, found: list[Figure]
) -> Figure:
    quantity = sentence.signs[index]
    subject = _NAME_ENDS.split(re.sub(r"^的", "", right.strip()))[0]
    if quantity.unit == "大" and _BUILDS.match(name):
        subject = name + subject  # 建立特种设备动态监管和重大危险源监控 + 两大 + 体系
    head = _name_before(found) if is_general(subject) else sentence.words_before(index)
    while start < quantity.start and sentence.text[start] in ",、;: \t":
        start += 1
    # What stands before leads in: 引导企业制定 + 20项 + 标准.
    return Figure(
        quantity, start, quantity.end + len(right.rstrip()), subject, head, lead + name, is_after=True,
        dates=sentence.dates_before(index, start),
    )  # fmt: skip


def _named_ahead(
    sentence: Sentence, index: int, start: int, taken: int, name: str, lead: str, right: str, found: list[Figure]
) -> Figure:
    quantity = sentence.signs[index]
    dates = sentence.dates_before(index, start)
    if _PORTION.match(name):  # 占41.5%: of what was counted before
        return Figure(quantity, start, quantity.end, _name_before(found) + "占比", "", lead, dates=dates)
    if name.startswith("占") and measure_at_end(name) and (counted := _name_before(found)):
        # 研发经费支出68.3亿元,占地区生产总值比重为2.39%
        return Figure(quantity, start, quantity.end, counted + name, "", lead, dates=dates)
    place = max(sentence.text.find(name, start, quantity.start), start)
    head = _name_before(found) if is_general(name) or start == taken else sentence.words_before(index)
    if _goes_on_behind(quantity, name, right):
        return Figure(quantity, place, quantity.end + len(right), name + right, head, lead, dates=dates)
    return Figure(quantity, place, quantity.end, name, head, lead, dates=dates)


def _goes_on_behind(quantity: Quantity, name: str, right: str) -> bool:
    """Whether a share's name goes on behind it: 名牌产品50%以上按照国际标准组织生产."""
    is_open = quantity.measures == "share" and not measure_at_end(name)
    return is_open and len(right.strip()) >= 2 and not _GOES_ON.match(right.strip())


def _named_earlier(
    sentence: Sentence, index: int, start: int, taken: int, name: str, lead: str, found: list[Figure], earlier: str
) -> Figure | None:
    """A number whose own clause does not name it: the figure before, the clause before, or the sentence before does."""
    quantity = sentence.signs[index]
    dates = sentence.dates_before(index, start)
    if name:  # a change: 有效发明专利增长12%
        place = sentence.text.find(name, start, quantity.start)
        return Figure(quantity, place, quantity.end, name, _name_before(found), lead, dates=dates)
    if found and taken and quantity.start - found[-1].end <= _NEAR and found[-1].end >= taken:
        subject, head = found[-1].subject, found[-1].head
        return Figure(quantity, quantity.start, quantity.end, subject, head, lead, is_from_before=True, dates=dates)
    clause = sentence.clause_before(index, taken)
    if clause is not None:
        name, words = named(sentence.text[clause[0] : clause[1]])
        if name:
            place = sentence.text.find(name, clause[0], clause[1])
            return Figure(quantity, place, quantity.end, name, "", words + lead, is_from_before=True, dates=dates)
    if earlier and quantity.unit and (quantity.before or quantity.growth):
        return Figure(quantity, quantity.start, quantity.end, earlier, "", lead, is_from_before=True, dates=dates)
    return None


def _name_before(found: list[Figure]) -> str:
    """The name that the figure before has, which a general name belongs to."""
    for figure in reversed(found):
        if not is_general(figure.subject):
            return figure.subject
    return found[-1].head if found else ""


def _is_told_again(figure: Figure, found: list[Figure]) -> bool:
    """达401.5万件,首次超过400万件: the second number only rounds the first."""
    quantity = figure.sign
    if not figure.is_from_before or not found or not isinstance(quantity, Quantity) or ">=" not in quantity.before:
        return False
    before = found[-1].sign
    is_same = isinstance(before, Quantity) and before.unit == quantity.unit
    return is_same and quantity.value <= before.value < quantity.value * 1.1
