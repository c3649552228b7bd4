"""A figure found in a sentence, and the sentence's clauses around it."""

import re
from dataclasses import dataclass, field

from etl.documents.naming import strip_lead, verb_only
from etl.documents.quantities import Sign

NUMBERED = {"quantity", "rank"}
# Standings told in words: 进入全国第一方阵, 获评A级.
STANDINGS = {"TIER", "GRADE"}
_ENDS_CLAUSE = {"COMMA", "STOP", "COLON", "OPEN", "CLOSE"}
_PUNCTUATED = re.compile(r"[,;:。]")
_HEAD_LENGTH = 24


@dataclass(frozen=True)
class Figure:
    """A quantity, or a statement without a number, with the words that name it; places are in the folded text.

    ``start:end`` is the widest span that belongs to it; ``head`` is the name the list or sentence gives before it;
    ``verbs`` the words before it that lead in; ``sign`` is the quantity, or the word that stands for one. The name
    may be shared with other figures, come from an earlier clause, or stand behind the number; ``dates`` are years
    listed before it, of which each makes a statement.
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


@dataclass(frozen=True)
class Sentence:
    """The signs of one sentence and the folded text of the document that they stand in."""

    signs: list[Sign]
    text: str

    def clause_start(self, index: int, taken: int) -> int:
        """Where the words before a sign begin: behind a comma, or behind what the last figure has taken."""
        for sign in reversed(self.signs[:index]):
            if sign.kind in _ENDS_CLAUSE or (sign.kind == "LISTED" and sign.end <= taken + 1):
                return max(sign.end, taken)
        return max(self.signs[0].start, taken)

    def clause_end(self, index: int) -> int:
        """Where the words behind a sign end: at a comma, at the next number, or at the sign 、 that leads to one."""
        end, listed = self.signs[index].end, []
        for sign in self.signs[index + 1 :]:
            if sign.kind in NUMBERED:
                # 100个以上行业、3000家以上企业: the list goes on with the next number, not with a second name.
                leads_in = listed and verb_only(strip_lead(self.text[listed[-1].end : sign.start])[0] or "和")
                return (listed[-1] if leads_in else listed[0]).start if listed else end
            if sign.kind in _ENDS_CLAUSE:
                return end
            if sign.kind == "LISTED":
                listed.append(sign)
            end = sign.end
        return end

    def clause_before(self, index: int, taken: int) -> tuple[int, int] | None:
        """The clause before the one of this sign, when a comma or bracket parts them and no figure has used it."""
        marks = [place for place in range(index) if self.signs[place].kind in _ENDS_CLAUSE]
        if not marks or self.signs[marks[-1]].kind not in ("COMMA", "COLON", "OPEN"):
            return None
        end = self.signs[marks[-1]].start
        start = max(self.signs[marks[-2]].end if len(marks) > 1 else self.signs[0].start, taken)
        return (start, end) if end > start else None

    def words_before(self, index: int) -> str:
        """The clause before, for the linker to look at where a name alone does not suffice."""
        clauses = _PUNCTUATED.split(self.text[self.signs[0].start : self.signs[index].start])
        return strip_lead(clauses[-2])[0][-_HEAD_LENGTH:] if len(clauses) >= 2 else ""

    def dates_before(self, index: int, start: int) -> tuple[Sign, ...]:
        """Dates listed right before a name: 2016年、2017年、2019年排名全市第一."""
        dates: list[Sign] = []
        for sign in self.signs[:index]:
            if sign.kind == "DATE" and sign.start >= start - 1:
                dates.append(sign)
            elif dates and sign.kind != "LISTED" and len(dates) < 2:
                dates.clear()
        return tuple(dates) if len(dates) >= 2 else ()

    def has_number(self, start: int, end: int) -> bool:
        """Whether a number stands between two places."""
        return any(sign.kind in NUMBERED and start <= sign.start <= end for sign in self.signs)
