"""Found figures: each quantity of a sentence with what it counts, told by the words around it.

The rules, each with its examples in tests/documents/:

* what stands before a quantity names it (有效注册商标量超过100万件), unless that is only a verb: then what follows does
  (建成5个质量卓越产业集群);
* items of a list share the verb before the first (建成1—2家…、30个左右…、10家以上…);
* 均 and 分别 spread one number, or a row of numbers, over several names;
* a name too general to stand alone (合格率, 全省排名) takes the one before it with it.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from etl.documents import lexicons
from etl.documents.quantities import Quantity, Sign


@dataclass(frozen=True)
class Figure:
    """A quantity, or a statement without a number, with the words that name it; places are in the folded text.

    ``start:end`` is the widest span that belongs to it; ``head`` is the name the list or sentence gives before it;
    ``verbs`` the words before it that lead in; ``sign`` is the quantity, or the word that stands for one.
    """

    sign: Sign
    start: int
    end: int
    subject: str
    head: str = ""
    verbs: str = ""
    is_shared: bool = False
    is_from_before: bool = False
    is_after: bool = False
    dates: tuple[Sign, ...] = field(default=())


_TEXT = {"TEXT", "QUOTED", "NAMED", "ASIDE", "MASK", "BEFORE", "GROWTH", "CUE", "BASIS", "LISTED", "DATE", "BENCHMARK",
         "TIER", "ABSENCE", "SHARED"}  # fmt: skip
_ENDS_CLAUSE = {"COMMA", "STOP", "COLON", "OPEN", "CLOSE"}
_NUMBERED = {"quantity", "rank"}


def figures(signs: list[Sign], text: str, earlier: str = "") -> list[Figure]:
    """The figures of one sentence, in order.

    ``text`` is the folded text of the whole document; ``earlier`` what the sentence before counted last.
    """
    found: list[Figure] = []
    taken = 0  # nothing before this place can name a later figure
    for index, sign in enumerate(signs):
        if sign.kind in _NUMBERED:
            figure = _of_quantity(signs, index, text, taken, found, earlier)
            if figure is not None and not _is_told_again(figure, found):
                found += _spread(figure, signs, index, text)
                taken = max(taken, figure.end)
        elif sign.kind == "BENCHMARK":
            found += _of_benchmark(signs, index, text, taken)
        elif sign.kind == "TIER":
            found += _of_tier(signs, index, text, taken, found)
        elif sign.kind == "ABSENCE":
            found += _of_absence(signs, index, text, taken)
    return _shared_in_turn(found, signs, text)


# A quantity and its name --------------------------------------------------------------------------------------------


def _of_quantity(
    signs: list[Sign], index: int, text: str, taken: int, found: list[Figure], earlier: str
) -> Figure | None:
    quantity = signs[index]
    left_start = _clause_start(signs, index, taken)
    right_end = _clause_end(signs, index)
    left = text[left_start : quantity.start]
    right = text[quantity.end : right_end]
    if not _is_statement(quantity, left, right):
        return None
    core, verbs = strip_lead(left)
    core = _without_tail(core)
    dates = _dates_before(signs, index, left_start)
    growth = isinstance(quantity, Quantity) and bool(quantity.growth)
    if _names_from_the_right(quantity, core, right):
        subject, is_after = _right_name(quantity, core, right), True
        # What the left still holds leads in: 引导企业制定 + 20项 + 标准.
        verbs = verbs + core
        end = quantity.end + len(right.rstrip())
        head = _head_before(found) if is_general(subject) else _head_far(signs, index, text)
        return Figure(quantity, _start_of(text, left_start, quantity.start), end, subject, head, verbs,
                      is_after=is_after, dates=dates)  # fmt: skip
    if core and not growth:
        if core in ("占", "占比", "占到", "比重", "比例") or re.fullmatch(
            r"占(?:总量|总数|全部|其中)?的?(?:比重|比例)?", core
        ):
            core = "占比"
            return Figure(quantity, left_start, quantity.end, (_head_before(found) + core), "", verbs, dates=dates)
        subject = core if not _joins_right(quantity, core, right) else core + right
        end = quantity.end if subject == core else quantity.end + len(right)
        head = _head_before(found) if is_general(core) or left_start == taken else _head_far(signs, index, text)
        start = text.find(core, left_start, quantity.start)
        return Figure(quantity, start if start >= 0 else left_start, end, subject, head, verbs, dates=dates)
    return _named_before(signs, index, text, taken, found, core, verbs, dates, earlier)


def _named_before(
    signs: list[Sign], index: int, text: str, taken: int, found: list[Figure], core: str, verbs: str, dates: tuple,
    earlier_subject: str,
) -> Figure | None:  # fmt: skip
    """A quantity whose own clause does not name it: the clause before does, or the figure before."""
    quantity = signs[index]
    start = _clause_start(signs, index, taken)
    if core:  # a change: 有效发明专利增长12%
        name_start = text.find(core, start, quantity.start)
        return Figure(quantity, name_start, quantity.end, core, _head_before(found), verbs, dates=dates)
    if found and found[-1].end >= taken and taken and quantity.start - found[-1].end <= 12:
        before = found[-1]
        return Figure(quantity, quantity.start, quantity.end, before.subject, before.head, verbs,
                      is_from_before=True, dates=dates)  # fmt: skip
    clause_start, clause_end = _clause_before(signs, index, taken) or (start, start)
    name, lead = strip_lead(text[clause_start:clause_end])
    name = _without_tail(name)
    if not name:
        # Nothing in the sentence names it: what the sentence before counted goes on, where a bound or a list says so.
        is_told = isinstance(quantity, Quantity) and (quantity.before or quantity.growth) and quantity.unit
        if not earlier_subject or not is_told:
            return None
        return Figure(
            quantity, quantity.start, quantity.end, earlier_subject, "", verbs, is_from_before=True, dates=dates
        )
    place = text.find(name, clause_start, clause_end)
    return Figure(quantity, place, quantity.end, name, "", lead + verbs, is_from_before=True, dates=dates)


def _is_told_again(figure: Figure, found: list[Figure]) -> bool:
    """达401.5万件,首次超过400万件: the second number only rounds the first."""
    quantity = figure.sign
    if not figure.is_from_before or not found or not isinstance(quantity, Quantity) or ">=" not in quantity.before:
        return False
    before = found[-1].sign
    return (
        isinstance(before, Quantity)
        and before.unit == quantity.unit
        and quantity.value <= before.value < quantity.value * 1.1
    )


def _clause_start(signs: list[Sign], index: int, taken: int) -> int:
    for sign in reversed(signs[:index]):
        if sign.kind in _ENDS_CLAUSE or (sign.kind in _NUMBERED):
            return max(sign.end, taken)
        if sign.kind == "LISTED" and sign.end <= taken + 1:
            return max(sign.end, taken)
    return max(signs[0].start, taken) if signs else taken


def _clause_end(signs: list[Sign], index: int) -> int:
    """Where the words behind a quantity end: at a comma, at the next quantity, or at the sign 、 that leads to one."""
    end, listed = signs[index].end, []
    for sign in signs[index + 1 :]:
        if sign.kind in _NUMBERED:
            # 100个以上行业、3000家以上企业: the list goes on with the next number, not with a second name.
            leads_in = listed and _verb_only().match(strip_lead(_between(signs, listed[-1], sign))[0] or "和")
            return (listed[-1] if leads_in else listed[0]).start if listed else end
        if sign.kind in _ENDS_CLAUSE:
            return end
        if sign.kind == "LISTED":
            listed.append(sign)
        end = sign.end
    return end


def _between(signs: list[Sign], first: Sign, last: Sign) -> str:
    return "".join(sign.text for sign in signs if first.end <= sign.start < last.start)


def _clause_before(signs: list[Sign], index: int, taken: int) -> tuple[int, int] | None:
    """The clause before the one of this sign, when a comma parts them and no figure has used it."""
    marks = [i for i in range(index) if signs[i].kind in _ENDS_CLAUSE]
    if not marks or signs[marks[-1]].kind not in ("COMMA", "COLON", "OPEN"):
        return None
    end = signs[marks[-1]].start
    start = signs[marks[-2]].end if len(marks) > 1 else signs[0].start
    return (max(start, taken), end) if end > max(start, taken) else None


def _dates_before(signs: list[Sign], index: int, left_start: int) -> tuple[Sign, ...]:
    """Dates listed right before the name: 2016年、2017年、2019年排名全市第一."""
    dates: list[Sign] = []
    for sign in signs[:index]:
        if sign.start < left_start - 1 and not dates:
            continue
        if sign.kind == "DATE" and sign.start >= left_start - 1:
            dates.append(sign)
        elif sign.kind not in ("LISTED",) and len(dates) < 2:
            dates.clear()
    return tuple(dates) if len(dates) >= 2 else ()


# Words that lead in -------------------------------------------------------------------------------------------------


@cache
def _lead() -> re.Pattern[str]:
    plain = lexicons.written("verbs", "basis", "none")
    cues = "|".join(
        way for way in (lexicons.written("cues"), lexicons.written("basis_words", "basis", "annual")) if way
    )
    dates = (
        r"(?:截[至止]到?|到|至)?(?:(?:19|20)\d\d|\*)年(?:度|底|末|初|前)*(?:\d{1,2}月)?(?:底|末)?(?:以来|起)?|“?十[一二三四五]五”?(?:规划)?(?:期间|时期|末|以来)?"
        r"|近年来|今年(?:以来)?|去年|上年"
    )
    marks = r"[,、;:。()\s*·—-]+|[一二三四五六七八九十]+(?:是|要)(?=\S)|\d{1,2}[.、](?!\d)"
    since = (
        r"(?:比|较|与|同)(?:上年|去年|前年|(?:19|20)\d\d年|“?十[一二三四]五”?(?:末|时期|期末)?)(?:同期|末|底)?(?:相比)?"
    )
    return re.compile(rf"(?:{since}|{dates}|{cues}|{plain}|{marks}|均|都|分别|有效地)")


_KEEPS = re.compile(
    r"^(?:(?:全国|全省|全市|全县|全区|全州|全球|世界)(?:排|位|第|居|列|前)|每(?:十|百|千|万|亿)|对标|对外|以上|有效|有机|以质|可靠|可再生|可追溯|能耗|能源|能效|和谐|可持续|各类|全部|全员|全面质量|共性|共享|公共|重点|集中|优化|为企业|目标|由企业)"
)


def strip_lead(text: str) -> tuple[str, str]:
    """The name in a clause, and the words that lead in to it: (有效注册商标量, 到2025年,力争)."""
    place = 0
    while place < len(text) and not _KEEPS.match(text, place) and not _KEEPS.match(text[place:]):
        match = _lead().match(text, place)
        if match is None or match.end() == place:
            break
        place = match.end()
    return text[place:], text[:place]


@cache
def _tail() -> re.Pattern[str]:
    bounds = lexicons.written("comparators", "side", "before")
    return re.compile(
        rf"(?:{bounds}|已?累计(?:已)?|总共|一共|均|都|分别|也|已经?|将|各|整体|全部|进一步|力争|确保|[,、;:(\s]|数量为|由\d*年?的?|从\d*年?的?|其中|约|的比例为|占比为)+$"
    )


def _without_tail(core: str) -> str:
    """A name without the words that bind it to its number: 参加培训累计达到 names 参加培训."""
    return _tail().sub("", core)


@cache
def _verb_at_end() -> re.Pattern[str]:
    verbs = "|".join((lexicons.written("verbs", "basis", "new"), lexicons.written("verbs", "basis", "stock"),
                      lexicons.written("basis_words", "basis", "new"), "在|对|为|向|至|给|于|由|超过|推动|全国|全省|全市|了"))  # fmt: skip
    return re.compile(rf"(?:{verbs})(?:了|出|到|起|约)?$")


@cache
def _verb_only() -> re.Pattern[str]:
    verbs = "|".join((lexicons.written("verbs"), lexicons.written("basis_words")))
    return re.compile(rf"(?:{verbs}|[、和并了及])+$")


def _names_from_the_right(quantity: Quantity, core: str, right: str) -> bool:
    name = right.strip()
    if quantity.unit == "大":
        return True
    if quantity.kind == "rank" or not re.match(r"[\u4e00-\u9fff“《*A-Z（(]", name):
        return False
    if _is_tail_phrase(name):
        return False
    if not core or _verb_only().match(core):
        return True
    # 将总体目标细化为28项具体工作: what something becomes is named behind the number.
    if "为" in quantity.text[: quantity.lead - quantity.start] and not _is_measure(core):
        return True
    return bool(_verb_at_end().search(core)) or core.endswith("的")


# What follows a figure without naming it: 98.5%,居全省第三; 1200件同比; 12家参加.
_TAIL_PHRASE = re.compile(
    r"^(?:同比|比上年|较上年|比去年|较去年|居|位居|位列|排|占|增长|提高|下降|的(?:目标|水平|要求|规模)|为|以来|左右|和|与|及|且|并|而|等)"
)


def _is_tail_phrase(name: str) -> bool:
    return bool(_TAIL_PHRASE.match(name))


_BUILDS = re.compile(r"^(?:建立|构建|建成|打造|形成|搭建|创建|组建|培育)")
_NAME_ENDS = re.compile(r"同比|比上年|较上年|,|;|必须|(?<=[\u4e00-\u9fff]{4})(?:要|均|都|将)(?=[\u4e00-\u9fff])")


def _right_name(quantity: Quantity, core: str, right: str) -> str:
    name = _NAME_ENDS.split(re.sub(r"^的", "", right.strip()))[0]
    # 建立特种设备动态监管和重大危险源监控 + 两大 + 体系
    return core + name if quantity.unit == "大" and _BUILDS.match(core) else name


def _joins_right(quantity: Sign, core: str, right: str) -> bool:
    """Whether a share's name goes on behind it: 名牌产品50%以上按照国际标准组织生产."""
    if not isinstance(quantity, Quantity) or quantity.measures != "share":
        return False
    return not _is_measure(core) and len(right.strip()) >= 2 and not _is_tail_phrase(right.strip())


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicons.written('measure_nouns')})(?:\([^()]*\))?$")


