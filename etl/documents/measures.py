"""Unit, comparator and form of a statement, in the words of METHOD."""

import re

from etl.documents import lexicons, wordless
from etl.documents.case import Case
from etl.documents.figure import STANDINGS

_AT_LEAST = re.compile(
    r"(?:至少|最少|不少于|不低于)(?:建成|建立|建设|培育|创建|打造|新增|完成|组织|开展|举办|有|配备|设立|达到)$"
)
_MORE_THAN = re.compile(r"不少于|不低于|不小于|至少|突破|逾|多于|大于|超")
_AT_MOST = re.compile(r"不超过|不高于|不多于|控制|以内")
_COUNTED_AS = {"方面": "个", "部分": "个", "位": "名"}


def unit_of(case: Case) -> str:
    """The unit as statistics write it; empty for an index or a standing told in words."""
    figure, quantity = case.figure, case.quantity
    if quantity is None:
        if figure.sign.kind == "ABSENCE":
            return "起" if wordless.implied(figure.sign) == 0 else "%"
        return "" if figure.sign.kind in STANDINGS or figure.subject.endswith(("指数", "得分")) else "%"
    if quantity.kind == "rank":
        return "名"
    if quantity.unit == "位" and quantity.growth and not figure.is_after:
        return "位"  # 前移3位: by so many places
    if quantity.unit in ("名", "位"):
        # 全国排名376名 is a place, 培训200名 are people.
        return "名" if re.search(r"(?:排名|位次|名次|排)(?:为|在)?$", figure.subject) else "人"
    if quantity.unit == "大":
        return _classifier(figure.subject)
    return _COUNTED_AS.get(quantity.unit, quantity.unit)


def _classifier(name: str) -> str:
    """The unit of 六大主导产业 is that of the noun that comes first."""
    found = [(match.start(), -len(match[0]), unit) for pattern, unit in lexicons.meaning("classifiers", "unit")
             if (match := pattern.search(name))]  # fmt: skip
    return min(found)[2] if found else "个"


def comparator_of(case: Case, kind: str) -> str:
    """How the text bounds the value: what stands behind the number first, then what stands before it.

    Of a promise 达到 and 提高到 say "at least"; of a result they say "is".
    """
    quantity = case.quantity
    if quantity is None:
        return _of_words(case)
    if quantity.is_top:
        return "<="
    if ">=" in quantity.after or "<=" in quantity.after:
        return ">=" if ">=" in quantity.after else "<="
    if quantity.is_about or "~" in quantity.after or "~" in quantity.before:
        return "~"
    return _of_bounds(case, quantity.before, kind)


def _of_bounds(case: Case, bounds: tuple[str, ...], kind: str) -> str:
    for sign in (">", "<"):
        if sign in bounds:
            return sign
    words = case.bound_words
    if case.figure.is_after and words == "突破":  # 突破100项关键核心技术 is a breakthrough, no bound
        return "="
    lead = case.text[max(case.figure.sign.start - 8, 0) : case.figure.sign.start]
    if _AT_MOST.search(words):
        return "<="
    # 至少建成1个: the bound stands over the verb.
    if _MORE_THAN.search(words) or _AT_LEAST.search(lead):
        return ">="
    if kind != "target" or case.quantity.high is not None:
        return "="
    return "<=" if "<=" in bounds else ">=" if ">=" in bounds or "up" in bounds else "="


def _of_words(case: Case) -> str:
    sign = case.figure.sign
    if sign.kind == "TIER":
        return ""  # a tier is no number to be equal to
    if sign.kind == "BENCHMARK":
        return next(bound for way, bound in lexicons.meaning("benchmarks", "comparator") if way.match(sign.text))
    return "="


def form_of(
    kind: str, basis: str, unit: str, comparator: str, value: float | None, value_high: float | None,
    implied: float | None, is_kept: bool,
) -> str:  # fmt: skip
    """How a target is worded, in the words of METHOD; empty for what is no target."""
    if kind != "target":
        return "count" if kind == "programme" else ""
    if implied is not None:
        return "yes_no"
    if basis == "rank":
        return "rank"
    if value is None:
        return "direction"
    if value_high is not None:
        return "range"
    if basis in ("annual", "new", "cumulative"):
        return basis
    if is_kept:
        return "keep"
    return "yes_no" if unit == "%" and value == 100 and comparator == "=" else "level"
