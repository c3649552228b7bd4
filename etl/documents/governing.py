"""Dates in force: 到2025年 at the head of a clause governs what stands under it, 2023年 the sentences that follow."""

import re
from collections.abc import Sequence

from etl.documents.dating import Dating, dating
from etl.documents.figure import NUMBERED, Figure
from etl.documents.quantities import Sign
from etl.documents.structure import Outline, Passage, latest_year

_HEAD_OF_CLAUSE = re.compile(r"^\([一二三四五六七八九十]+\)|^[一二三四五六七八九十]+、|^\d+[.、]|[^。:]*[。:]")
_HEAD_LENGTH = 60
_STARTS_FROM = re.compile(r"[由从自]$")
_NAMES = re.compile(
    r"(?:、(?:19|20)\d\d年)?[\u4e00-\u9fff]{0,8}?(?:考核标准|主要目标|考核工作|为期|标准|工作方案|绩效)"
)


class Governing:
    """The date in force while the passages of a document are read in turn."""

    def __init__(self, whole: Outline, text: str):
        self._whole = whole
        self._text = text
        self._date: Dating | None = None
        self._section = -1
        self._opened_section = False
        self._is_inherited = False
        self._chapter = -1
        self._chapter_date: Dating | None = None

    def enter(self, passage: Passage) -> None:
        """A date at the head of a clause governs its paragraphs; any other ends with its own paragraph.

        That of a chapter's heading (一、2023年工作情况) governs what no other date does.
        """
        if passage.chapter != self._chapter:
            self._chapter, self._chapter_date = passage.chapter, None
        if passage.section and passage.section == self._section and self._opened_section:
            self._is_inherited = True
            return
        self._date, self._section, self._opened_section, self._is_inherited = None, passage.section, False, False

    def open(self, sentence: Sequence[Sign], found: Sequence[Figure], passage: Passage) -> None:
        """A date before the first figure of a sentence comes into force for it and for those that follow."""
        first = min((figure.start for figure in found), default=sentence[-1].end)
        for sign in sentence:
            is_open = sign.kind == "DATE" and sign.start <= first and not self._starts_from(sign)
            if is_open and (meaning := self._meaning(sign)):
                self._date, self._is_inherited = meaning, False
                self._section, self._opened_section = passage.section, self._opens(sign, passage)
                if passage.is_heading and passage.chapter:
                    self._chapter_date = meaning

    def close(self, sentence: Sequence[Sign]) -> None:
        """以来 dates its own sentence only; else the last date of a sentence stays in force."""
        known = [
            meaning
            for sign in sentence
            if sign.kind == "DATE" and not self._starts_from(sign) and (meaning := self._meaning(sign))
        ]
        if known and known[-1].kind == "since":
            self._date, self._opened_section = None, False
        elif known and self._date is not None and known[-1] != self._date:
            self._date = known[-1]

    def of(self, figure: Figure, sentence: Sequence[Sign]) -> tuple[Dating | None, bool]:
        """The date of a figure, and whether it is inherited from an earlier paragraph.

        It is the figure's own, the last one before it in the sentence, the one in force, or one inside its own words.
        """
        if figure.dates:
            return dating(figure.dates[0].text, self._whole.year), False
        for sign in reversed(sentence):
            if sign.kind != "DATE" or sign.end > figure.sign.start or self._starts_from(sign, figure, sentence):
                continue
            if meaning := self._meaning(sign):
                return meaning, False
        if self._date is not None:
            return self._date, self._is_inherited
        inside = [sign for sign in sentence if sign.kind == "DATE" and figure.sign.end <= sign.start < figure.end]
        if inside:
            return dating(inside[0].text, self._whole.year), False
        return self._chapter_date, self._chapter_date is not None

    def _starts_from(self, sign: Sign, figure: Figure | None = None, sentence: Sequence[Sign] = ()) -> bool:
        """由2020年的92.1%提高到94%: such a year dates the number right behind it and none that follows."""
        if not _STARTS_FROM.search(self._text[max(sign.start - 1, 0) : sign.start]):
            return False
        if figure is None:
            return not re.match("以来|起", self._text[sign.end : sign.end + 2]) and not sign.text.endswith(("来", "起"))
        return any(other.kind in NUMBERED and sign.end <= other.start < figure.sign.start for other in sentence)

    def _meaning(self, sign: Sign) -> Dating | None:
        """What a date says; None where it dates nothing (年底 alone) or only names or compares."""
        if self._is_in_a_name(sign):
            return None
        meaning = dating(sign.text, self._whole.year)
        if "规划期" in sign.text:
            kind = "due" if re.match("[到至]", sign.text) or sign.text.endswith("末") else "span"
            return Dating(kind, sign.text, *self._whole.span) if self._whole.span else None
        if meaning.kind == "relative":  # 去年, in a text that says nowhere when it was written
            meaning = dating(sign.text, latest_year(self._text, sign.start))
        return None if meaning.kind in ("end", "relative") else meaning

    def _is_in_a_name(self, sign: Sign) -> bool:
        """2023年考核标准 names a thing, 比2010年上升 compares: neither dates a figure."""
        before = self._text[max(sign.start - 1, 0) : sign.start]
        is_compared = bool(before) and before in "比较与同"
        return is_compared or bool(_NAMES.match(self._text[sign.end : sign.end + 14]))

    def _opens(self, sign: Sign, passage: Passage) -> bool:
        """Whether the date stands at the head of its clause: (二)目标愿景。到2025年,..."""
        before = self._text[passage.start : min(sign.start, passage.start + _HEAD_LENGTH)]
        return sign.start - passage.start < _HEAD_LENGTH and len(_HEAD_OF_CLAUSE.sub("", before)) <= 2
