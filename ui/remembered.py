"""What is worked out from a release once and shared by all visitors."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

import paths
from ui.reader import Reader

Made = TypeVar("Made")


def remembered(make: Callable[..., Made], reader: Reader, *asked: object) -> Made:
    """What ``make(reader, *asked)`` returns, remembered by release, language and what is asked; so never change it.

    Args:
        asked: texts, numbers and lists of them, which their ``repr`` tells apart.
    """
    question = (make.__module__, make.__qualname__, str(paths.build_folder()), reader.release_id, reader.lang, asked)
    return _made(repr(question), lambda: make(reader, *asked))


@st.cache_resource(max_entries=400, show_spinner=False)
def _made(question: str, _make: Callable[[], Made]) -> Made:
    return _make()