def _is_measure(name: str) -> bool:
    """Whether a name ends as an indicator's does: 合格率, 指数, 拥有量."""
    return bool(_measure().search(name))


_GENERAL = re.compile(
    r"^(?:总体|平均|抽检|抽查|检验|监测|产品|批次|综合|样品|其|整体|实物质量)?(?:合格率|不合格率|覆盖率|达标率|满意度|得分|指数|排名|位次|名次|占比|比重|金额|总额|总量|数量|增速|增幅|获证组织|涉及获证组织|涉案金额|货值|罚没款|罚没金额)$"
    r"|^(?:在)?(?:全国|全省|全市|全县|省内|国内|世界|全球)(?:排名|排第|排|位居|位列|居)?(?:第)?$|^(?:排名|位居|位列|居|列|排)"
    r"|^(?:同比|比上年|较上年|其中)"
)


def is_general(name: str) -> bool:
    """Whether a name needs the one before it: 合格率, 全省排名."""
    return bool(_GENERAL.match(name)) or len(name) <= 1


def _head_before(found: list[Figure]) -> str:
    """The name that the figure before has, which a general name belongs to."""
    for figure in reversed(found):
        if not is_general(figure.subject):
            return figure.subject
    return found[-1].head if found else ""


_PUNCTUATED = re.compile(r"[,;:。]")


