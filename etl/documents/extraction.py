"""Every quantified statement of a document: figures found sentence by sentence, then read for kind, basis, year, link."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from etl.documents import lexicons, regions, sentences, tables
from etl.documents.catalogue import ACCEPTED, RIVAL, Catalogue
from etl.documents.dating import Dating, dating
from etl.documents.document import Document
from etl.breach import UnreadableDocument
from etl.documents.quantities import Quantity, Sign, signs
from etl.documents.sentences import Figure
from etl.documents.statement import Candidate, Statement
from etl.documents.structure import Outline, Passage, outline

MAX_SECONDS = 120.0
PHRASE_LENGTH = 30


@dataclass
class _Governing:
    """What earlier words decide about later ones: the date in force, and since which section and passage."""

    date: Dating | None = None
    section: int = -1
    opens_section: bool = False
    is_inherited: bool = False


def find(
    document: Document, catalogue: Catalogue, region_code: str | None = None, places: regions.Regions | None = None
) -> list[Statement]:
    """The statements of a document, in the order of the text.

    Args:
        document: as ``reading.read`` gives it.
        catalogue: indicators that a statement may be linked to; never by force.
        region_code: GB/T 2260 code of the region the document is about; found in title and text where not given.
        places: the regions; those of the data package where not given.

    Raises:
        UnreadableDocument: reading took longer than ``MAX_SECONDS``.
    """
    started = time.monotonic()
    places = places or regions.load()
    whole = outline(document)
    code = region_code or places.of_document(whole.title, document.folded)
    reader = _Reader(document, whole, catalogue, places, code, is_given=bool(region_code))
    found: list[Statement] = []
    for passage in whole.passages:
        found += reader.passage(passage)
        if time.monotonic() - started > MAX_SECONDS:
            raise UnreadableDocument(document.name, "too_slow")
    for table in document.tables:
        found += [reader.of_table(cell) for cell in tables.cells(document, table, whole)]
    found.sort(key=lambda statement: (statement.figure_start, statement.start))
    return _once_each(found)


@dataclass
class _Reader:
    """Reads the passages of one document in turn."""

    document: Document
    whole: Outline
    catalogue: Catalogue
    places: regions.Regions
    region_code: str
    is_given: bool
    governing: _Governing = field(default_factory=_Governing)
    counted: str = ""

    def passage(self, passage: Passage) -> Iterator[Statement]:
        text = self.document.folded
        self.counted = ""
        self._enter(passage)
        number = 0
        item = ""
        for sentence in _sentences(signs(text[passage.start : passage.end], passage.start)):
            item = _item_number(sentence, item)
            place = passage.locator + (f".{item}" if item and passage.locator else "")
            yield from self._sentence(sentence, passage, place, is_first=number == 0)
            number += 1

    def _enter(self, passage: Passage) -> None:
        """A date governs its own clause: where a new one begins, it ends."""
        in_force = self.governing
        same_clause = passage.section and passage.section == in_force.section
        if not (same_clause and in_force.opens_section):
            self.governing = _Governing(section=passage.section)
        else:
            in_force.is_inherited = True

    def _sentence(self, sentence: list[Sign], passage: Passage, place: str, is_first: bool) -> Iterator[Statement]:
        found = sentences.figures(sentence, self.document.folded, self.counted)
        self.counted = found[-1].subject if found else self.counted
        self._dates_of(sentence, found, passage, is_first)
        context = _Context(sentence, passage, self.whole, self.document.folded)
        previous_basis = ""
        for number, figure in enumerate(found):
            date = self._date(figure, sentence)
            inherited = date is self.governing.date and self.governing.is_inherited
            statement, previous_basis = self._statement(
                figure, context, date, inherited, previous_basis, place, number, found
            )
            if statement is not None:
                yield statement
        self._leave(sentence)

    # Dates

    def _dates_of(self, sentence: list[Sign], found: list[Figure], passage: Passage, is_first: bool) -> None:
        """A date at the head of a sentence comes into force for it and for those that follow."""
        first = min((figure.start for figure in found), default=sentence[-1].end)
        for sign in sentence:
            if sign.kind != "DATE" or sign.start > first or self._is_in_a_name(sign, sentence):
                continue
            meaning = dating(sign.text, self.whole.year)
            if meaning.kind in ("end", "relative") and not meaning.is_known:
                continue
            self.governing = _Governing(meaning, passage.section, self._opens(sign, passage))

    def _opens(self, sign: Sign, passage: Passage) -> bool:
        """Whether the date stands at the head of its clause: (二)目标愿景。到2025年,..."""
        before = self.document.folded[passage.start : sign.start]
        return (
            len(re.sub(r"^\([一二三四五六七八九十]+\)|^[一二三四五六七八九十]+、|^\d+[.、]|[^。:]*[。:]", "", before))
            <= 2
        )

    def _is_in_a_name(self, sign: Sign, sentence: list[Sign]) -> bool:
        """2025年、2035年质量工作主要目标 and 2023年考核标准 name a thing; they date nothing."""
        before, after = (
            self.document.folded[max(sign.start - 1, 0) : sign.start],
            self.document.folded[sign.end : sign.end + 14],
        )
        if before and before in "比较与同":  # 比2010年上升 compares with that year
            return True
        return bool(
            re.match(
                r"(?:、(?:19|20)\d\d年)?[\u4e00-\u9fff]{0,8}?(?:考核标准|主要目标|考核工作|为期|标准|工作方案|绩效)",
                after,
            )
        )

    def _date(self, figure: Figure, sentence: list[Sign]) -> Dating | None:
        """The date of a figure: its own, the last one before it in the sentence, or the one in force."""
        if figure.dates:
            return dating(figure.dates[0].text, self.whole.year)
        before = [sign for sign in sentence if sign.kind == "DATE" and sign.end <= figure.sign.start]
        for sign in reversed(before):
            meaning = dating(sign.text, self.whole.year)
            if meaning.kind not in ("end", "relative") and not self._is_in_a_name(sign, sentence):
                return meaning
        if self.governing.date is not None:
            return self.governing.date
        within = [sign for sign in sentence if sign.kind == "DATE" and figure.sign.end <= sign.start < figure.end]
        return dating(within[0].text, self.whole.year) if within else None

    def _leave(self, sentence: list[Sign]) -> None:
        """以来 dates its own sentence only; the last date of a sentence stays in force."""
        known = [dating(sign.text, self.whole.year) for sign in sentence
                 if sign.kind == "DATE" and not self._is_in_a_name(sign, sentence)]  # fmt: skip
        known = [meaning for meaning in known if meaning.kind not in ("end", "relative")]
        if known and known[-1].kind == "since":
            self.governing = _Governing(section=self.governing.section)
        elif known and self.governing.date is not None and known[-1] != self.governing.date:
            self.governing = replace(self.governing, date=known[-1])

    # One statement

    def _statement(
        self, figure: Figure, context: "_Context", date: Dating | None, inherited: bool, previous_basis: str, place: str,
        number: int, found: list[Figure],
    ) -> tuple[Statement | None, str]:  # fmt: skip
        sign = figure.sign
        quantity = sign if isinstance(sign, Quantity) else None
        reasons: list[str] = []
        programme = quantity is not None and _is_programme(quantity, figure, context)
        kind, is_told = ("programme", True) if programme else context.kind(figure, date)
        if quantity is not None and _is_baseline(quantity, figure, found, number, self.document.folded):
            kind = "baseline"
        elif (
            kind == "target"
            and not _has_promise(context, figure)
            and _follows_baseline(found, number, self.document.folded)
        ):
            kind = "actual"  # 由90%提高到97% tells what has been done
        unit = _unit(figure, quantity)
        comparator = _comparator(figure, quantity, kind, context)
        basis, is_assumed = _basis(figure, quantity, unit, kind, date, context, previous_basis)
        period_start, period, as_of = _period(kind, basis, date, self.whole)
        subject = figure.subject
        if quantity is not None and quantity.growth:
            subject = (
                subject
                + ("增长" if quantity.growth == "up" else "下降")
                + ("率" if quantity.measures == "share" else "")
            )
        if sign.kind == "TIER":
            subject = subject + _scope_of_tier(sign.text) + "位次"
        if (
            quantity is not None
            and quantity.kind == "rank"
            and not re.search("排名|位次|名次|位列|位居|排第|居", subject)
        ):
            subject = subject + _rank_scope(self.document.folded, figure) + "排名"
        names = _names_to_look_up(figure, quantity, subject, context)
        candidates = self.catalogue.candidates(names, unit, basis, bool(quantity and quantity.growth))
        indicator_id = _linked(candidates, reasons)
        for is_so, reason in (
            (quantity is None, "no_number"), (period is None and kind != "programme", "undated"), (inherited and period, "period_inferred"),
            (is_assumed, "basis_assumed"), (not is_told, "kind_by_document"), (figure.is_shared, "subject_shared"),
            (figure.is_from_before, "subject_from_before"), (not self.is_given and self.region_code, "region_inferred"),
            (not self.region_code, "no_region"), (context.passage.locator == "title", "from_title"),
        ):  # fmt: skip
            if is_so:
                reasons.append(reason)
        start, end = _phrase_span(self.document.folded, figure)
        statement = Statement(
            start, end, sign.start, sign.end, *self.document.original_span(start, end), self.document.text[start:end],
            subject, kind, "", comparator,
            quantity.value if quantity else None, quantity.high if quantity else None, sentences.implied(sign),
            unit, basis, period_start, period, as_of, date.words if date else "",
            self.places.of_statement(figure.subject, self.region_code), place, indicator_id, candidates,
            _confidence(reasons), tuple(reasons),
        )  # fmt: skip
        return replace(statement, form=form_of(statement, quantity, context)), basis

    def of_table(self, cell: "tables.Cell") -> Statement:
        """The statement of a table's cell."""
        unit, basis = cell.unit, cell.basis
        candidates = self.catalogue.candidates(((cell.subject, 1.0),), unit, basis)
        reasons = ["from_table"]
        indicator_id = _linked(candidates, reasons)
        if cell.period is None:
            reasons.append("undated")
        code = self.places.code.get(cell.region, "") or self.region_code
        start, end = _clip(cell.start, cell.end, cell.figure_start, cell.figure_end)
        statement = Statement(
            start, end, cell.figure_start, cell.figure_end, *self.document.original_span(start, end),
            self.document.text[start:end], cell.subject, cell.kind, "", cell.comparator, cell.value, cell.value_high,
            None, unit, basis, None, cell.period, "", cell.period_words, code, cell.locator, indicator_id,
            candidates, _confidence(reasons), tuple(reasons),
        )  # fmt: skip
        return replace(statement, form=form_of(statement, None, None))


