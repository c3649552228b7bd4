"""A figure in its place: the sentence, passage and document around it, which its kind, basis and link are read from."""

import re
from dataclasses import dataclass
from functools import cache

from etl.documents import lexicons
from etl.documents.dating import Dating
from etl.documents.figure import Figure
from etl.documents.quantities import Quantity, Sign
from etl.documents.structure import Outline, Passage


@dataclass(frozen=True)
class Case:
    """One figure with everything that decides how it is read.

    ``found`` are all figures of the sentence, ``number`` the place of this one among them; ``previous_basis`` is what
    the figure before was read as; ``text`` is the folded text of the document.
    """

    figure: Figure
    found: tuple[Figure, ...]
    number: int
    sentence: tuple[Sign, ...]
    passage: Passage
    whole: Outline
    text: str
    date: Dating | None
    is_date_inherited: bool
    previous_basis: str

    @property
    def quantity(self) -> Quantity | None:
        """The number with its unit; None for a statement told in words."""
        return self.figure.sign if isinstance(self.figure.sign, Quantity) else None

    @property
    def bound_words(self) -> str:
        """The words that bound the number, before it: 不少于, 达到."""
        quantity = self.quantity
        return "" if quantity is None else quantity.text[: quantity.lead - quantity.start]

    @property
    def clause_start(self) -> int:
        """Where the clause of the number begins."""
        return max((sign.end for sign in self.sentence
                    if sign.kind in ("COMMA", "STOP", "COLON") and sign.end <= self.figure.sign.start),
                   default=self.sentence[0].start)  # fmt: skip

    @property
    def clause(self) -> str:
        """The words of the number's clause, to the end of what belongs to it."""
        return self.text[self.clause_start : max(self.figure.end, self.figure.sign.end)]

    @property
    def rest_of_clause(self) -> str:
        """What follows the number up to the comma: 在100个以上行业、3000家以上企业开展对标达标专项行动."""
        end = min((sign.start for sign in self.sentence
                   if sign.kind in ("COMMA", "STOP") and sign.start >= self.figure.sign.end),
                  default=self.sentence[-1].end)  # fmt: skip
        return self.text[self.figure.sign.end : end]

    @property
    def is_next_in_list(self) -> bool:
        """Whether only 、 or a comma parts the figure from the number before it."""
        before = [sign for sign in self.sentence if isinstance(sign, Quantity) and sign.end <= self.figure.start]
        return bool(before) and self.text[before[-1].end : self.figure.start] in ("、", ",", "和", "及")

    @property
    def is_behind_comma(self) -> bool:
        """Whether a comma stands right before the figure's name."""
        return self.text[self.figure.start - 1 : self.figure.start] == ","

    def before(self, kind: str) -> list[Sign]:
        """Signs of a kind that stand in the sentence before the number."""
        return [sign for sign in self.sentence if sign.kind == kind and sign.start < self.figure.sign.start]


@cache
def verbs(basis: str) -> re.Pattern[str]:
    """Verbs that lead in a count of that basis (``new``: they build; ``stock``: they hold)."""
    return re.compile(lexicons.written("verbs", "basis", basis))


def opening_verb(figure: Figure) -> str:
    """``new`` or ``stock``, by the verb that leads in to the figure's name; empty where there is none."""
    lead = figure.verbs[-12:]
    for basis in ("stock", "new"):
        if not figure.is_after and verbs(basis).match(figure.subject):
            return basis
    return next((basis for basis in ("stock", "new") if verbs(basis).search(lead)), "")