def _head_far(signs: list[Sign], index: int, text: str) -> str:
    """The clause before, for the linker to look at where the name alone does not suffice."""
    sentence = text[signs[0].start : signs[index].start]
    clauses = _PUNCTUATED.split(sentence)
    return strip_lead(clauses[-2])[0][-24:] if len(clauses) >= 2 else ""


def _start_of(text: str, left_start: int, end: int) -> int:
    start = left_start
    while start < end and text[start] in ",、;: \t":
        start += 1
    return start


# What is no statement -----------------------------------------------------------------------------------------------

_NOT_COUNTED = re.compile(r"^(?:年|月|日|时|分钟|岁|届|期|楼|室|号|级|方(?!米)|体系认证)")
_BODY = re.compile(
    r"^(?:人|名|位|个)?(?:领导|主任|局长|副|书记|省长|市长|代表|委员|专业技术|小组|环节|阶段|时段|工作日|月|字|角度|层面|维度|梯队|责任主体)"
)


def _is_statement(quantity: Sign, left: str, right: str) -> bool:
    """Whether a number counts or measures anything: clause numbers, dates, names and small talk do not."""
    if not isinstance(quantity, Quantity):
        return False
    if quantity.kind == "rank":
        return True
    if not quantity.unit:
        return _is_index(quantity, left)
    if quantity.measures == "list":
        return False
    if quantity.measures == "money" and quantity.after and right.startswith("的"):
        return False  # 1000万元以下的普惠贷款: a class, not a sum
    if ">=" in quantity.before and re.match("的(?:国家|省份?|城市|地区|市|县)|大关", right):
        return False  # 首个突破400万件的国家
    if quantity.measures == "time":
        if re.match(r"(?:缩短|压缩|压减|缩减)[到至]", right):
            return True
        return bool(quantity.before or re.search(r"(?:缩短|压缩|压减|控制|缩减|降低|平均)\S{0,6}$", left))
    if quantity.unit == "大":
        return quantity.value >= 2 and bool(re.match(r"[\u4e00-\u9fff“]{2,}", right))
    if quantity.is_numeral and quantity.unit in ("个", "名", "位", "条", "次") and _BODY.match(right):
        return False
    if (
        quantity.unit in ("次", "个")
        and quantity.is_numeral
        and quantity.value <= 2
        and not re.match(r"[\u4e00-\u9fff“]{2,}", right)
    ):
        return False
    return not (quantity.unit in ("部分", "章") and not re.search(r"共|分|含|包括|全文", left[-6:]))