def _sentences(found: list[Sign]) -> Iterator[list[Sign]]:
    sentence: list[Sign] = []
    for sign in found:
        sentence.append(sign)
        if sign.kind == "STOP":
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _item_number(sentence: list[Sign], item: str) -> str:
    """The number that opens a sentence, where items stand in one paragraph: ...发展。2进一步推进名牌创建工作."""
    for place, sign in enumerate(sentence[:3]):
        if isinstance(sign, Quantity) and not sign.unit and sign.value == int(item or 0) + 1 and not sign.before:
            follows = sentence[place + 1 : place + 2]
            if follows and follows[0].kind in ("TEXT", "CUE", "BASIS", "GROWTH", "MASK"):
                return str(int(sign.value))
    return item


# Kind -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Context:
    """The sentence around a figure, and the passage and document around that."""

    sentence: list[Sign]
    passage: Passage
    whole: Outline
    text: str

    def before(self, figure: Figure, *kinds: str) -> list[Sign]:
        """Signs of these kinds that stand in the sentence before the figure's number."""
        return [sign for sign in self.sentence if sign.kind in kinds and sign.start < figure.sign.start]

    def kind(self, figure: Figure, date: Dating | None) -> tuple[str, bool]:
        """target or actual, and whether words say so (else the kind of document does)."""
        told = [(sign.start, kind) for sign in self.before(figure, "CUE") if (kind := _cue(sign.text))]
        told += [
            (figure.start + m.start(), _cue(m[0]))
            for m in _cues().finditer(self.text[figure.start : figure.sign.start])
        ]
        own_dates = {sign.text for sign in self.before(figure, "DATE")}
        if date is not None and date.words in own_dates and (kind := self._of_date(date)):
            place = max(sign.start for sign in self.before(figure, "DATE") if sign.text == date.words)
            told.append((place, kind))
        if told:
            return max(told)[1], True
        if date is not None and (kind := self._of_date(date)):
            return kind, True
        if self.passage.kind:
            return self.passage.kind, True
        return self.whole.kind, False

    def _of_date(self, date: Dating) -> str:
        if date.kind == "due":
            return "target"
        if date.kind in ("now", "since", "as_of"):
            return "actual" if not self._is_ahead(date) else "target"
        if date.kind == "year":
            if self._is_ahead(date):
                return "target"
            return "actual" if self.whole.kind == "actual" else ""
        return ""

    def _is_ahead(self, date: Dating) -> bool:
        return date.period is not None and self.whole.year is not None and date.period > self.whole.year


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(lexicons.written("cues"))


