"""The Present page: order, words, languages, undo, files, the move to a newer release, a release that is gone."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import run
from tests.test_pinning import deck_in
from ui import deck as decks
from ui import deck_changes, deck_slides
from ui.deck import Deck, Item
from ui.example_deck import example

PAGE = "pages/present.py"


pytestmark = pytest.mark.usefixtures("release")


def opened(deck: Deck, **address: str) -> AppTest:
    return run(PAGE, {"lang": "en", "deck": decks.to_address(deck)} | address)


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=f"deck_{key}").click().run()


def test_without_a_deck_the_page_says_how_to_begin() -> None:
    app = run(PAGE, {"lang": "en"})
    assert any("Add to the presentation" in text.value for text in app.markdown)
    assert len(deck_in(press(app, "example")).items) >= 5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_slide_of_the_example_can_be_made(lang: str, release: str) -> None:
    show = deck_slides.show_of(example(release, lang))
    assert [slide.fault for slide in show.slides if slide.fault] == []
    assert show.documents
    assert len(show.sections) >= 3


def test_order_words_copy_removal_and_undo(release: str) -> None:
    app = opened(example(release, "en"))
    before = deck_in(app)
    names = [item.exhibit for item in before.items]
    press(app, "down")
    assert [item.exhibit for item in deck_in(app).items][:2] == [names[1], names[0]]
    app.text_input(key="deck_headline_1").set_value("One claim").run()
    app.text_area(key="deck_notes_1").set_value("Say this.").run()
    assert deck_in(app).items[1].headline == "One claim"
    assert deck_in(app).items[1].notes == "Say this."
    press(app, "copy")
    assert [item.lang for item in deck_in(app).items[1:3]] == ["en", "zh"]
    press(app, "remove")
    assert len(deck_in(app).items) == len(before.items)
    for _ in range(5):
        press(app, "undo")
    assert deck_in(app) == before


def test_a_deck_whose_release_is_gone_says_so_and_can_be_moved(release: str) -> None:
    app = opened(replace(example(release, "en"), release="20200101-00000000"))
    assert any("can no longer be opened" in warning.value for warning in app.warning)
    press(app, "newest")
    assert deck_in(app).release == release
    assert not any("can no longer be opened" in warning.value for warning in app.warning)
    assert any("nothing can be compared" in info.value for info in app.info)


def test_a_slide_that_cannot_be_made_is_named_and_the_rest_is_made(release: str) -> None:
    items = (Item("coverage"), Item("no_such_exhibit", headline="Gone"), Item("silent_targets", {"nonsense": "1"}))
    show = deck_slides.show_of(Deck(release, items=items))
    faults = [slide.fault for slide in show.slides if slide.fault]
    assert len(faults) == 2
    assert "Gone" in faults[0]
    assert sum(bool(slide.panels) for slide in show.slides) >= 1


def test_changes_between_releases_name_row_and_column(
    release_folder: Path, release: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second release is the first with one synthetic change, made in its file."""
    import duckdb

    shutil.copytree(release_folder / "releases", tmp_path / "releases")
    other = "20991231-00000000"
    file = tmp_path / "releases" / f"{other}.duckdb"
    shutil.copy(tmp_path / "releases" / f"{release}.duckdb", file)
    with duckdb.connect(str(file)) as connection:
        connection.execute("update verdicts set state = 'missed' where region_code = '420000' and state = 'met'")
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(tmp_path))
    deck = Deck(release, items=(Item("targets", {"by": "region", "region": "420000"}), Item("coverage")))
    changes = deck_changes.between(deck, release, other, "en")
    states = [change for change in changes if change.column == "State"]
    assert states
    assert {(change.slide, change.before, change.after) for change in states} == {(1, "● Met", "✕ Missed")}
    assert deck_changes.between(deck, release, release, "en") == []


def test_a_file_of_powerpoint_is_made_on_the_page(release: str) -> None:
    app = opened(Deck(release, items=(Item("coverage"), Item("no_such_exhibit"))))
    press(app, "make_pptx")
    assert any("no_such_exhibit" in warning.value for warning in app.warning)
    assert [button for button in app.get("download_button") if "Download" in button.proto.label]
