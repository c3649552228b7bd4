"""Figures as a reader reads them: 万 and 亿 in Chinese, millions in English, comparators and units in words."""

import math
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

UNKNOWN = "—"
# Made once: a locale asked for by its name is looked up anew with every number.
_LOCALES = {"zh": Locale.parse("zh_CN"), "en": Locale.parse("en")}

# Units as Chinese official statistics write them, and what an English reader needs beside the number.
UNITS_EN = {
    "%": "%",
    "个百分点": "percentage points",
    "件": "items",
    "个": "units",
    "家": "organisations",
    "项": "items",
    "分": "points",
    "张": "certificates",
    "名": "places",
    "批次": "batches",
    "人": "persons",
    "次": "times",
    "人次": "person-times",
    "家次": "visits",
    "起": "cases",
    "台": "sets",
    "台件": "instruments",
    "份": "copies",
    "种": "kinds",
    "年": "years",
    "月": "months",
    "天": "days",
    "平方米": "m²",
    "条": "items",
    "亩": "mu",
    "场": "events",
    "瓶": "bottles",
    "所": "schools",
    "元": "yuan",
    "万元": "10,000 yuan",
    "亿元": "100 million yuan",
    "万元/人": "10,000 yuan per person",
    "件/万人": "per 10,000 residents",
    "件/百万人": "per million residents",
    "件/万户": "per 10,000 entities",
    "件/亿元": "per 100 million yuan",
    "批次/千人": "batches per 1,000 residents",
}

# English has no 万 and 亿: what a unit of money hides in its name goes into the number.
_MULTIPLES_EN = {"万元": (1e4, "yuan"), "亿元": (1e8, "yuan"), "万元/人": (1e4, "yuan per person")}
_SINGULAR_EN = {"batches": "batch", "copies": "copy", "entities": "entity"}

_SYMBOLS = {
    "zh": {">=": "不低于 ", ">": "超过 ", "<=": "不高于 ", "<": "低于 ", "~": "约 "},
    "en": {">=": "at least ", ">": "more than ", "<=": "at most ", "<": "less than ", "~": "about "},
}
_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
_CLOSED_UNITS = ("%",)


def is_known(value: object) -> bool:
    """Whether a cell holds a figure at all."""
    return (
        value is not None and not (isinstance(value, float) and math.isnan(value)) and str(value) not in ("<NA>", "NaT")
    )


def number(value: float | None, language: str, digits: int = 2) -> str:
    """A bare number: 1 178 761 is 117.88万 in Chinese and 1,178,761 in English."""
    if not is_known(value):
        return UNKNOWN
    value = float(value)
    if 0 < abs(value) < 0.1:
        # Two digits that count, not two places: 0.0312 is not 0.03.
        digits = max(digits, 1 - math.floor(math.log10(abs(value))))
    if language == "zh":
        for size, mark in ((1e8, "亿"), (1e4, "万")):
            if abs(value) >= size and not (size == 1e4 and abs(value) < 1e5):
                return _plain(value / size, "zh", digits) + mark
    elif abs(value) >= 1e9:
        return _plain(value / 1e9, "en", digits) + " billion"
    elif abs(value) >= 1e7:
        return _plain(value / 1e6, "en", digits) + " million"
    return _plain(value, language, digits)


def unit(text: str, language: str) -> str:
    """A unit's name; a unit that no English name is known for is shown as the documents write it."""
    return text if language == "zh" else UNITS_EN.get(text, text)


def figure(
    value: float | None,
    unit_text: str,
    language: str,
    comparator: str | None = "=",
    value_high: float | None = None,
    digits: int = 2,
) -> str:
    """A figure with its comparator and unit: 不低于 94%, at least 94 %, 1–2 organisations."""
    if not is_known(value):
        return UNKNOWN
    size, name = _spoken(unit_text, language)
    text = number(value * size, language, digits)
    if is_known(value_high):
        text += "–" + number(value_high * size, language, digits)
    words_before = _SYMBOLS[language].get(comparator or "=", "")
    gap = "" if unit_text in _CLOSED_UNITS or language == "zh" else " "
    if language == "en" and unit_text == "名":
        return f"{words_before}rank {text}"
    if language == "zh" and unit_text == "名":
        return f"{words_before}第{text}名"
    return f"{words_before}{text}{gap}{_counted(name, text, language)}"