@cache
def _cue(word: str) -> str:
    for pattern, kind in lexicons.meaning("cues", "kind"):
        match = pattern.match(word)
        if (match and match.end() == len(word)) or re.sub(r"\(\?.*", "", pattern.pattern) == word:
            return kind
    return ""


@cache
def _programme_noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\u4e00-\u9fff]{{0,6}}?)(?:{lexicons.written('programme_nouns')})(?:[,。;、:)]|$|提出|明确|的)"
    )


_BUILDS = re.compile(r"(?:建立|构建|建成|打造|形成|搭建|创建|组建|培育)")
_ATTENDS = re.compile(r"^(?:余|多)?(?:代表|同志|人员)?(?:参加|出席|参会|与会)")


def _is_programme(quantity: Quantity, figure: Figure, context: _Context) -> bool:
    """Whether a count describes the plan (228项任务, 六大产业, 五个方面) or a meeting, not the world."""
    if quantity.measures not in ("count", "") or quantity.kind == "rank":
        return False
    after = context.text[quantity.end : quantity.end + 16]
    if quantity.unit in ("人", "名", "位"):
        return bool(_ATTENDS.match(after))
    if quantity.unit in ("方面", "章", "部分"):
        return True
    if quantity.unit == "大":
        clause = context.text[max(figure.start, quantity.start - 40) : quantity.start]
        return not _BUILDS.search(clause.rpartition(",")[2])
    if quantity.unit not in ("项", "个", "条") or quantity.after:
        return False
    name = after if figure.is_after else figure.subject
    clipped = re.split(r"[,。;、:()]", name)[0]
    return bool(re.fullmatch(rf"[\u4e00-\u9fff]{{0,8}}?(?:{lexicons.written('programme_nouns')})", clipped)) and (
        figure.is_after or bool(re.search(lexicons.written("programme_verbs"), figure.verbs))
    )