_INDEX = re.compile(r"(?:指数|得分|评分|分值|水平|竞争力|满意度|测评|系数|强度)[^,。;\d]{0,8}$")


def _is_index(quantity: Quantity, left: str) -> bool:
    """A number without a unit is a figure only of an index: 制造业质量竞争力指数达到89以上."""
    return bool(_INDEX.search(left)) and quantity.growth == ""


# Numbers shared by several names --------------------------------------------------------------------------------------

_PARTS = re.compile(r"、|以及|及|和|与|,")


def parts(name: str) -> list[str]:
    """The indicators that a name joins: 有效地理标志总量及马德里商标国际注册总量.

    A part that does not end as an indicator does belongs to the next: 药品、医疗器械及化妆品评价性抽检合格率 is one.
    """
    pieces, pending, depth = [], "", 0
    for token in re.split(r"(、|以及|及|和|与|[()“”])", name):
        depth += {"(": 1, "“": 1, ")": -1, "”": -1}.get(token, 0)
        if token in ("、", "以及", "及", "和", "与") and depth == 0 and _is_measure(pending):
            pieces.append(pending)
            pending = ""
        else:
            pending += token
    if pending:
        pieces.append(pending)
    if len(pieces) < 2 or not _is_measure(pieces[-1]):
        return [name]
    # 单位GDP能耗、二氧化碳排放量和用水量累计降幅: what stands before the first and behind the last is shared.
    last = re.search(r"(?:量|率|度|耗)((?:累计)?(?:降幅|降低|增幅|增速|占比|得分))$", pieces[-1])
    unit = re.match(r"(?:单位[A-Za-z]+|单位[\u4e00-\u9fff]{2,8}?(?=能耗|二氧化碳|用水)|人均|每万人口?)", pieces[0])
    if last:
        pieces = [piece if piece.endswith(last[1]) else piece + last[1] for piece in pieces]
    if unit:
        pieces = [piece if piece.startswith(unit[0]) else unit[0] + piece for piece in pieces]
    return pieces


