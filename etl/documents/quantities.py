"""Values, units and bounds of the quantities in a sentence, from its parse tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lark import Lark, Token, Tree

from etl.documents import lexicons
from etl.documents.signs import SignLexer

_DIGITS = {mark: value for value, marks in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
           for mark in marks}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Sign:
    """One part of a sentence: ``kind`` is the grammar's name for it, ``start:end`` its place in the folded text."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Quantity(Sign):
    """A number with what belongs to it.

    ``kind`` is quantity, rank or growth. ``value`` and ``high`` are in ``unit`` (100万件 is 1 000 000 件; money keeps
    its 万元 or 亿元). ``before`` and ``after`` are the bounds as the lexicon tells them (``>=``, ``up``, ``keep`` ...);
    ``lead`` is where the number itself begins, behind those words.
    """

    value: float = 0.0
    high: float | None = None
    unit: str = ""
    measures: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_about: bool = False
    is_top: bool = False
    is_numeral: bool = False
    lead: int = 0
    growth: str = ""
    figures: tuple[str, ...] = ()


@cache
def parser() -> Lark:
    """The grammar of ``statement.lark``, ready to parse."""
    grammar = (Path(__file__).parent / "statement.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=SignLexer)


def signs(text: str, offset: int = 0) -> list[Sign]:
    """The parts of a folded text in order, quantities among them; places are moved by ``offset``."""
    return list(_flattened(parser().parse(text), offset))


def _flattened(tree: Tree, offset: int) -> Iterator[Sign]:
    for child in tree.children:
        if isinstance(child, Token) and child.type == "FIRST":  # 居全国首位 is the first place
            start, end = child.start_pos + offset, child.end_pos + offset
            yield Quantity("rank", start, end, str(child), value=1.0, unit="名", measures="rank", lead=start)
        elif isinstance(child, Token) and child.type == "DOUBLED":  # 翻两番 is four times what it was
            start, end = child.start_pos + offset, child.end_pos + offset
            times = 2.0 ** next((number_of(mark) for mark in child if mark in "一两二三"), 1.0)
            yield Quantity("quantity", start, end, str(child), value=times, unit="倍", measures="ratio", lead=start,
                           growth="up", is_numeral=True)  # fmt: skip
        elif isinstance(child, Token):
            yield Sign(child.type, child.start_pos + offset, child.end_pos + offset, str(child))
        elif child.data == "before":
            for token in child.children:
                yield Sign(token.type, token.start_pos + offset, token.end_pos + offset, str(token))
        else:
            yield from _quantity(child, offset)


def _quantity(tree: Tree, offset: int) -> Iterator[Sign]:
    tokens = list(tree.scan_values(lambda _: True))
    start, end = tokens[0].start_pos + offset, tokens[-1].end_pos + offset
    text = "".join(tokens)
    before = tuple(_meaning("before", token) for token in tokens if token.type == "BEFORE")
    after = tuple(_meaning("after", token) for token in tokens if token.type == "AFTER")
    lead = next(t.start_pos for t in tokens if t.type not in ("BEFORE", "GROWTH")) + offset
    base = Quantity(str(tree.data), start, end, text, before=before, after=after, lead=lead)
    if tree.data == "rank":
        number = next(token for token in tokens if token.type in ("NUMBER", "NUMERAL"))
        is_top = any(token.type == "TOP" for token in tokens)
        yield replace(base, value=number_of(number), unit="名", measures="rank", is_top=is_top)
        return
    read = [_figures(measure) for extent in tree.find_data("extent") for measure in extent.find_data("measure")]
    read = read if len(read) < 2 else [_figures(part) for part in _in_order(tree)]
    unit, kind, money_scale = _unit_of(read)
    values = [value for values, *_ in read for value in values]
    values = _of_one_scale(read, values)
    is_about = any(about for *_, about in read)
    growth = next((_growth(token) for token in tokens if token.type == "GROWTH"), "")
    is_numeral = all(token.type != "NUMBER" for token in tokens)
    yield replace(
        base,
        value=_tidy(values[0] / money_scale),
        high=_tidy(values[1] / money_scale) if len(values) > 1 and values[1] != values[0] else None,
        unit=unit,
        measures=kind,
        is_about=is_about,
        growth=growth,
        is_numeral=is_numeral,
        figures=tuple(str(token) for token in tokens if token.type in ("NUMBER", "NUMERAL")),
    )


def _in_order(tree: Tree) -> list[Tree]:
    return [child for extent in tree.find_data("extent") for child in extent.children if isinstance(child, Tree)]


Figures = tuple[list[float], list[float], str, bool]


def _figures(measure: Tree) -> Figures:
    """Values, their scales, the unit as written, and whether 余 or 多 stands at them."""
    value, scale, unit, is_about = 0.0, 1.0, "", False
    for token in measure.scan_values(lambda _: True):
        if token.type in ("NUMBER", "NUMERAL"):
            value = number_of(token)
        elif token.type == "PERCENTAGE":
            value, unit = _percentage(token), "%"
        elif token.type == "TENTHS":
            whole, _, rest = token.partition("成")
            value, unit = number_of(whole) * 10 + (number_of(rest) if rest else 0), "%"
        elif token.type == "SCALE":
            scale = number_of(token, as_scale=True)
        elif token.type == "APPROXIMATE":
            is_about = True
        elif token.type == "UNIT":
            unit = str(token)
    return [value], [scale], unit, is_about


def _percentage(written: str) -> float:
    """百分之九十八, 三分之二 (in hundredths of a per cent) and 一半, in per cent."""
    if written.startswith("百分之"):
        return number_of(written.removeprefix("百分之"))
    whole, _, part = written.partition("分之")
    return round(100 * number_of(part) / number_of(whole), 2) if part else 50.0


def _unit_of(read: list[Figures]) -> tuple[str, str, float]:
    """The unit and what it measures; money is counted in 万元 or 亿元 as the text does."""
    written = next((unit for *_, unit, _ in reversed(read) if unit), "")
    unit, kind = unit_and_kind(written)
    scale = max((scale for _, scales, *_ in read for scale in scales), default=1.0)
    if kind == "money" and "/" not in unit and scale >= 1e4:
        return ("亿" if scale >= 1e8 else "万") + unit, kind, 1e8 if scale >= 1e8 else 1e4
    return unit, kind, 1.0


def _of_one_scale(read: list[Figures], values: list[float]) -> list[float]:
    """Values written out; 3-5万人 scales both ends."""
    scales = [scale for _, scales, *_ in read for scale in scales]
    if len(scales) == 2 and scales[0] == 1.0 and scales[1] > 1.0 and values[0] < values[1] * scales[1]:
        scales[0] = scales[1] if values[0] <= values[1] or values[0] < 1000 else 1.0
    return [value * scale for value, scale in zip(values, scales, strict=True)]


@cache
def unit_and_kind(written: str) -> tuple[str, str]:
    """The unit as statistics write it, and what it measures (count, share, money ...); an index has neither."""
    if not written:
        return "", ""
    if "/" in written:
        top, _, bottom = written.partition("/")
        scale = bottom[0] if bottom[0] in "百千万" else ""
        return f"{unit_and_kind(top)[0]}/{scale}{unit_and_kind(bottom[len(scale) :])[0]}", unit_and_kind(top)[1]
    measures = {row["unit"]: row["measures"] for row in lexicons.rows("units")}
    for pattern, unit in lexicons.meaning("units", "unit"):
        # A unit may be told by what does not follow it; the end of a line follows here.
        match = pattern.match(written + "\n")
        if match and match.end() == len(written):
            return unit, measures[unit]
    return written, "count"


@cache
def _meaning(side: str, word: str) -> str:
    word = re.sub(r"^\(含.*?\)", "", word).strip("()")
    for row in lexicons.rows("comparators"):
        if row["side"] != side:
            continue
        for way in row["written"].split("|"):
            plain = way.partition("(")[0]
            if word in (plain, plain + "了"):
                return row["comparator"]
    return "="


@cache
def _growth(word: str) -> str:
    plain = word.removesuffix("了")
    for row in lexicons.rows("growth_words"):
        if plain in row["written"].split("|") or word in row["written"].split("|"):
            return row["direction"]
    return "up"


def number_of(written: str, as_scale: bool = False) -> float:
    """The value of 1,178,761, 二十八, 两千三百, 九十八点五, 〇 to 九 digit by digit, or of a scale alone (万亿)."""
    written = str(written).replace(",", "")
    if written[:1].isdigit() and written[0] in "0123456789":
        return float(written)
    whole, _, rest = written.partition("点")
    value = _whole(whole, as_scale)
    return value + float("0." + "".join(str(_DIGITS[mark]) for mark in rest)) if rest else value


def _whole(numeral: str, as_scale: bool) -> float:
    if as_scale:
        product = 1.0
        for mark in numeral:
            product *= _SMALL.get(mark) or _LARGE[mark]
        return product
    if not any(mark in _SMALL or mark in _LARGE for mark in numeral):
        return float("".join(str(_DIGITS[mark]) for mark in numeral))
    total = section = digit = 0
    for mark in numeral:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[mark], 0
        elif mark == "万":
            total, section, digit = total + (section + digit or 1) * 10_000, 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * _LARGE[mark], 0, 0
    return float(total + section + digit)


def _tidy(value: float) -> float:
    """2.42 x 10^8 without the dust of binary fractions."""
    return float(f"{value:.12g}")
