"""What is shown of one question: its rows, its picture, its words. Pages, files and slides all take it from here.

One module an exhibit, found by listing this folder. A module has ``build(reader, **choices) -> Exhibit | None``; its
choices carry the names and the values of the address, so that an exhibit can be made again anywhere from its name, its
choices, a release and a language. None means that there is nothing to show for these choices.
"""

import importlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

import pandas as pd
import pyarrow as pa
import streamlit as st

import paths
from exports.telling import Told
from ui import table_widths
from ui.reader import Reader, reader_of

Choice = str | list[str] | None
# What the screen is sent of a long table; the files hold all of it.
ROWS_ON_SCREEN = 1_000


@dataclass(frozen=True)
class Exhibit:
    """One picture with its table, or a table alone.

    Attributes:
        page: key of the page that shows it.
        title: says what is shown.
        takeaway: says what is seen, in one or two sentences; also the picture's text alternative. Plain text that keeps
            which figure each number in it comes from (``Told``); given as text with its numbers marked.
        rows: exactly the rows shown; raw columns and their wordings side by side.
        columns: column of ``rows`` to heading, as on the screen.
        file_columns: column of ``rows`` to heading, as in files; empty means as on the screen.
        figure: column of ``rows`` with the id of each row's figure, which opens its source.
        chart: name of the builder in ``charts/``; None for a table alone.
        drawn: the builder's rows.
        chart_words: the builder's words.
        interactive: name of the builder in ``charts/interactive/`` whose Plotly figure a page shows in the place of the
            picture; it takes the same rows and words. Files and slides take ``chart``, which needs no browser.
        subject: what the rows are about (a region, an indicator), for file names; may be empty.
        chooses: a name of the address and the column of ``rows`` with its value: selecting a row chooses it there.
        notes: what must be told beside the figures (comparability); printed in the picture and in every file.
        notes_status: how the notes are to be taken: ``green``, ``amber`` or ``refused``.
        name, choices: what it was made from; ``build`` of this package fills them in.
    """

    page: str
    title: str
    takeaway: Told | str
    rows: pd.DataFrame
    columns: Mapping[str, str]
    file_columns: Mapping[str, str] = field(default_factory=dict)
    figure: str | None = None
    chart: str | None = None
    drawn: pd.DataFrame | None = None
    chart_words: Mapping[str, str] = field(default_factory=dict)
    interactive: str | None = None
    chooses: tuple[str, str] | None = None
    subject: str = ""
    notes: tuple[str, ...] = ()
    notes_status: str = "amber"
    name: str = ""
    choices: Mapping[str, Choice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "takeaway", Told.of(self.takeaway))

    @cached_property
    def spec(self) -> dict | None:
        """The picture as a Vega-Lite specification with its data and its notes inside; None for a table alone."""
        if self.chart is None:
            return None
        picture = importlib.import_module(f"charts.{self.chart}").build(self.drawn, dict(self.chart_words))
        # The tests hold every builder against the schema of Vega-Lite; a visitor need not wait for that.
        return importlib.import_module("charts.style").with_notes(picture.to_dict(validate=False), self.notes)

    @cached_property
    def drawing(self) -> str:
        """``spec`` without its data, as JSON, its title broken where a screen is narrow."""
        if self.spec is None:
            return "{}"
        spec = importlib.import_module("charts.style").for_any_width(self.spec)
        return json.dumps({key: part for key, part in spec.items() if key != "datasets"})

    @cached_property
    def table(self) -> pa.Table:
        """The rows as the screen shows them, at most ``ROWS_ON_SCREEN``, in the form that is sent there."""
        return pa.Table.from_pandas(self.rows.head(ROWS_ON_SCREEN)[list(self.columns)], preserve_index=False)

    @cached_property
    def screen(self) -> dict[str, int | None]:
        """The columns that a page shows and their widths in pixels; None for the one that takes what is left."""
        return table_widths.widths(self.rows, self.columns, self._room)

    @property
    def scrolls(self) -> bool:
        """Whether the columns that a page shows need more room than it has."""
        return table_widths.overflows(self.screen, self._room)

    @property
    def _room(self) -> int:
        return table_widths.ROOM - (table_widths.BOXES if self.figure or self.chooses else 0)

    @cached_property
    def figures(self) -> list[str]:
        """The id of each row's figure, empty for a row without one; only where ``figure`` is set."""
        return list(self.rows[self.figure].fillna(""))

    @cached_property
    def datasets(self) -> dict[str, pa.Table]:
        """The data of ``spec``, in the form that is sent to the screen."""
        data = (self.spec or {}).get("datasets", {})
        return {name: pa.Table.from_pandas(pd.DataFrame(rows), preserve_index=False) for name, rows in data.items()}

    @cached_property
    def plotly(self) -> dict | None:
        """The figure that a page shows in the place of the picture; None where the picture itself is shown."""
        if self.interactive is None:
            return None
        return importlib.import_module(f"charts.interactive.{self.interactive}").build(
            self.drawn, dict(self.chart_words)
        )

    @cached_property
    def drawing_on_dark(self) -> str:
        """``drawing`` in the colours of a dark page; files are always drawn for white paper."""
        return _on_dark(self.drawing)

    @cached_property
    def datasets_on_dark(self) -> dict[str, pa.Table]:
        """``datasets`` in the colours of a dark page."""
        data = json.loads(_on_dark(json.dumps((self.spec or {}).get("datasets", {}))))
        return {name: pa.Table.from_pandas(pd.DataFrame(rows), preserve_index=False) for name, rows in data.items()}

    @cached_property
    def plotly_on_dark(self) -> dict | None:
        """``plotly`` in the colours of a dark page."""
        return json.loads(_on_dark(json.dumps(self.plotly)))

    @property
    def key(self) -> str:
        """Tells this exhibit from the same one with other choices."""
        return f"{self.name}_{zlib.crc32(repr(sorted(self.choices.items())).encode()):08x}"

    @property
    def stem(self) -> str:
        """What its files are called, without release and ending."""
        return f"{self.name}_{self.subject}".rstrip("_").replace("/", "_")


