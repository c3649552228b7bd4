"""Every page in every language, with no filter, a typical one, an extreme one and a nonsense address."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import paths
from ui import filters
from ui.words import LANGUAGES

PAGES = ["app.py", *sorted(f"pages/{file.name}" for file in (paths.ROOT / "pages").glob("*.py"))]

ADDRESSES = paths.ROOT / "tests" / "addresses"


def address_of(page: str, kind: str) -> dict[str, str]:
    """What a reader might ask of a page, ``typical`` or ``extreme``: ``tests/addresses/<page>.json``."""
    file = ADDRESSES / f"{Path(page).stem}.json"
    return json.loads(file.read_text(encoding="utf-8"))[kind] if file.exists() else {}


NONSENSE = {
    "lang": "<script>",
    "release": "../../etc/passwd",
    "region": "999999",
    "indicator": "'; drop table targets; --",
    "state": "met,,x" * 40,
    "theme": "\u202e",
    "due": "NaN",
    "by": "=1+1",
    "figure": "nothing-of-the-kind",
    "unknown": "x",
}


_CHOICE = re.compile(r'choices\.(?:value|values|text|select|select_many|switch)\(\s*"(\w+)"')
# Choices that only some views of a page offer.
SOME_VIEWS = {
    "app.py": {"group", "new"},
    "pages/compare.py": {"scale"},
    "pages/data.py": {"table"},
    "pages/indicator.py": {"per"},
    "pages/programmes.py": {"list"},
}


def named_choices() -> list[tuple[str, str]]:
    """Pages and the names of the choices that their scripts offer."""
    return [(page, name) for page in PAGES for name in _CHOICE.findall((paths.ROOT / page).read_text(encoding="utf-8"))]


pytestmark = pytest.mark.usefixtures("release")


def run(page: str, address: dict[str, str]) -> AppTest:
    app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    if page != "app.py":
        app.switch_page(page)
    return app.run()


def texts(app: AppTest) -> list[str]:
    kinds = ("title", "header", "subheader", "markdown", "caption")
    return [element.value for kind in kinds for element in getattr(app, kind)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("filters", ["none", "typical", "extreme", "nonsense"])
def test_page_runs(page: str, language: str, filters: str) -> None:
    fixed = {"none": {}, "nonsense": NONSENSE}
    address = fixed[filters] if filters in fixed else address_of(page, filters)
    app = run(page, {"lang": language} | address)
    assert not app.exception
    assert not app.error
    assert app.title[0].value
    if filters == "nonsense":
        assert len(app.toast) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("name", "value"),
    {
        "region": "999999",
        "indicator": "xyz",
        "theme": "no-theme",
        "figure": "zzz",
        "release": "20000101-00000000",
        "deck": "!!",
        "as_of": "abc",
        "unknown": "x",
    }.items(),
)
def test_nonsense_is_told_and_taken_out_of_the_address(page: str, language: str, name: str, value: str) -> None:
    app = run(page, {"lang": language, name: value})
    assert not app.exception
    told = [toast.value for toast in app.toast]
    assert len(told) == 1, told
    assert name in told[0]
    assert name not in app.query_params


@pytest.mark.parametrize("page", PAGES)
def test_a_language_that_does_not_exist_is_told(page: str) -> None:
    app = run(page, {"lang": "fr"})
    assert ["fr" in toast.value for toast in app.toast] == [True]
    assert "lang" not in app.query_params


@pytest.mark.parametrize(("page", "name"), named_choices())
def test_nonsense_for_a_choice_of_a_page_is_told(page: str, name: str) -> None:
    asked = "!" * 99 if name == "search" else "no-such-thing"
    app = run(page, address_of(page, "typical") | {"lang": "en", name: asked})
    assert not app.exception
    if any(asked[:40] in toast.value for toast in app.toast):
        assert asked not in app.query_params.get(name, [])
    else:
        # A choice of another view of the page: it waits in the address until that view is chosen.
        assert name in SOME_VIEWS.get(page, ())


def test_every_name_of_the_address_is_known() -> None:
    assert {name for _page, name in named_choices()} <= filters.NAMES


@pytest.mark.parametrize("page", PAGES)
def test_english_pages_speak_no_chinese_of_their_own(page: str) -> None:
    app = run(page, {"lang": "en"})
    for text in texts(app):
        assert not any("\u4e00" <= mark <= "\u9fff" for mark in text), text


def test_a_filter_narrows() -> None:
    everything = run("pages/targets.py", {"by": "region", "region": "420000"})
    met = run("pages/targets.py", {"by": "region", "region": "420000", "state": "met"})
    assert 0 < len(met.dataframe[0].value) < len(everything.dataframe[0].value)


def test_a_figure_in_the_address_opens_its_drawer() -> None:
    app = run("pages/targets.py", {"figure": "f00074", "lang": "en"})
    assert not app.exception
    assert any("Rules and inputs" in text for text in texts(app))


def test_the_drawer_names_publisher_and_document_in_english_and_gives_the_original_title() -> None:
    app = run("pages/targets.py", {"figure": "f00074", "lang": "en"})
    clause = next(text for text in texts(app) if ":gray[Publisher]" in text)
    told = dict(line.split("]  ", 1) for line in clause.split("  \n"))
    assert not any("\u4e00" <= mark <= "\u9fff" for mark in told[":gray[Publisher"])
    assert not any("\u4e00" <= mark <= "\u9fff" for mark in told[":gray[Document"])
    assert any("\u4e00" <= mark <= "\u9fff" for mark in told[":gray[Original title"])


def test_a_figure_that_does_not_exist_is_dropped_with_a_word() -> None:
    app = run("pages/targets.py", {"figure": "f99999", "lang": "en"})
    assert "figure" not in app.query_params
    assert any("f99999" in toast.value for toast in app.toast)


def test_without_a_release_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(tmp_path))
    app = run("app.py", {"lang": "en"})
    assert "python -m etl build" in app.error[0].value


def test_empty_targets_are_told_in_words() -> None:
    app = run("pages/targets.py", address_of("pages/targets.py", "extreme") | {"lang": "en"})
    assert any("answers to these filters" in info.value for info in app.info)