def _spread(figure: Figure, signs: list[Sign], index: int, text: str) -> list[Figure]:
    """One figure for each name, and for each of the years listed before it."""
    names = parts(figure.subject) if not figure.is_after else [figure.subject]
    if len(names) == 1:
        names = _shared_names(figure, signs, index) or names
    spread = [figure] if len(names) == 1 else [_for_name(figure, name, text) for name in names]
    if len(figure.dates) >= 2:
        return [replace(one, start=date.start, dates=(date,)) for one in spread for date in figure.dates]
    return spread


def _for_name(figure: Figure, name: str, text: str) -> Figure:
    # The name may have been completed from its neighbours; its own words are where it stands.
    for length in range(len(name), 1, -1):
        place = text.find(name[:length], figure.start, figure.sign.start)
        if place < 0:
            place = text.find(name[-length:], figure.start, figure.sign.start)
        if place >= 0:
            return replace(figure, subject=name, start=place, is_shared=True)
    return replace(figure, subject=name, is_shared=True)


def _shared_names(figure: Figure, signs: list[Sign], index: int) -> list[str]:
    """Names before 均, where they do not end as indicators do: 国家级平台、省级平台均达到5个."""
    between = [sign for sign in signs[:index] if figure.start <= sign.start < figure.sign.start]
    if not any(sign.kind == "SHARED" and sign.text in ("均", "都", "各") for sign in between):
        return []
    names = [name for name in re.split("、|以及|及|和|与", figure.subject) if name]
    same_end = len({name[-2:] for name in names}) == 1
    return names if len(names) >= 2 and same_end else []


