"""Which indicator of the catalogue a statement means: a score for each likely one, and none where none fits."""

import csv
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import paths
from etl.documents import lexicons
from etl.documents.cleaning import fold
from etl.documents.statement import Candidate

ACCEPTED = 0.55
RIVAL = 0.04
_KEPT = 5
# Names of at least this worth are the figure's own, in other words; the rest are its surroundings.
_OWN = 0.98
_MONEY = {"元", "万元", "亿元", "美元", "万美元", "亿美元"}

# Units that count the same things under other classifiers.
_SAME_UNIT = (
    {"个", "家", "户", "所", "座", "处"},
    {"个", "件", "项", "条", "种", "张", "份", "类"},
    {"人", "名", "位"},
    {"起", "件", "宗", "例"},
    {"台", "台件", "台套", "套"},
    {"次", "场", "场次"},
    {"批次", "批"},
    {"万元", "亿元", "元"},
    {"分", ""},
    {"件", "件/万人", "件/百万人"},
    {"月", "个月"},
)


@dataclass(frozen=True)
class Indicator:
    """A row of ``indicators.csv``: what linking and writing rows need of it."""

    indicator_id: str
    name_zh: str
    name_en: str
    theme: str
    unit: str
    basis: str
    names: tuple[str, ...]


class Catalogue:
    """Indicators and the names that texts give them, ready to be looked up."""

    def __init__(self, indicators: list[Indicator]):
        self.indicators = {indicator.indicator_id: indicator for indicator in indicators}
        self._names: list[tuple[str, str]] = []
        self._grams: list[Counter[str]] = []
        self._norms: list[float] = []
        for indicator in indicators:
            for name in dict.fromkeys(map(normalized, (indicator.name_zh, *indicator.names))):
                if name:
                    self._names.append((indicator.indicator_id, name))
                    self._grams.append(_grams(name))
        frequency = Counter(gram for grams in self._grams for gram in set(grams))
        total = len(self._grams) or 1
        self._weight = {gram: math.log(1 + total / count) for gram, count in frequency.items()}
        self._rarest = math.log(1 + total)
        self._norms = [self._norm(grams) for grams in self._grams]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, grams in enumerate(self._grams):
            for gram in grams:
                self._places[gram].append(place)
        self._memo: dict[tuple, tuple[Candidate, ...]] = {}

    def _norm(self, grams: Counter[str]) -> float:
        return math.sqrt(sum((count * self._weight.get(gram, self._rarest)) ** 2 for gram, count in grams.items()))

    def candidates(
        self, names: tuple[tuple[str, float], ...], unit: str, basis: str, growth: bool = False, own: str = ""
    ) -> tuple[Candidate, ...]:
        """The likeliest indicators, best first: by the names a statement may have, its unit and its basis.

        ``names`` are folded texts with their worth (the name itself 1, with what stands before it less); a unit that
        cannot be the indicator's own rules it out. ``own`` is the figure's own name: words from its surroundings may
        narrow it down, but an indicator that has nothing of its end is not the one.
        """
        key = (names, unit, basis, growth, normalized(own)[-2:])
        if key not in self._memo:
            self._memo[key] = self._ranked(*key)
        return self._memo[key]

    def _ranked(
        self, names: tuple[tuple[str, float], ...], unit: str, basis: str, growth: bool, end: str
    ) -> tuple[Candidate, ...]:
        scores: dict[str, float] = {}
        for name, worth in names:
            # Surroundings are asked only where the name itself does not suffice.
            if worth < _OWN and max(scores.values(), default=0.0) >= ACCEPTED + 0.15:
                break
            query = normalized(name)
            for place, similarity in self._similar(query).items():
                indicator_id, known = self._names[place]
                if worth < _OWN and end not in known:
                    continue
                fit = similarity * worth * self._fit(self.indicators[indicator_id], known, query, unit, basis, growth)
                if fit > scores.get(indicator_id, 0.0):
                    scores[indicator_id] = fit
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
        return tuple(
            Candidate(indicator_id, round(min(score, 1.0), 3)) for indicator_id, score in best if score >= 0.25
        )

    def _similar(self, query: str) -> dict[int, float]:
        """Cosine of weighted grams with every name that shares a gram, the exact name first of all."""
        grams = _grams(query)
        norm = self._norm(grams)
        if not norm:
            return {}
        products: dict[int, float] = defaultdict(float)
        for gram, count in grams.items():
            places = self._places.get(gram, ())
            weight = self._weight.get(gram, self._rarest) ** 2 * count
            for place in places:
                products[place] += weight * self._grams[place][gram]
        similar = {place: product / (norm * self._norms[place]) for place, product in products.items()}
        for place in similar:
            name = self._names[place][1]
            if name == query:
                similar[place] = 1.0
            elif len(name) >= 4 and name in query:
                # The whole name stands in the text: what the text says besides weighs less.
                similar[place] = max(similar[place], 0.6 + 0.4 * len(name) / len(query))
        return similar

    @staticmethod
    def _fit(indicator: Indicator, name: str, query: str, unit: str, basis: str, growth: bool) -> float:
        fit = _unit_fit(indicator.unit, unit) * _basis_fit(indicator.basis, basis)
        is_growth = bool(re.search("增长|提升|提高|下降|降低|降幅|增速", indicator.name_zh))
        if growth != is_growth and (growth or not re.search("增长|提高|提升|下降|降低|降幅|增速", query)):
            fit *= 0.4 if growth else 0.8
        # 新增高新技术企业 and 高新技术企业 differ in nothing else.
        is_told_apart = query.startswith("新增") != name.startswith("新增")
        if is_told_apart and indicator.basis in ("stock", "cumulative") and query.startswith("新增"):
            fit *= 0.8
        return fit * _level_fit(name, query) * _qualifier_fit(name, query)


