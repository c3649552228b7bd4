"""Every exhibit, in both languages: made again from its name and choices, worded, drawn, and leading to its figures."""

import json

import pytest

import paths
from charts.style import FONTS, LATIN_FONTS, QUIET
from ui import exhibits
from ui.frame import MENU
from ui.reader import reader_of
from ui.words import LANGUAGES

CHOICES = paths.ROOT / "tests" / "exhibit_choices"


def choices_of(name: str) -> list[dict]:
    """Choices to try an exhibit with: ``tests/exhibit_choices/<name>.json``; without a file, none at all."""
    file = CHOICES / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else [{}]


CASES = [(name, choices) for name in exhibits.names() for choices in choices_of(name)]


pytestmark = pytest.mark.usefixtures("release")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "choices"), CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)])
def test_exhibit(name: str, choices: dict, lang: str, release: str) -> None:
    made = exhibits.build(name, reader_of(lang, release), **choices)
    assert made is not None
    assert made.page in MENU
    assert made.title
    assert made.takeaway
    assert {*made.columns, *made.file_columns} <= {*made.rows.columns}
    assert not made.rows.empty
    assert made.table.num_rows == min(len(made.rows), exhibits.ROWS_ON_SCREEN)
    if made.figure:
        known = made.rows[made.figure].dropna()
        assert not known.empty
        figure = reader_of(lang, release).fetch("figure_source", figure_id=str(known.iloc[0]))
        assert len(figure) == 1
        assert {"source_title", "locator", "phrase"} <= {*(made.file_columns or made.columns)}
    if made.chart:
        assert made.spec["title"]["text"] == made.title
        assert made.spec["config"]["font"] == (FONTS if lang == "zh" else LATIN_FONTS)
        assert QUIET not in made.drawing_on_dark
        assert sum(len(rows) for rows in made.spec["datasets"].values()) <= 2000
    again = exhibits.build(made.name, reader_of(lang, release), **made.choices)
    assert again.title == made.title
    assert again.rows.equals(made.rows)


def test_unknown_exhibit_is_refused(release: str) -> None:
    with pytest.raises(exhibits.UnknownExhibit):
        exhibits.build("../app", reader_of("zh", release))