def _is_baseline(quantity: Quantity, figure: Figure, found: list[Figure], number: int, text: str) -> bool:
    """从960家增加到9151家: the first is where it started."""
    before = text[max(figure.sign.start - 24, 0) : figure.sign.start].rpartition(",")[2]
    if not re.search(r"[从由][^,。;]{0,20}$", before) or number + 1 >= len(found):
        return False
    following = found[number + 1].sign
    between = text[quantity.end : following.end] if following.start - quantity.end <= 20 else ""
    return isinstance(following, Quantity) and bool(_RISES.search(between))


_RISES = re.compile(
    r"(?:提高|提升|增加|增长|上升|扩大|发展|跃升|攀升|下降|降低|减少|压减|缩短|提|增|升|降)(?:到|至|为)"
)


def _follows_baseline(found: list[Figure], number: int, text: str) -> bool:
    before = found[number - 1] if number else None
    return (
        before is not None
        and isinstance(before.sign, Quantity)
        and _is_baseline(before.sign, before, found, number - 1, text)
    )


def _has_promise(context: _Context, figure: Figure) -> bool:
    """Whether the sentence promises: a target cue, or a due date, before the number."""
    dated = any(dating(sign.text, context.whole.year).kind == "due" for sign in context.before(figure, "DATE"))
    return dated or any(_cue(sign.text) == "target" for sign in context.before(figure, "CUE"))


# Unit, comparator -----------------------------------------------------------------------------------------------------