def with_sign(
    value: float | None, unit_text: str, language: str, comparator: str | None = "=", value_high: float | None = None
) -> str:
    """A figure where there is little room: ≥ 94%, 1–2; only a percentage keeps its unit, an unknown one is empty."""
    if not is_known(value):
        return ""
    size, _name = _spoken(unit_text, language)
    text = number(value * size, language)
    if is_known(value_high):
        text += "–" + number(value_high * size, language)
    return _SIGNS.get(comparator or "=", "") + text + (unit_text if unit_text in _CLOSED_UNITS else "")


def signed(value: float | None, unit_text: str, language: str) -> str:
    """A difference with its sign; shares differ by percentage points."""
    if not is_known(value):
        return UNKNOWN
    sign = "+" if value > 0 else "−" if value < 0 else ""
    name = "个百分点" if unit_text in ("%", "percentage_points") else unit_text
    gap = "" if language == "zh" else " "
    size, spoken = _spoken(name, language)
    text = number(abs(float(value)) * size, language)
    return f"{sign}{text}{gap}{_counted(spoken, text, language)}"


def percent(share: float | None, language: str) -> str:
    """A share of 0 to 1 as a percentage of one digit."""
    return UNKNOWN if not is_known(share) else f"{_plain(float(share) * 100, language, 1)}%"


def period(text: object, language: str) -> str:
    """An SDMX time period in words: 2023, 2023年上半年, second quarter of 2023, June 2023."""
    if not is_known(text) or text == "":
        return "时间不详" if language == "zh" else "undated"
    text = str(text).removesuffix(".0")
    year, _, part = text.partition("-")
    if not part:
        return f"{year}年" if language == "zh" else year
    if part[0] == "S":
        return f"{year}年{'上下'[int(part[1]) - 1]}半年" if language == "zh" else f"half {part[1]} of {year}"
    if part[0] == "Q":
        return f"{year}年第{'一二三四'[int(part[1]) - 1]}季度" if language == "zh" else f"quarter {part[1]} of {year}"
    if language == "zh":
        return f"{year}年{int(part[:2])}月"
    return format_date(date(int(year), int(part[:2]), 1), "MMMM y", locale=_LOCALES["en"])


def listed(texts: Sequence[str], language: str) -> str:
    """Texts one after the other, with the comma of the language."""
    return ("、" if language == "zh" else ", ").join(texts)


def day(value: date | datetime, language: str) -> str:
    """A calendar day."""
    return format_date(value, "long", locale=_LOCALES[language])


def _spoken(unit_text: str, language: str) -> tuple[float, str]:
    """What to multiply a figure by before it is told, and the unit to tell it in."""
    default = (1, unit(unit_text, language))
    return default if language == "zh" else _MULTIPLES_EN.get(unit_text, default)


def _counted(name: str, text: str, language: str) -> str:
    """An English unit beside its number: 1 unit, 2 units; units of a rate stay as they are."""
    if language == "zh" or text != "1" or "per " in name or not name.endswith("s"):
        return name
    return _SINGULAR_EN.get(name, name.removesuffix("s"))


def _plain(value: float, language: str, digits: int) -> str:
    # Four digits stay ungrouped in Chinese tables (GB/T 15835); English groups them.
    pattern = "0." if language == "zh" and abs(value) < 10_000 else "#,##0."
    return _pattern(pattern + "#" * digits).apply(round(value, digits), _LOCALES[language])


@cache
def _pattern(text: str) -> NumberPattern:
    return parse_pattern(text)
