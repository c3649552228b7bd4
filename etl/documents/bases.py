"""What a count counts: a total at a date, what is new, a yearly flow, a running total; or a share, score or rank."""

import re
from functools import cache

from etl.documents import lexicons
from etl.documents.case import Case, opening_verb, verbs
from etl.documents.figure import STANDINGS, Figure
from etl.documents.wordless import is_times_in_a_row

_FLOW_UNITS = {"批次", "人次", "家次", "件次", "场", "场次", "次", "起", "宗", "例", "台件"}
_TOTALS = ("总数", "总量", "产值", "拥有量", "保有量", "收入", "余额")
_DONE = re.compile(
    r"(?:结案|立案|申请|授权|抽检|检测|检验|培训|审查|审理|查处|登记|办理|服务|检查|抽查|申报|案件|线索|活动)$"
)
_FLOWS = re.compile(r"(?:申请|授权|登记|成交|受理|交易|抽检|检测)[量数]$")
_REACHES = re.compile("达|提高到|提升到|增加到|增至|增长到|突破|超过")


def basis_of(case: Case, unit: str, kind: str) -> tuple[str, bool]:
    """stock, new, annual, cumulative, share, score or rank, and whether that had to be assumed."""
    figure = case.figure
    if unit in ("名", "位") or figure.sign.kind in STANDINGS:
        return "rank", False
    if unit in ("%", "个百分点", "倍"):
        is_running = re.search(r"累计(?:[降下减]|增)", case.clause + figure.subject)
        return ("cumulative" if is_running and not figure.subject.endswith("率") else "share"), False
    if unit in ("", "分"):
        return "score", False
    if kind == "programme":
        return ("new" if unit == "人" else "stock"), False
    if figure.sign.kind == "ABSENCE":
        return "new", False
    if is_times_in_a_row(case.quantity):
        return "cumulative", False
    if case.quantity is not None and case.quantity.measures == "time":
        return "stock", False
    if running := _running(case):
        return running, False
    # A running total goes on over 、 alone; a comma begins something else.
    goes_on = case.is_next_in_list and (case.previous_basis == "annual" or not case.is_behind_comma)
    if case.previous_basis in ("annual", "cumulative") and goes_on:
        return case.previous_basis, False
    return _of_count(case, unit, kind)


def _running(case: Case) -> str:
    """annual or cumulative, where 每年 or 累计 governs the figure's list."""
    text, figure = case.text, case.figure
    if "累计" in text[figure.sign.start - 4 : figure.sign.end]:
        return "cumulative"
    for sign in reversed(case.before("BASIS")):
        basis, between = _basis_of(sign.text), text[sign.end : figure.sign.start]
        if basis not in ("annual", "cumulative") or ";" in between:
            continue
        if basis == "annual":
            # A date of its own takes an item out of the list: 每年制定20项,到2025年建成100个.
            if any(date.kind == "DATE" and date.start > sign.end for date in case.before("DATE")):
                continue
            return basis
        if re.match("拥有|建有|保有", text[sign.end : sign.end + 2]):
            continue  # 累计拥有 is what there is
        if sign.start >= case.clause_start:
            return basis
        # 累计 right before a number is that number's own; before a verb it governs the list.
        is_own = bool(re.match(r"(?:达到?|为|超过|突破)?\d", text[sign.end : sign.end + 4]))
        is_one_list = "," not in between or case.whole.kind == "actual"
        if _goes_on(figure, between) and not is_own and is_one_list and not re.search(r"现有|拥有|共有", between):
            return basis
    return ""


def _goes_on(figure: Figure, between: str) -> bool:
    """Whether an item still belongs to a list that 累计 opened: by 、 or with a verb of its own, but no total."""
    if figure.subject.endswith(_TOTALS):
        return False
    leads_on = bool(re.match("为|帮助|促进|参与|其中", figure.verbs + figure.subject))
    return "," not in between or leads_on or opening_verb(figure) == "new"


@cache
def _basis_of(word: str) -> str:
    return next((basis for pattern, basis in lexicons.meaning("basis_words", "basis") if pattern.match(word)), "")


@cache
def _words(basis: str) -> re.Pattern[str]:
    return re.compile(lexicons.written("basis_words", "basis", basis))


def _of_count(case: Case, unit: str, kind: str) -> tuple[str, bool]:
    """By a word (新增, 总量), by the ending of the name (拥有量), by the verb, by the item before, in that order."""
    figure = case.figure
    words = figure.verbs + ("" if figure.is_after else case.text[figure.start : figure.sign.start])
    if _words("new").search(words) or (kind == "actual" and _FLOWS.search(figure.subject)):
        return "new", False
    if _words("stock").search(words) or figure.subject.endswith(("量", "总数", "数量")):
        return "stock", False
    if kind in ("actual", "baseline"):
        return _of_result(case, unit)
    return _of_promise(case, unit)


def _of_promise(case: Case, unit: str) -> tuple[str, bool]:
    """达到 promises a total, 建设 something new; an item without a verb takes its list's."""
    figure, opening = case.figure, opening_verb(case.figure)
    if _REACHES.search(case.bound_words) and not figure.is_after:
        return "stock", opening == "new"
    if opening:
        return opening, opening == "new"
    if figure.is_after and verbs("new").search(case.rest_of_clause):
        return "new", True
    if case.previous_basis in ("stock", "new", "annual", "cumulative"):
        return case.previous_basis, True
    is_flow = unit in _FLOW_UNITS or unit.endswith("元") or verbs("new").search(case.clause)
    return ("new" if is_flow else "stock"), True


def _of_result(case: Case, unit: str) -> tuple[str, bool]:
    """目前 counts what is there; a year counts what was done in it where a verb says so."""
    figure, opening = case.figure, opening_verb(case.figure)
    if unit in _FLOW_UNITS or unit.endswith("元"):
        return "new", not opening
    if case.date is not None and case.date.kind in ("now", "as_of", "year_end", "star"):
        return "stock", opening == "new"
    if opening == "stock":
        return "stock", False
    # 3家企业获评市长质量奖: what is counted has done something.
    has_done = figure.is_after and verbs("new").search(figure.subject[2:8])
    if opening == "new" or has_done or _DONE.search(figure.subject):
        return "new", opening != "new"
    if case.previous_basis in ("new", "cumulative") and case.is_next_in_list:
        return case.previous_basis, True
    return "stock", True
