"""The shortest words that carry a figure, and statements that a text makes twice."""

from collections import defaultdict
from collections.abc import Iterable

from etl.documents.case import verbs
from etl.documents.figure import Figure
from etl.documents.statement import Statement

PHRASE_LENGTH = 30
_LEAD = 8


def phrase_span(text: str, figure: Figure) -> tuple[int, int]:
    """Start and end of the words that carry a figure: its name with its number, at most 30 characters."""
    start = figure.start
    if figure.is_after and figure.sign.start - start > _LEAD:
        # Named from behind: of what stands before the number, only the verb right before it belongs to the phrase.
        lead = text[figure.sign.start - _LEAD : figure.sign.start]
        near = [match.start() for basis in ("new", "stock") for match in verbs(basis).finditer(lead)]
        start = figure.sign.start - (_LEAD - min(near) if near else 0)
    return clipped(start, max(figure.end, figure.sign.end), figure.sign.start, figure.sign.end)


def clipped(start: int, end: int, figure_start: int, figure_end: int) -> tuple[int, int]:
    """At most ``PHRASE_LENGTH`` characters that hold the figure: what follows it is cut first, then the name."""
    start, end = min(start, figure_start), max(end, figure_end)
    if end - start > PHRASE_LENGTH:
        end = max(figure_end, start + PHRASE_LENGTH)
    if end - start > PHRASE_LENGTH:
        start = min(figure_start, end - PHRASE_LENGTH)
    return start, min(end, start + PHRASE_LENGTH)


def once_each(statements: Iterable[Statement]) -> list[Statement]:
    """One of what a text says twice: a headline's number gives way to the clause's, a later mention to the first."""
    statements = list(statements)
    in_body = {(s.value, s.value_high, s.unit) for s in statements if s.locator != "title"}
    kept: list[Statement] = []
    alike: dict[tuple, list[Statement]] = defaultdict(list)
    for statement in statements:
        figure = (statement.value, statement.value_high, statement.unit, statement.kind, statement.region_code)
        is_headline = (
            statement.locator == "title" and (statement.value, statement.value_high, statement.unit) in in_body
        )
        if not is_headline and not any(_says_the_same(statement, other) for other in alike[figure]):
            kept.append(statement)
            alike[figure].append(statement)
    return kept


def _says_the_same(one: Statement, other: Statement) -> bool:
    """Whether two statements of one figure, kind and region count the same thing at the same time."""
    if one.figure_start == other.figure_start:
        return one.subject == other.subject and one.period == other.period
    if one.period is not None and other.period is not None and one.period != other.period:
        return False
    if one.value is None:
        return one.subject == other.subject
    short, long = sorted((one.subject, other.subject), key=len)
    return short == long or (len(short) >= 4 and (long.startswith(short) or long.endswith(short)))
