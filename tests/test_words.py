"""Every word of the interface and of the ETL stands translated, and no translation is left over."""

import re
from collections import Counter

import pytest

import paths
from etl import words as etl_words
from tests.msgids import all_msgids
from ui.words import catalogues, translations

FILES = {
    "interface": (catalogues("zh"), all_msgids),
    "etl": ([paths.ROOT / "etl" / "locale" / "zh.po"], etl_words.msgids),
}
_PLACEHOLDER = re.compile(r"\{\w+\}|%[sd]")


@pytest.fixture(params=FILES, ids=list(FILES))
def catalogue(request: pytest.FixtureRequest) -> tuple[dict[str, str], set[str]]:
    files, msgids = FILES[request.param]
    return {key: text for file in files for key, text in translations(file).items()}, msgids()


def test_no_word_is_translated_in_two_files() -> None:
    counted = Counter(key for file in catalogues("zh") for key in translations(file))
    assert [key for key, times in counted.items() if times > 1] == []


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
