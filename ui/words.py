"""The reader's language: gettext words, and the names that go with codes."""

from collections.abc import Callable
from functools import cache

from babel.messages.pofile import read_po

import paths

LANGUAGES = {"zh": "中文", "en": "English"}

Words = Callable[[str], str]


@cache
def words(language: str) -> Words:
    """English text in, the language's text out; a word without translation raises ``KeyError`` (a test finds them)."""
    if language == "en":
        return str
    with (paths.LOCALE / language / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        translated = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    return translated.__getitem__