def _on_dark(drawing: str) -> str:
    return importlib.import_module("charts.style").on_dark(drawing)


class UnknownExhibit(LookupError):
    """No module of that name lies in ``ui/exhibits/``."""


@cache
def names() -> list[str]:
    """The name of every exhibit, sorted."""
    return sorted(file.stem for file in paths.EXHIBITS.glob("*.py") if file.stem != "__init__")


def build(name: str, reader: Reader, **choices: Choice) -> Exhibit | None:
    """An exhibit for a reader, remembered by release, language and choices; shared by visitors, so never change it.

    Raises:
        UnknownExhibit: no such module.
        NoRelease: the release is no longer kept, and what is asked is not remembered.
        TypeError: a choice that the exhibit does not take.
    """
    if name not in names():
        raise UnknownExhibit(name)
    given = {key: value if isinstance(value, str) else list(value) for key, value in sorted(choices.items()) if value}
    # The folder is part of the question: the same release id may stand in two.
    question = (name, str(paths.build_folder()), reader.release_id, reader.lang, given)
    return _built(repr(question), lambda: _make(name, reader.release_id, reader.lang, given))


# Remembered by the question alone, one text: Streamlit would take each argument's name and fingerprint apart.
@st.cache_resource(max_entries=400, show_spinner=False)
def _built(question: str, _build: Callable[[], Exhibit | None]) -> Exhibit | None:
    return _build()


def _make(name: str, release_id: str, lang: str, choices: Mapping[str, Choice]) -> Exhibit | None:
    made = importlib.import_module(f"ui.exhibits.{name}").build(reader_of(lang, release_id), **choices)
    if made is not None:
        made.__dict__.update(name=name, choices=choices)
    return made
