"""Statements without a number: comparisons, standings, all and none."""

import re
from functools import cache

from etl.documents import lexicons
from etl.documents.figure import Figure, Sentence
from etl.documents.naming import is_general, measure_at_end, named
from etl.documents.quantities import Quantity, Sign, number_of
from etl.documents.sharing import for_name, parts

_LEAST_NAME = 4
_IN_A_ROW = re.compile(r"连续(?:第)?([一二两三四五六七八九十\d]+)[年次届]")
_BEST = re.compile("A|优秀|最高")


def of_benchmark(sentence: Sentence, index: int, taken: int) -> list[Figure]:
    """合格率高于全省平均水平, 降幅达到国家标准: a comparison that gives no number."""
    sign = sentence.signs[index]
    start = sentence.clause_start(index, taken)
    name, lead = named(sentence.text[start : sign.start])
    gives_number = sentence.has_number(sign.end, sign.end + 1)  # 低于全省平均水平1.2个百分点
    if gives_number or not measure_at_end(name) or len(name) < _LEAST_NAME:
        return []
    figure = Figure(sign, sentence.text.find(name, start), sign.end, name, verbs=lead)
    names = parts(name)
    return [figure] if len(names) == 1 else [for_name(figure, one, sentence.text) for one in names]


def of_tier(sentence: Sentence, index: int, taken: int, found: list[Figure]) -> list[Figure]:
    """质量强省建设进入全国第一方阵: a standing told in words, of the clause's name or of the one before."""
    sign = sentence.signs[index]
    own = sentence.clause_start(index, taken), sign.start
    for clause in (own, sentence.clause_before(index, taken)):
        if clause is None:
            continue
        name, lead = named(sentence.text[clause[0] : clause[1]])
        if name:
            start = sentence.text.find(name, clause[0])
            head = sentence.words_before(index) if clause is own else ""
            return [Figure(sign, start, sign.end, name, head, lead, is_from_before=clause is not own)]
    if found and not is_general(found[-1].subject):
        return [Figure(sign, sign.start, sign.end, found[-1].subject, is_from_before=True)]
    return []


def of_grade(sentence: Sentence, index: int, taken: int) -> list[Figure]:
    """省政府质量工作考核获评A级: the grade of an assessment; 连续三年获评A级 counts how often the best was given."""
    sign = sentence.signs[index]
    own = sentence.clause_start(index, taken), sign.start
    for clause in (own, sentence.clause_before(index, taken)):
        if clause is None or sentence.has_number(clause[0], sign.start - 1):
            continue
        assessment = _assessment().search(sentence.text[clause[0] : clause[1]])
        if assessment is None:
            continue
        start = clause[0] + assessment.start()
        told = _times_in_a_row(sentence, index, own[0]) or sign
        return [Figure(told, min(start, told.start), sign.end, assessment[0], is_from_before=clause is not own)]
    return []


@cache
def _assessment() -> re.Pattern[str]:
    return re.compile(rf"(?![年度底末的了])[^,。;、在获为列达是\d]{{2,24}}(?:{lexicons.written('assessments')})")


def is_times_in_a_row(quantity: Quantity | None) -> bool:
    """Whether a quantity counts how often in a row the best grade was given."""
    return quantity is not None and quantity.text.startswith("连续")


def _times_in_a_row(sentence: Sentence, index: int, start: int) -> Quantity | None:
    """连续三年 or 连续8次 of a best grade as a count of times."""
    sign = sentence.signs[index]
    match = _IN_A_ROW.search(sentence.text, start, sign.start)
    if match is None or not _BEST.search(sign.text):
        return None
    return Quantity(
        "quantity", match.start(), match.end(), match[0], value=number_of(match[1]), unit="次", measures="count",
        lead=match.start(1), figures=(match[1],),
    )  # fmt: skip


def of_absence(sentence: Sentence, index: int, taken: int) -> list[Figure]:
    """不发生重大事故 (none), 全部达到强制性标准 and 全覆盖 (all)."""
    return _none(sentence, index) if implied(sentence.signs[index]) == 0 else _all(sentence, index, taken)


@cache
def _mishap() -> re.Pattern[str]:
    ends = lexicons.written("mishaps")
    return re.compile(rf"[^,。;]{{2,60}}?(?:{ends})(?![\u4e00-\u9fff]*(?:{ends}))")


def _none(sentence: Sentence, index: int) -> list[Figure]:
    sign = sentence.signs[index]
    match = _mishap().match(sentence.text, sign.end)
    if match is None or sentence.has_number(sign.end, match.end() - 1):
        return []
    return [Figure(sign, sign.start, match.end(), match[0], is_after=True)]


def _all(sentence: Sentence, index: int, taken: int) -> list[Figure]:
    sign = sentence.signs[index]
    start, end = sentence.clause_start(index, taken), sentence.clause_end(index)
    name, lead = named(sentence.text[start : sign.start])
    if len(name) < _LEAST_NAME or sentence.has_number(sign.end, end):
        return []
    whole = name if sign.text == "全覆盖" else name + sentence.text[sign.end : end]
    subject = re.sub(r"^(?:实现|推动|推进)|实现$", "", whole)
    return [Figure(sign, sentence.text.find(name, start), end, subject, verbs=lead)]


def implied(sign: Sign) -> float | None:
    """What a statement without a number says: 0 (none), 100 (all), or nothing."""
    if sign.kind != "ABSENCE":
        return None
    # The word stands alone here, without what its look-ahead wants behind it.
    return next(
        (float(value) for way, value in lexicons.meaning("absence", "implies")
         if way.match(sign.text) or way.pattern.startswith(sign.text)),
        None,
    )  # fmt: skip
