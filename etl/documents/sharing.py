"""Numbers that several names share: 均达到, 分别达到, lists of indicators, lists of years."""

import re
from dataclasses import replace

from etl.documents.figure import Figure, Sentence
from etl.documents.naming import measure_at_end, strip_lead, without_tail
from etl.documents.quantities import Quantity, Sign

_JOINS = re.compile("、|以及|及|和|与")
_SHARED_MEASURE = re.compile(
    r"(?:(?:监督|评价性|例行)?(?:抽检|抽查|监测)?(?:合格率|满意度|覆盖率|达标率)"
    r"|申请量|授权量|拥有量|注册量|增加值|总量|数量|指数|得分|[\u4e00-\u9fff]率)$"
)


def parts(name: str) -> list[str]:
    """The indicators that a name joins: 有效地理标志总量及马德里商标国际注册总量.

    A part that does not end as an indicator does belongs to the next: 药品、医疗器械及化妆品评价性抽检合格率 is one.
    """
    pieces, pending, depth = [], "", 0
    for token in re.split(r"(、|以及|及|和|与|[()“”])", name):
        depth += {"(": 1, "“": 1, ")": -1, "”": -1}.get(token, 0)
        if _JOINS.fullmatch(token) and depth == 0 and measure_at_end(pending):
            pieces.append(pending)
            pending = ""
        else:
            pending += token
    pieces += [pending] if pending else []
    return _completed(pieces) if len(pieces) >= 2 and measure_at_end(pieces[-1]) else [name]


def _completed(pieces: list[str]) -> list[str]:
    """单位GDP能耗、二氧化碳排放量和用水量累计降幅: what stands before the first and behind the last is shared."""
    last = re.search(r"(?:量|率|度|耗)((?:累计)?(?:降幅|降低|增幅|增速|占比|得分))$", pieces[-1])
    unit = re.match(r"单位[A-Za-z]+|单位[\u4e00-\u9fff]{2,8}?(?=能耗|二氧化碳|用水)|人均|每万人口?", pieces[0])
    if last:
        pieces = [piece if piece.endswith(last[1]) else piece + last[1] for piece in pieces]
    if unit:
        pieces = [piece if piece.startswith(unit[0]) else unit[0] + piece for piece in pieces]
    return pieces


def spread(figure: Figure, sentence: Sentence) -> list[Figure]:
    """One figure for each name that its subject joins, and for each of the years listed before it."""
    # 分别 gives each name a number of its own: they are paired when the whole row is known.
    is_whole = figure.is_after or (figure.is_from_before and figure.start == figure.sign.start)
    names = [figure.subject] if is_whole or _marks(figure, sentence) & {"分别"} else parts(figure.subject)
    if len(names) == 1:
        names = _names_of_one_kind(figure, sentence) or names
    figures = [figure] if len(names) == 1 else [for_name(figure, name, sentence.text) for name in names]
    if len(figure.dates) >= 2:
        return [replace(one, start=date.start, dates=(date,)) for one in figures for date in figure.dates]
    return figures


def for_name(figure: Figure, name: str, text: str) -> Figure:
    """The figure under one of the names that share it, from where that name stands.

    A name may have been completed from its neighbours; then as much of it is looked for as stands there.
    """
    for length in range(len(name), 1, -1):
        for piece in (name[:length], name[-length:]):
            place = text.find(piece, figure.start, figure.sign.start)
            if place >= 0:
                return replace(figure, subject=name, start=place, is_shared=True)
    return replace(figure, subject=name, is_shared=True)


def _marks(figure: Figure, sentence: Sentence) -> set[str]:
    """Which of 均, 都, 各, 分别 stand between a name and its number."""
    between = [sign for sign in sentence.signs if figure.start <= sign.start < figure.sign.start]
    return {sign.text for sign in between if sign.kind == "SHARED"}


def _names_of_one_kind(figure: Figure, sentence: Sentence) -> list[str]:
    """Names before 均 that end alike, though not as indicators do: 国家级平台、省级平台均达到5个."""
    marks = _marks(figure, sentence)
    names = [name for name in _JOINS.split(figure.subject) if name]
    is_shared = marks & {"均", "都", "各"} and len({name[-2:] for name in names}) == 1
    return names if is_shared and len(names) >= 2 else []


def in_turn(found: list[Figure], sentence: Sentence) -> list[Figure]:
    """分别 pairs a row of numbers with a row of names, or of years: 商标、专利分别达到5万件、2万件."""
    for sign in sentence.signs:
        if sign.kind == "SHARED" and sign.text == "分别":
            row = _row_behind(found, sign, sentence.text)
            if len(row) >= 2:
                _bound_alike(found, row)
                _pair(found, row, sign, sentence)
            elif row and len(names := parts(found[row[0]].subject)) >= 2:
                # One number behind 分别 is everyone's.
                found[row[0] : row[0] + 1] = [for_name(found[row[0]], name, sentence.text) for name in names]
    return found


def _row_behind(found: list[Figure], sign: Sign, text: str) -> list[int]:
    """Places in ``found`` of the numbers that follow each other right behind 分别."""
    row: list[int] = []
    end = sign.end
    for place, figure in enumerate(found):
        if figure.sign.start < sign.end:
            continue
        if not re.fullmatch(r"[、和及与,]?\S{0,2}", text[end : figure.sign.start]):
            if row:
                break
            continue
        row.append(place)
        end = figure.sign.end
    return row


def _bound_alike(found: list[Figure], row: list[int]) -> None:
    """分别同比增长59.4%、39.3%, 分别达到10家、20家: the second is a change, or bounded, as the first is."""
    first = found[row[0]].sign
    for place in row[1:]:
        sign = found[place].sign
        if isinstance(first, Quantity) and isinstance(sign, Quantity):
            alike = replace(sign, growth=sign.growth or first.growth, before=sign.before or first.before)
            found[place] = replace(found[place], sign=alike)


def _pair(found: list[Figure], row: list[int], sign: Sign, sentence: Sentence) -> None:
    first = found[row[0]]
    before = sentence.text[first.start : sign.start] if first.start < sign.start else first.subject
    names = _names_in_turn(strip_lead(before)[0], len(row))
    years = [date for date in sentence.signs if date.kind == "DATE" and date.end <= sign.start][-len(row) :]
    if names:
        for place, name in zip(row, names, strict=True):
            start = min(first.start, found[place].start)
            found[place] = replace(found[place], subject=name, is_shared=True, start=start)
    elif len(years) == len(row) and re.search(r"年[、和]", sentence.text[years[0].start : years[-1].start]):
        for place, year in zip(row, years, strict=True):
            found[place] = replace(found[place], subject=first.subject, dates=(year,))


def _names_in_turn(text: str, count: int) -> list[str]:
    """As many names as there are numbers; a measure that only the last has is everyone's: 消费品、食品合格率."""
    text = without_tail(text)
    names = [name for name in _JOINS.split(text) if name]
    if len(names) != count:
        measured = parts(text)
        return measured if len(measured) == count else []
    if not measure_at_end(names[-1]):
        return names
    match = _SHARED_MEASURE.search(names[-1])
    return [name if measure_at_end(name) else name + (match[0] if match else "") for name in names]