def _unit(figure: Figure, quantity: Quantity | None) -> str:
    if quantity is None:
        if figure.sign.kind == "TIER":
            return ""
        if figure.sign.kind == "ABSENCE":
            return "起" if sentences.implied(figure.sign) == 0 else "%"
        return "" if figure.subject.endswith(("指数", "得分")) else "%"
    if quantity.kind == "quantity" and _counts_ranks(figure, quantity):
        return "名"
    if quantity.unit == "大":
        return _classifier(figure.subject)
    return {"方面": "个", "部分": "个", "位": "名", "名": "人" if quantity.kind == "quantity" else "名"}.get(
        quantity.unit, quantity.unit
    )


def _classifier(name: str) -> str:
    """The unit of 六大主导产业 is that of the noun that comes first."""
    found = [(match.start(), -len(match[0]), unit) for pattern, unit in lexicons.meaning("classifiers", "unit")
             if (match := pattern.search(name))]  # fmt: skip
    return min(found)[2] if found else "个"


def _counts_ranks(figure: Figure, quantity: Quantity) -> bool:
    """全国排名376名 is a place, 培训200名 are people."""
    return quantity.unit in ("名", "位") and bool(re.search(r"(?:排名|位次|名次|排)(?:为|在)?$", figure.subject))


_AT_LEAST = re.compile(
    r"(?:至少|最少|不少于|不低于)(?:建成|建立|建设|培育|创建|打造|新增|完成|组织|开展|举办|有|配备|设立|达到)$"
)


def _words_before(figure: Figure, context: "_Context") -> str:
    """The few characters before a number: 至少建成1个 bounds it over the verb."""
    return context.text[max(figure.sign.start - 8, 0) : figure.sign.start]


def _comparator(figure: Figure, quantity: Quantity | None, kind: str, context: "_Context") -> str:
    if quantity is None:
        if figure.sign.kind == "TIER":
            return ""
        if figure.sign.kind == "BENCHMARK":
            return next(
                sign
                for pattern, sign in lexicons.meaning("benchmarks", "comparator")
                if pattern.match(figure.sign.text)
            )
        return "="
    if quantity.is_top:
        return "<="
    bounds = quantity.before
    if quantity.is_about or "~" in quantity.after or ("~" in bounds and not quantity.after):
        return ">=" if ">=" in quantity.after else "~"
    for sign in ("<=", ">="):
        if sign in quantity.after:
            return sign
    for sign in (">", "<"):
        if sign in bounds:
            return sign
    words = figure_words(figure, quantity)
    if figure.is_after and words == "突破":  # 突破100项关键核心技术 is a breakthrough, no bound
        return "="
    if re.search(r"不少于|不低于|不小于|至少|超过|超出|突破|逾|多于|大于|超", words):
        return ">="
    if "<=" in bounds:
        return "<=" if kind == "target" or re.search("不超过|不高于|不多于|控制|以内", words) else "="
    if _AT_LEAST.search(_words_before(figure, context)):
        return ">="
    if kind == "target" and (">=" in bounds or "up" in bounds) and quantity.high is None:
        return ">="
    return "="


def figure_words(figure: Figure, quantity: Quantity) -> str:
    """The words that bound a number, before it."""
    return quantity.text[: quantity.lead - quantity.start]


# Basis ----------------------------------------------------------------------------------------------------------------

_FLOW_UNITS = {"批次", "人次", "家次", "件次", "场", "场次", "次", "起", "宗", "例", "台件"}


def _basis(
    figure: Figure,
    quantity: Quantity | None,
    unit: str,
    kind: str,
    date: Dating | None,
    context: _Context,
    previous: str,
) -> tuple[str, bool]:
    """stock, new, annual, cumulative, share, score or rank, and whether that had to be assumed."""
    clause, clause_start = _clause_of(figure, context)
    if unit == "名" or figure.sign.kind == "TIER":
        return "rank", False
    if unit in ("%", "个百分点"):
        is_running = re.search(r"累计(?:[降下减]|增)", clause + figure.subject)
        return ("cumulative" if is_running and not figure.subject.endswith("率") else "share"), False
    if unit in ("", "分"):
        return "score", False
    if kind == "programme":
        return ("new" if unit == "人" else "stock"), False
    if figure.sign.kind == "ABSENCE":
        return "new", False
    if quantity is not None and quantity.measures == "time":
        return "stock", False
    running = _running(figure, context, clause_start)
    if running:
        return running, False
    if previous in ("annual", "cumulative") and _is_next_in_list(figure, context):
        return previous, False
    return _of_count(figure, quantity, unit, kind, date, context, clause, previous)