def _unit_fit(own: str, unit: str) -> float:
    if own == unit:
        return 1.0
    if any(own in same and unit in same for same in _SAME_UNIT):
        return 0.96
    if (own in _MONEY) != (unit in _MONEY):
        return 0.3 if unit else 0.6
    if not unit and own in ("%", "名", "起"):
        return 0.8
    if "%" in (own, unit) or "个百分点" in (own, unit) or "名" in (own, unit):
        return 0.0
    return 0.7 if unit else 0.6


_BASIS_FIT = {
    ("stock", "cumulative"): 0.93, ("cumulative", "stock"): 0.93, ("new", "annual"): 0.95, ("annual", "new"): 0.97,
    ("stock", "new"): 0.88, ("new", "stock"): 0.88, ("stock", "annual"): 0.85, ("annual", "stock"): 0.9,
    ("cumulative", "new"): 0.9, ("new", "cumulative"): 0.94, ("cumulative", "annual"): 0.85,
    ("annual", "cumulative"): 0.88,
}  # fmt: skip


def _basis_fit(own: str, basis: str) -> float:
    return 1.0 if own == basis or "amount" in (own, basis) else _BASIS_FIT.get((own, basis), 0.97)


# What a word that one has and the other lacks leaves of the likeness: the catalogue's, the text's.
_UNASKED, _UNANSWERED = 0.75, 0.85


def _qualifier_fit(name: str, query: str) -> float:
    """占地区生产总值比重 does not mean the share of manufacturing, 发明专利授权 does not mean all patents."""
    own, asked = _qualifiers(name), _qualifiers(query)
    return (_UNASKED if own - asked else 1.0) * (_UNANSWERED if asked - own else 1.0)


@cache
def _qualifiers(name: str) -> frozenset[str]:
    return frozenset(_qualifier().findall(name))


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(lexicons.written("qualifiers"))


def _level_fit(name: str, query: str) -> float:
    """国家级 and 省级 are never the same thing."""
    own, asked = _levels(name), _levels(query)
    if own and asked and not own & asked:
        return 0.55
    return 0.93 if own and not asked else 0.96 if asked and not own else 1.0


@cache
def _levels(name: str) -> frozenset[str]:
    found = set()
    if re.search("国家级|国家|全国|国优", name):
        found.add("nation")
    if re.search("^省|省优|省级|省部级|全省|省长|省政府|省名牌|省著名", name):
        found.add("province")
    if re.search("市级|全市|市长|市政府|市名牌|市知名|^市(?!场)", name):
        found.add("city")
    if re.search("县级|区级|全县", name):
        found.add("county")
    return frozenset(found)


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["written"]), row["means"]) for row in lexicons.rows("indicator_words"))


@cache
def normalized(name: str) -> str:
    """A name as it is compared: without quotes, brackets and blanks, with one word for one thing."""
    name = fold(name)
    name = re.sub(r"[“”\"'《》·\s,、;:。*—\-/]", "", name)
    name = re.sub(
        r"\((?:每年|当年|新增|累计|总数|有效|遴选|建设|期末|新建|当届|当期获得|规划期累计|每年培育)\)", "", name
    )
    name = re.sub(r"[()]", "", name)
    for pattern, meaning in _synonyms():
        name = pattern.sub(meaning, name)
    return name


@cache
def _grams(name: str) -> Counter[str]:
    """Pairs of neighbouring characters, and the characters themselves at less weight in number."""
    pairs = Counter(name[i : i + 2] for i in range(len(name) - 1))
    return pairs or Counter({name: 1})


def load(data: Path = paths.DATA) -> Catalogue:
    """The catalogue of a data package."""
    with (data / "indicators.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return Catalogue(
        [
            Indicator(
                row["indicator_id"],
                row["name_zh"],
                row["name_en"],
                row["theme"],
                row["unit"],
                row["basis"],
                tuple(name for name in (row["synonyms"] or "").split("|") if name),
            )
            for row in rows
        ]
    )