def _shared_in_turn(found: list[Figure], signs: list[Sign], text: str) -> list[Figure]:
    """分别 pairs a row of numbers with a row of names, or of years: 商标、专利分别达到5万件、2万件."""
    for sign in signs:
        if sign.kind != "SHARED" or sign.text != "分别":
            continue
        row = _row_after(found, sign, text)
        if len(row) < 2:
            continue
        first = found[row[0]]
        names_text = strip_lead(text[first.start : sign.start])[0] if first.start < sign.start else first.subject
        names = _names_in_turn(names_text, len(row))
        _grow_alike(found, row)
        years = [s for s in signs if s.kind == "DATE" and s.end <= sign.start and s.start >= signs[0].start][
            -len(row) :
        ]
        if names:
            for place, name in zip(row, names, strict=True):
                found[place] = replace(
                    found[place], subject=name, is_shared=True, start=min(first.start, found[place].start)
                )
        elif len(years) == len(row) and re.search(r"年[、和]", text[years[0].start : years[-1].start]):
            for place, year in zip(row, years, strict=True):
                found[place] = replace(found[place], subject=first.subject, dates=(year,))
    return found


def _grow_alike(found: list[Figure], row: list[int]) -> None:
    """分别同比增长59.4%、39.3%: the second is a change as the first is."""
    first = found[row[0]].sign
    if isinstance(first, Quantity) and first.growth:
        for place in row[1:]:
            sign = found[place].sign
            if isinstance(sign, Quantity):
                found[place] = replace(found[place], sign=replace(sign, growth=first.growth))


def _row_after(found: list[Figure], sign: Sign, text: str) -> list[int]:
    """Places in ``found`` of the numbers that follow each other right behind 分别."""
    row: list[int] = []
    end = sign.end
    for place, figure in enumerate(found):
        if figure.sign.start < sign.end:
            continue
        if figure.sign.start - end > 3 or not re.fullmatch(r"[、和及与,]?\S{0,2}", text[end : figure.sign.start]):
            if row:
                break
            continue
        row.append(place)
        end = figure.sign.end
    return row


def _names_in_turn(text: str, count: int) -> list[str]:
    text = _without_tail(text)
    names = [name for name in re.split("、|以及|及|和|与", text) if name]
    if len(names) != count:
        measures = parts(text)
        return measures if len(measures) == count else []
    end = _measure().search(names[-1])
    if end is None:
        return names
    # 消费品、食品相关产品合格率: the measure at the end is everyone's.
    shared = re.search(
        r"(?:监督抽查|监督抽检|抽检|抽查|监测|评价性抽检)?[\u4e00-\u9fff]?[\u4e00-\u9fff]?(?:" + end[0] + ")$",
        names[-1],
    )
    suffix = _common_measure(names[-1]) if shared else end[0]
    return [name if _is_measure(name) else name + suffix for name in names]


