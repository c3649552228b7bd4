"""What a dating word says: the year a figure belongs to, the year a promise falls due, or that nobody knows."""

import re
from dataclasses import dataclass

_PLANS = {"一": 2001, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_DIGITS = {mark: str(value) for value, mark in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_YEAR = re.compile(r"(19\d\d|20\d\d)(?=年|[-至到])")
_MONTH = re.compile(r"年(\d{1,2})月")


@dataclass(frozen=True)
class Dating:
    """What dating words mean.

    ``kind``: year, year_end (2023年末), as_of (截至2023年底), due (到2025年), span (2021—2025年), since (以来), now
    (目前), star (*年: taken out of the text), relative (去年, where nobody knows when), end (年底 alone).
    """

    kind: str
    words: str
    period_start: int | None = None
    period: int | None = None
    as_of: str = ""

    @property
    def is_known(self) -> bool:
        return self.period is not None


def dating(words: str, written_in: int | None = None) -> Dating:
    """The meaning of dating words as they stand in a folded text.

    ``written_in`` is the year of the document, which 去年 and 今年 count from; without it they date nothing.
    """
    text = _arabic(words)
    years = [int(year) for year in _YEAR.findall(text)] or [int(year) for year in re.findall(r"(?:19|20)\d\d", text)]
    if plan := re.search(r"十([一二三四五])五", text):
        start = _PLANS[plan[1]] if plan[1] != "一" else 2006
        if "以来" in text:
            return Dating("since", words, start)
        is_end = re.search("末|到|至|收官", text)
        return Dating("due" if is_end else "span", words, None if is_end else start, start + 4)
    if "*年" in text:
        return Dating("star", words)
    if len(years) >= 2:
        return Dating("span", words, years[0], years[-1])
    if years:
        return _of_year(words, text, years[0])
    return _relative(words, text, written_in)


def _of_year(words: str, text: str, year: int) -> Dating:
    month = _MONTH.search(text)
    as_of = f"{year}-{int(month[1]):02d}" if month else ""
    if "以来" in text or text.endswith("起"):
        return Dating("since", words, year)
    if re.match("[到至]", text) or text.endswith("前"):
        return Dating("due", words, None, year)
    if re.match("截", text):
        return Dating("as_of", words, None, year, as_of)
    if "底" in text or "末" in text:
        return Dating("year_end", words, None, year, as_of)
    return Dating("year", words, year, year, as_of)


def _relative(words: str, text: str, written_in: int | None) -> Dating:
    if re.search("截[至止]到?(?:目前|当前|日前|现在)|目前|至今|迄今|当前|现在", text):
        return Dating("now", words)
    if text.endswith("以来") or "近年" in text or text.endswith("起"):
        return Dating("since", words)
    shift = {"过去一年": -1, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "今年": 0, "本年": 0, "当年": 0}
    moved = next((years for word, years in shift.items() if word in text), None)
    if moved is None:
        return Dating("end", words)
    if written_in is None:
        return Dating("relative", words)
    year = written_in + moved
    return Dating("due" if moved > 0 else "year", words, year, year)


def _arabic(words: str) -> str:
    """二〇二五年 as 2025年."""
    return re.sub(
        r"[二一][〇零九][〇零一二三四五六七八九]{2}(?=年)", lambda match: "".join(_DIGITS[m] for m in match[0]), words
    )
