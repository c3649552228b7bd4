"""The address under which others see exactly what a reader sees now, whatever is published later."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from ui import filters
from ui.reader import Reader

# What belongs to a visit, not to the view: the opened drawer and the presentation being put together.
_OF_THE_VISIT = ("figure", "deck")


def permalink(reader: Reader, **more: str) -> str:
    """The full address of this view with language and release, on this server; ``more`` adds to it (``figure``).

    Outside a browser, where no address is known, it begins with the question mark.
    """
    chosen = {name: value for name, value in filters.current().items() if name not in _OF_THE_VISIT}
    return address(st.context.url or "", chosen | {"lang": reader.lang, "release": reader.release_id} | more)


def address(page: str, given: Mapping[str, str]) -> str:
    """A page's address with names and values, whatever it carried before."""
    return f"{page.partition('?')[0].partition('#')[0]}?{urlencode(given)}"