def _clause_of(figure: Figure, context: _Context) -> tuple[str, int]:
    """The words of the figure's own clause, from its comma to the end of what belongs to it."""
    start = max((sign.end for sign in context.sentence if sign.kind in ("COMMA", "STOP", "COLON") and sign.end <= figure.sign.start),
                default=context.sentence[0].start)  # fmt: skip
    return context.text[start : max(figure.end, figure.sign.end)], start


def _running(figure: Figure, context: _Context, clause_start: int) -> str:
    """annual or cumulative, where 每年 or 累计 governs the figure's list."""
    text = context.text
    marks = [sign for sign in context.before(figure, "BASIS") if _basis_of(sign.text) in ("annual", "cumulative")]
    near = text[figure.sign.start - 4 : figure.sign.end]
    if "累计" in near:
        return "cumulative"
    for sign in reversed(marks):
        between = text[sign.end : figure.sign.start]
        if ";" in between:
            continue
        basis = _basis_of(sign.text)
        if basis == "annual":
            return basis
        own_clause = sign.start >= clause_start
        if not own_clause and not _goes_on(figure, between):
            continue
        # 累计 right before a number is that number's own; before a verb it governs the list.
        is_own = bool(re.match(r"(?:达到?|为|超过|突破)?\d", text[sign.end : sign.end + 4]))
        only_list = not re.search(r"[,]", between) or context.whole.kind == "actual"
        if own_clause or (not is_own and only_list and not re.search(r"现有|拥有|共有", between)):
            return basis
    return ""


def _goes_on(figure: Figure, between: str) -> bool:
    """Whether an item still belongs to a list that 累计 opened: by 、 or with a verb of its own, but no total."""
    if figure.subject.endswith(("总数", "总量", "产值", "拥有量", "保有量", "收入", "余额")):
        return False
    return (
        "," not in between
        or bool(re.match("为|帮助|促进|参与|其中", figure.verbs + figure.subject))
        or _opening_verb(figure) == "new"
    )


@cache
def _basis_of(word: str) -> str:
    return next((basis for pattern, basis in lexicons.meaning("basis_words", "basis") if pattern.match(word)), "")


@cache
def _verbs(basis: str) -> re.Pattern[str]:
    return re.compile(lexicons.written("verbs", "basis", basis))


@cache
def _basis_words(basis: str) -> re.Pattern[str]:
    return re.compile(lexicons.written("basis_words", "basis", basis))


def _of_count(
    figure: Figure, quantity: Quantity | None, unit: str, kind: str, date: Dating | None, context: _Context, clause: str,
    previous: str,
) -> tuple[str, bool]:  # fmt: skip
    lead = context.text[min(figure.start, figure.sign.start) : figure.sign.start] if not figure.is_after else ""
    words = figure.verbs + lead
    is_new = _basis_words("new").search(words)
    if is_new and not re.search(r"获得$", is_new[0]):
        return "new", False
    if kind == "actual" and re.search(r"(?:申请|授权|登记|成交|受理|交易|抽检|检测)[量数]$", figure.subject):
        return "new", False
    is_stock = _basis_words("stock").search(words)
    if is_stock or figure.subject.endswith(("量", "总数", "数量")):
        return "stock", False
    opening = _opening_verb(figure)
    if kind in ("actual", "baseline"):
        return _of_actual(figure, unit, date, context, opening, previous)
    reaches = quantity is not None and re.search(
        "达|提高到|提升到|增加到|增至|增长到|突破|超过", figure_words(figure, quantity)
    )
    if reaches and not is_new and not figure.is_after:
        return "stock", opening == "new"
    if opening == "new":
        return "new", True
    if opening == "stock":
        return "stock", False
    if figure.is_after and _verbs("new").search(_rest_of_clause(figure, context)):
        return "new", True
    if previous in ("stock", "new", "annual", "cumulative"):
        return previous, True
    return (
        ("new", True) if unit in _FLOW_UNITS or unit.endswith("元") or _verbs("new").search(clause) else ("stock", True)
    )


