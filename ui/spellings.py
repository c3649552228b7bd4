"""What a reader types to search, in every script that the documents are written in."""

from functools import cache

from opencc import OpenCC


def spellings(text: str) -> list[str]:
    """A search text as typed, in simplified and in traditional characters; the documents quote both."""
    return list(dict.fromkeys([text, *(converter(conversion).convert(text) for conversion in ("t2s", "s2t"))]))


@cache
def converter(conversion: str) -> OpenCC:
    """The converter of a conversion such as ``t2s``, loaded once."""
    return OpenCC(conversion)
