"""Numbers as Chinese texts write them, read back: 1,178,761, １００万, 两千三百, 百分之九十八, 三成, 1.2万亿."""

import re
import unicodedata
from collections.abc import Iterator

_DIGITS = {
    mark: value
    for value, marks in enumerate(
        ("〇零○", "一壹", "二两兩贰", "三叁", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for mark in marks
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_NUMERAL = "".join(_DIGITS) + "".join(_SMALL) + "".join(_LARGE)

_ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?(?P<scale>[十百千万萬亿億]*)")
_CHINESE = re.compile(
    rf"(?P<share>百分之)?(?P<whole>[{_NUMERAL}]+)(?:[点點](?P<rest>[{''.join(_DIGITS)}]+))?(?P<tenths>成)?"
)

# A value may be kept in 万元 or 亿元 while the text writes it out.
_SCALES = (1.0, 1e4, 1e8)


def states(phrase: str, value: float) -> bool:
    """Whether the phrase spells out the value, in digits or numerals, at the value's own scale or written out."""
    return any(
        abs(number - value * scale) <= 1e-9 * max(1.0, abs(number)) for number in numbers(phrase) for scale in _SCALES
    )


def numbers(text: str) -> Iterator[float]:
    """Every number that a text writes, in order; a percentage is its number (98 for 百分之九十八 and for 98%)."""
    # NFKC turns full-width digits and signs into plain ones.
    plain = unicodedata.normalize("NFKC", text)
    yield from _numbers_as_spaced(plain)
    # A space between digits parts the cells of a table, or is layout inside one number.
    if (joined := re.sub(r"(?<=\d)\s+(?=\d)", "", plain)) != plain:
        yield from _numbers_as_spaced(joined)


def _numbers_as_spaced(plain: str) -> Iterator[float]:
    for match in _ARABIC.finditer(plain):
        scale = 1.0
        for mark in match["scale"]:
            scale *= _SMALL.get(mark) or _LARGE[mark]
        number = float(match[0][: len(match[0]) - len(match["scale"])].replace(",", ""))
        yield number * scale
        if scale != 1.0:
            yield number
    for match in _CHINESE.finditer(plain):
        number = _read(match["whole"])
        if match["rest"]:
            number += float("0." + "".join(str(_DIGITS[mark]) for mark in match["rest"]))
        yield number * 10 if match["tenths"] else number


def _read(numeral: str) -> float:
    """A Chinese numeral: by place words where it has any (二十八, 一亿二千万), else digit by digit (二〇二五)."""
    if not any(mark in _SMALL or mark in _LARGE for mark in numeral):
        return float("".join(str(_DIGITS[mark]) for mark in numeral))
    total = section = digit = 0
    for mark in numeral:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _SMALL:
            # 十五 begins with its place word.
            section += (digit or 1) * _SMALL[mark]
            digit = 0
        elif _LARGE[mark] == 10_000:
            total += (section + digit or 1) * 10_000
            section = digit = 0
        else:
            # 万亿 multiplies what stands before it, 一亿二千万 adds what comes after.
            total = (total + section + digit or 1) * _LARGE[mark]
            section = digit = 0
    return float(total + section + digit)