def _rest_of_clause(figure: Figure, context: _Context) -> str:
    """What follows a number up to the comma: 在100个以上行业、3000家以上企业开展对标达标专项行动."""
    end = min((sign.start for sign in context.sentence if sign.kind in ("COMMA", "STOP") and sign.start >= figure.sign.end),
              default=context.sentence[-1].end)  # fmt: skip
    return context.text[figure.sign.end : end]


def _opening_verb(figure: Figure) -> str:
    """Whether the verb that leads in builds (new) or holds (stock)."""
    for words in (figure.subject[:8] if not figure.is_after else "", figure.verbs[-12:]):
        for basis in ("stock", "new"):
            pattern = _verbs(basis)
            if (words is figure.verbs[-12:] and list(pattern.finditer(words))) or pattern.match(words):
                return basis
    return ""


_DONE = re.compile(
    r"(?:结案|立案|申请|授权|抽检|检测|检验|培训|审查|审理|查处|登记|办理|服务|检查|抽查|申报|案件|线索|活动)$"
)


def _of_actual(
    figure: Figure, unit: str, date: Dating | None, context: _Context, opening: str, previous: str
) -> tuple[str, bool]:
    """目前 counts what is there; a year counts what was done in it where a verb says so."""
    is_now = date is not None and date.kind in ("now", "as_of", "star")
    if unit in _FLOW_UNITS or unit.endswith("元"):
        return "new", not opening
    if is_now:
        return "stock", opening == "new"
    if opening == "stock":
        return "stock", False
    if opening == "new" or _DONE.search(figure.subject):
        return "new", opening != "new"
    if previous in ("new", "cumulative") and _is_next_in_list(figure, context):
        return previous, True
    return "stock", True


def _is_next_in_list(figure: Figure, context: _Context) -> bool:
    """Whether only 、 or a comma parts an item from the number before it."""
    before = [sign for sign in context.sentence if isinstance(sign, Quantity) and sign.end <= figure.start]
    return bool(before) and context.text[before[-1].end : figure.start] in ("、", ",", "和", "及")


# Period, form ---------------------------------------------------------------------------------------------------------


def _period(kind: str, basis: str, date: Dating | None, whole: Outline) -> tuple[int | None, int | None, str]:
    """First year, year and as-of month: empty where the text does not say."""
    if kind == "programme":
        return None, None, ""
    if date is None:
        if kind == "actual" and whole.report_year and whole.kind == "actual":
            return (whole.report_year if basis in ("new", "annual") else None), whole.report_year, ""
        return None, None, ""
    if date.kind == "now" or date.kind == "star":
        return None, None, ""
    start = date.period_start if date.kind in ("span", "since") or basis in ("new", "annual") else None
    return start, date.period, date.as_of


def form_of(statement: Statement, quantity: Quantity | None, context: _Context | None) -> str:
    """How a target is worded, in the words of METHOD; empty for what is no target."""
    if statement.kind == "programme":
        return "count"
    if statement.kind != "target":
        return ""
    if statement.implied is not None:
        return "yes_no"
    if statement.basis == "rank":
        return "rank"
    if statement.value is None:
        return "direction"
    if statement.value_high is not None:
        return "range"
    if statement.basis in ("annual", "new", "cumulative"):
        return statement.basis
    if quantity is not None and "keep" in quantity.before:
        return "keep"
    return "yes_no" if statement.unit == "%" and statement.value == 100 and statement.comparator == "=" else "level"


# Phrase, link, confidence ---------------------------------------------------------------------------------------------


def _phrase_span(text: str, figure: Figure) -> tuple[int, int]:
    start = figure.start
    if figure.is_after:
        # Named from behind: of what stands before the number, only the verb right before it belongs to the phrase.
        lead = text[start : figure.sign.start]
        verbs = [match.start() for match in _verbs("new").finditer(lead)] + [
            m.start() for m in _verbs("stock").finditer(lead)
        ]
        near = [place for place in verbs if place >= len(lead) - 8]
        start = start if len(lead) <= 8 else figure.sign.start - (len(lead) - min(near) if near else 0)
    return _clip(start, max(figure.end, figure.sign.end), figure.sign.start, figure.sign.end)


