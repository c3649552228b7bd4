"""The reader's language: gettext words, and the names that go with codes."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

import paths

LANGUAGES = {"zh": "中文", "en": "English"}

Words = Callable[[str], str]


@cache
def words(language: str) -> Words:
    """English text in, the language's text out; a word without translation raises ``KeyError`` (a test finds them)."""
    if language == "en":
        return str
    return {key: text for file in catalogues(language) for key, text in translations(file).items()}.__getitem__


def catalogues(language: str) -> list[Path]:
    """The ``.po`` files of a language, one a room of the house, sorted."""
    return sorted((paths.LOCALE / language / "LC_MESSAGES").glob("*.po"))


def translations(file: Path) -> dict[str, str]:
    """English text to the language's text, as one catalogue has it."""
    with file.open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}


def plain(text: object) -> str:
    """Text of a document as it stands: what looks like Markdown in it is not."""
    return str(text).replace("\\", "\\\\").translate({ord(mark): f"\\{mark}" for mark in "*_[]`$#<>~:|"})
