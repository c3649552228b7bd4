"""Texts that a spreadsheet would run as a formula, made harmless and back again."""

import re

import pyarrow as pa
import pyarrow.compute as pc

# OWASP ASVS 1.2.10, CR and LF, and the full-width forms that a Chinese keyboard types. A text that begins with
# apostrophes and then one of these gets one more, so that taking one away always gives back what was there.
_RUNS = r"^'*[=+\-@\t\r\n\x00＝＋－＠]"
_GUARDED = re.compile("'" + _RUNS[1:])
_TO_GUARD = re.compile(_RUNS)


def guard(cell: object) -> object:
    """A text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and _TO_GUARD.match(cell) else cell


def unguard(text: str) -> str:
    """The text as it was before ``guard``."""
    return text[1:] if _GUARDED.match(text) else text


def runs(text: str) -> bool:
    """Whether a spreadsheet might run a text."""
    return _TO_GUARD.match(text) is not None


def guard_texts(texts: pa.Array) -> pa.Array:
    """``guard`` for a whole column of Arrow strings."""
    to_guard = pc.match_substring_regex(texts, _RUNS)
    if not pc.any(to_guard).as_py():
        return texts
    return pc.if_else(to_guard, pc.binary_join_element_wise(pa.scalar("'", texts.type), texts, ""), texts)
