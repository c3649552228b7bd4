"""Promise, result, baseline, or a count that only describes the plan."""

import re
from functools import cache

from etl.documents import lexicons
from etl.documents.case import Case
from etl.documents.dating import Dating, dating
from etl.documents.quantities import Quantity

ATTENDS = re.compile(r"^(?:余|多)?(?:代表|同志|人员)?(?:参加|出席|参会|与会)")
_BUILDS = re.compile(r"(?:建立|构建|建成|打造|形成|搭建|创建|组建|培育)")
# 围绕6条产业链: what a plan is about.
_SCOPE = re.compile(
    r"(?:围绕|聚焦|瞄准|依托)(?:(?!建设|建立|建成|打造|形成|搭建|创建|组建|培育|新增|制定|开展|实施|推进)[^,。;])*$"
)
# 今年要坚持...: a speech that asks for something.
_MUST = re.compile(
    r"(?<![主重需必只想纲摘简首紧])要(?=坚持|加快|着力|大力|聚焦|扎实|突出|新增|新建|培育|推动|实施|开展|完成|抓好|强化)"
    r"|(?:推进|做好|抓好|部署|完成)(?:20\d\d年|今年)(?:的)?(?:质量)?(?:工作|任务)"
)
# 重点任务清单(共26项)
_LISTS = re.compile(r"(?:任务|措施|举措|项目|指标|责任|工程)(?:清单|分工|表)[(,:]?共?\d+[项条个]\)?$")
_RISES = re.compile(
    r"(?:提高|提升|增加|增长|上升|扩大|发展|跃升|攀升|下降|降低|减少|压减|缩短|提|增|升|降)(?:到|至|为)"
)


def kind_of(case: Case) -> tuple[str, bool]:
    """target, actual, baseline or programme, and whether words say so (else the kind of document does)."""
    if is_programme(case):
        return "programme", True
    if is_baseline(case, case.number):
        return "baseline", True
    kind, is_told = _promise_or_result(case)
    is_ahead = case.date is not None and _of_date(case.date, case) == "target"
    if kind == "target" and case.number and is_baseline(case, case.number - 1) and not (is_ahead or _promises(case)):
        return "actual", True  # 由90%提高到97% tells what has been done
    return kind, is_told


def _promise_or_result(case: Case) -> tuple[str, bool]:
    """By the last cue before the number, else by its date, else by the heading, else by the kind of document."""
    told = [(sign.start, kind) for sign in case.before("CUE") if (kind := _cue(sign.text))]
    name = case.text[case.figure.start : case.figure.sign.start]
    told += [(case.figure.start + match.start(), _cue(match[0])) for match in _cues().finditer(name)]
    by_date = _of_date(case.date, case) if case.date is not None else ""
    own = [sign.start for sign in case.before("DATE") if case.date is not None and sign.text == case.date.words]
    if by_date and own:
        told.append((own[-1], by_date))
    sentence = case.text[case.sentence[0].start : case.figure.sign.start]
    told += [(case.sentence[0].start + match.start(), "target") for match in _MUST.finditer(sentence)]
    if told:
        return max(told)[1], True
    # 二、2024年工作安排 over its clauses: the heading says more than its year does.
    is_of_heading = case.is_date_inherited and case.date is not None and case.date.kind in ("year", "year_end")
    if by_date and not (is_of_heading and case.passage.kind):
        return by_date, True
    if case.passage.kind:
        return case.passage.kind, True
    return case.whole.kind, False


def _of_date(date: Dating, case: Case) -> str:
    is_ahead = date.period is not None and case.whole.year is not None and date.period > case.whole.year
    if date.kind == "due" or (is_ahead and date.kind in ("year", "year_end", "as_of")):
        return "target"
    if date.kind in ("now", "since", "as_of"):
        return "actual"
    if date.kind == "span" and date.period is not None and case.whole.kind == "target":
        return "actual" if case.whole.year is not None and date.period < case.whole.year else ""
    if date.kind not in ("year", "year_end") or date.period is None:
        return ""
    return "actual" if case.whole.kind == "actual" or _is_past(date.period, case) else ""


def _is_past(year: int, case: Case) -> bool:
    """Whether a plan looks back: the year is over when the plan is written, or before any it promises for.

    Where nobody knows when a plan was written, only a figure that simply is (为, 是, 已) looks back.
    """
    if case.whole.year is not None:
        return year < case.whole.year
    due = [int(match) for match in re.findall(r"[到至]((?:19|20)\d\d)年", case.text)]
    simply_is = re.search(r"[为是已]了?$", case.bound_words) or re.search(r"已[达有经]?", case.clause)
    return bool(due and simply_is) and year < min(due)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(lexicons.written("cues"))


@cache
def _cue(word: str) -> str:
    """What a cue word announces; it stands alone here, without what its look-ahead wants behind it."""
    for pattern, kind in lexicons.meaning("cues", "kind"):
        match = pattern.match(word)
        if (match and match.end() == len(word)) or re.sub(r"\(\?.*", "", pattern.pattern) == word:
            return kind
    return ""


def is_programme(case: Case) -> bool:
    """Whether a count describes the plan (228项任务, 六大产业, 五个方面) or a meeting, not the world."""
    quantity, figure = case.quantity, case.figure
    if quantity is None or quantity.growth or quantity.measures != "count" or quantity.kind == "rank":
        return False
    after = case.text[quantity.end : quantity.end + 16]
    if _LISTS.search(case.text[max(case.sentence[0].start, quantity.start - 16) : quantity.end + 1]):
        return True
    if quantity.unit in ("人", "名", "位"):
        return bool(ATTENDS.match(after))
    if quantity.unit in ("方面", "章", "部分"):
        return True
    if quantity.unit == "大":
        before = case.text[max(figure.start, quantity.start - 40) : quantity.start]
        return not _BUILDS.search(before.rpartition(",")[2])
    if quantity.unit in ("个", "条", "类") and _SCOPE.search(case.text[case.clause_start : quantity.start]):
        return not quantity.after
    if quantity.unit not in ("项", "个", "条") or quantity.after:
        return False
    name = re.split(r"[,。;、:()]", after if figure.is_after else figure.subject)[0]
    is_of_plan = re.fullmatch(rf"[\u4e00-\u9fff]{{0,8}}?(?:{lexicons.written('programme_nouns')})", name)
    is_plain = name.endswith(("工程", "行动")) or not figure.is_after
    return bool(is_of_plan) and (not is_plain or _is_of_document(figure.verbs))


def _is_of_document(words: str) -> bool:
    return bool(re.search(lexicons.written("programme_verbs"), words))


def is_baseline(case: Case, number: int) -> bool:
    """从960家增加到9151家: the first figure is where it started."""
    figure = case.found[number]
    if number + 1 >= len(case.found) or not isinstance(figure.sign, Quantity):
        return False
    before = case.text[max(figure.sign.start - 24, 0) : figure.sign.start].rpartition(",")[2]
    following = case.found[number + 1].sign
    is_near = isinstance(following, Quantity) and following.start - figure.sign.end <= 20
    if not is_near or not re.search(r"[从由][^,。;]{0,20}$", before):
        return False
    return bool(_RISES.search(case.text[figure.sign.end : following.end]))


def _promises(case: Case) -> bool:
    """Whether the sentence promises: a target cue, or a due date, before the number."""
    is_due = any(dating(sign.text, case.whole.year).kind == "due" for sign in case.before("DATE"))
    return is_due or any(_cue(sign.text) == "target" for sign in case.before("CUE"))