def _clip(start: int, end: int, figure_start: int, figure_end: int) -> tuple[int, int]:
    """At most ``PHRASE_LENGTH`` characters that hold the figure: first the name is cut, then what follows."""
    start, end = min(start, figure_start), max(end, figure_end)
    if end - start > PHRASE_LENGTH:
        end = max(figure_end, min(end, start + PHRASE_LENGTH))
    if end - start > PHRASE_LENGTH:
        start = min(figure_start, end - PHRASE_LENGTH)
    return start, min(end, start + PHRASE_LENGTH) if end - start > PHRASE_LENGTH else end


def _names_to_look_up(
    figure: Figure, quantity: Quantity | None, subject: str, context: _Context
) -> tuple[tuple[str, float], ...]:
    """What a statement may be called in the catalogue, each with its worth: the name, its last noun, its surroundings."""
    if quantity is not None and quantity.unit == "方面":
        return (("工作任务方面", 1.0),)
    if quantity is not None and figure.sign.text and _ATTENDS.match(context.text[quantity.end : quantity.end + 4]):
        return (("会议参加人数", 1.0),)
    general = sentences.is_general(figure.subject)
    names = [(subject, 0.8 if general and figure.head else 1.0)]
    if figure.head:
        names.append((figure.head + subject, 1.0 if general else 0.97))
    last = re.split(
        r"等(?=[\u4e00-\u9fff]{3})|(?<=[\u4e00-\u9fff]{4})的(?=[\u4e00-\u9fff]{4})|“[^”]*”(?=[\u4e00-\u9fff]{4})",
        subject,
    )[-1]
    if last and last != subject:
        names.append(((subject[:2] if re.match("新[增建]", subject) else "") + last, 0.95))
    if figure.is_after and (rest := _rest_of_clause(figure, context)) and len(rest) > len(figure.subject) + 4:
        names.append((figure.subject + re.split("[家个件项]", rest)[-1], 0.9))
    return tuple(names)


def _rank_scope(text: str, figure: Figure) -> str:
    match = re.search(r"(全国|全省|全市|全县|全球|世界|\*市)[^,。;]{0,4}$", text[figure.start : figure.sign.start])
    return match[1] if match and match[1] not in figure.subject else ""


def _scope_of_tier(words: str) -> str:
    match = re.search(r"全国|全省|全市|全县|全球|世界", words)
    return match[0] if match else ""


def _linked(candidates: tuple[Candidate, ...], reasons: list[str]) -> str | None:
    if not candidates or candidates[0].score < ACCEPTED:
        reasons.append("no_indicator")
        return None
    if candidates[0].score < ACCEPTED + 0.2:
        reasons.append("weak_link")
    if len(candidates) > 1 and candidates[0].score - candidates[1].score < RIVAL:
        reasons.append("rival_link")
    return candidates[0].indicator_id


_GRAVE = {"no_number", "subject_from_before", "no_indicator", "weak_link", "from_title"}


def _confidence(reasons: list[str]) -> str:
    grave = len(_GRAVE & set(reasons))
    light = len(set(reasons) - _GRAVE - {"region_inferred", "no_region"})
    return "low" if grave >= 2 or "no_number" in reasons else "medium" if grave or light >= 2 else "high"


# Repetitions ----------------------------------------------------------------------------------------------------------


def _once_each(found: list[Statement]) -> list[Statement]:
    """One row for what a text says twice: the headline's number gives way to the clause's, a later mention to the first."""
    kept: list[Statement] = []
    in_body = {(s.value, s.value_high, s.unit) for s in found if s.locator != "title"}
    for statement in found:
        if statement.locator == "title" and (statement.value, statement.value_high, statement.unit) in in_body:
            continue
        if any(_says_the_same(statement, other) for other in kept):
            continue
        kept.append(statement)
    return kept


def _says_the_same(one: Statement, other: Statement) -> bool:
    same_figure = (one.value, one.value_high, one.unit, one.kind) == (
        other.value,
        other.value_high,
        other.unit,
        other.kind,
    )
    if not same_figure or one.region_code != other.region_code:
        return False
    if one.figure_start == other.figure_start:
        return one.subject == other.subject and one.period == other.period
    if one.period is not None and other.period is not None and one.period != other.period:
        return False
    short, long = sorted((one.subject, other.subject), key=len)
    if one.value is None:
        return one.subject == other.subject
    return short == long or (len(short) >= 4 and (long.startswith(short) or long.endswith(short)))
