"""Every word of the interface and of the ETL stands translated, and no translation is left over."""

import re

import pytest
from babel.messages.pofile import read_po

import paths
from etl import words as etl_words
from ui.msgids import all_msgids

FILES = {
    "interface": (paths.LOCALE / "zh" / "LC_MESSAGES" / "messages.po", all_msgids),
    "etl": (paths.ROOT / "etl" / "locale" / "zh.po", etl_words.msgids),
}
_PLACEHOLDER = re.compile(r"\{\w+\}|%[sd]")


@pytest.fixture(params=FILES, ids=list(FILES))
def catalogue(request: pytest.FixtureRequest) -> tuple[dict[str, str], set[str]]:
    path, msgids = FILES[request.param]
    with path.open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}, msgids()


def test_nothing_is_untranslated(catalogue: tuple[dict[str, str], set[str]]) -> None:
    translated, used = catalogue
    assert sorted(used - translated.keys()) == []
    assert sorted(key for key, text in translated.items() if not text) == []


def test_nothing_is_left_over(catalogue: tuple[dict[str, str], set[str]]) -> None:
    translated, used = catalogue
    assert sorted(translated.keys() - used) == []


def test_placeholders_survive_translation(catalogue: tuple[dict[str, str], set[str]]) -> None:
    translated, _ = catalogue
    for key, text in translated.items():
        assert sorted(_PLACEHOLDER.findall(key)) == sorted(_PLACEHOLDER.findall(text)), key