def _common_measure(name: str) -> str:
    match = re.search(
        r"(?:(?:监督|评价性|例行)?(?:抽检|抽查|监测)?(?:合格率|满意度|覆盖率|达标率)|申请量|授权量|拥有量|注册量|增加值|总量|数量|指数|得分|[\u4e00-\u9fff]率)$",
        name,
    )
    return match[0] if match else ""


# Statements without a number ------------------------------------------------------------------------------------------


def _of_benchmark(signs: list[Sign], index: int, text: str, taken: int) -> list[Figure]:
    """合格率高于全省平均水平, 降幅达到国家标准: a comparison that gives no number."""
    sign = signs[index]
    start = _clause_start(signs, index, taken)
    if any(other.kind in _NUMBERED and other.start >= sign.end and other.start - sign.end <= 1 for other in signs):
        return []
    core, verbs = strip_lead(text[start : sign.start])
    core = _without_tail(core)
    if not _is_measure(core) or len(core) < 4:
        return []
    figure = Figure(sign, text.find(core, start), sign.end, core, verbs=verbs)
    names = parts(core)
    return [figure] if len(names) == 1 else [_for_name(figure, name, text) for name in names]


def _of_tier(signs: list[Sign], index: int, text: str, taken: int, found: list[Figure]) -> list[Figure]:
    """质量强省建设进入全国第一方阵: a standing told in words."""
    sign = signs[index]
    start = _clause_start(signs, index, taken)
    core, verbs = strip_lead(text[start : sign.start])
    core = _without_tail(core)
    if core:
        return [Figure(sign, text.find(core, start), sign.end, core, verbs=verbs, head=_head_far(signs, index, text))]
    earlier = _clause_before(signs, index, taken)
    if earlier is not None:
        name, lead = strip_lead(text[earlier[0] : earlier[1]])
        if name:
            return [Figure(sign, text.find(name, earlier[0]), sign.end, name, verbs=lead, is_from_before=True)]
    if found and not is_general(found[-1].subject):
        return [Figure(sign, sign.start, sign.end, found[-1].subject, is_from_before=True)]
    return []


@cache
def _mishap() -> re.Pattern[str]:
    return re.compile(
        rf"[^,。;]{{2,60}}?(?:{lexicons.written('mishaps')})(?![\u4e00-\u9fff]*(?:{lexicons.written('mishaps')}))"
    )


def _of_absence(signs: list[Sign], index: int, text: str, taken: int) -> list[Figure]:
    """不发生重大事故 (none), 全部达到强制性标准 and 全覆盖 (all): told in words, with no number."""
    sign = signs[index]
    if _implied(sign.text) == 0:
        match = _mishap().match(text, sign.end)
        if match is None or any(s.kind in _NUMBERED and sign.end <= s.start < match.end() for s in signs):
            return []
        return [Figure(sign, sign.start, match.end(), match[0], is_after=True)]
    start = _clause_start(signs, index, taken)
    core, verbs = strip_lead(text[start : sign.start])
    core = _without_tail(core)
    end = _clause_end(signs, index)
    if len(core) < 4 or any(s.kind in _NUMBERED and sign.end <= s.start <= end for s in signs):
        return []
    name = core if sign.text == "全覆盖" else core + text[sign.end : end]
    name = re.sub(r"^(?:实现|推动|推进|确保|力争)", "", name)
    place = text.find(core[:4], start)
    return [Figure(sign, place, end, name, verbs=verbs)]


def _implied(word: str) -> int:
    for pattern, value in lexicons.meaning("absence", "implies"):
        if pattern.match(word) or pattern.pattern.startswith(word):
            return int(value)
    return 100


def implied(sign: Sign) -> float | None:
    """What a statement without a number says: 0 (none), 100 (all), or nothing."""
    return float(_implied(sign.text)) if sign.kind == "ABSENCE" else None
