"""The reader's choices: the address is the state, and this module alone reads and writes it.

Each run takes the choices from the address, lays them into the widgets' state, and a widget that is moved writes the
address before the run begins. So a deep link, a reload, the browser's back button and a language switch all show what
the address says.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

_PREFIX = "choice_"
_SEPARATOR = ","
_ABSENT = ""
_LONGEST_TEXT = 60
_PAGE = "page"
# The mark of a link to the page that it stands on.
FOLLOWED = {"followed": "1"}
# Said of a list that has a default and was emptied.
_NONE = "none"
# Every name that some page gives a meaning; a test finds one that is missing here or that no page reads.
NAMES = frozenset(
    [
        "against",
        "by",
        "deck",
        "due",
        "figure",
        "from",
        "group",
        "indicator",
        "indicators",
        "kind",
        "lang",
        "level",
        "list",
        "new",
        "order",
        "page",
        "part",
        "per",
        "programme",
        "quality",
        "region",
        "regions",
        "release",
        "scale",
        "search",
        "slide",
        "state",
        "table",
        "theme",
        "to",
        "view",
        "year",
    ]
)


@dataclass
class Choices:
    """The address of one run, checked value by value.

    ``dropped`` collects what the address asked for and does not exist, as (name, value), to be told to the reader;
    ``unknown`` the names that no page knows.
    """

    dropped: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def tidy(self, carried: Mapping[str, Callable[[], Container[str]]]) -> None:
        """Take out of the address what does not exist; the last thing before it is told to the reader.

        Args:
            carried: names that a link hands on to every page, with what gives their options; a page that reads such a
                name has checked it by its own options, and the others check it here.
        """
        for name, options in carried.items():
            asked = [part for part in st.query_params.get(name, _ABSENT).split(_SEPARATOR) if part]
            for part in asked:
                if part not in options():
                    self._drop(name, part)
        for name, value in self.dropped:
            whole = st.query_params.get(name, _ABSENT)
            kept = [] if value == whole else [part for part in whole.split(_SEPARATOR) if part != value]
            put(name, _SEPARATOR.join(kept))
        self.unknown += [name for name in current() if name not in NAMES]
        for name in self.unknown:
            put(name, None)

    def value(self, name: str, options: Sequence[str], default: str | None = None) -> str | None:
        """The chosen option of a name in the address; the default where there is none or it does not exist."""
        asked = st.query_params.get(name, _ABSENT)
        if asked == _ABSENT:
            return default
        if asked in options:
            return asked
        self._drop(name, asked)
        return default

    def values(
        self, name: str, options: Sequence[str], at_most: int | None = None, default: Sequence[str] = ()
    ) -> list[str]:
        """The chosen options of a name that may have several, in the address's order."""
        if default and st.query_params.get(name) == _NONE:
            return []
        asked = [part for part in st.query_params.get(name, _ABSENT).split(_SEPARATOR) if part]
        if not asked:
            return list(default)
        known = list(dict.fromkeys(part for part in asked if part in options))
        kept = known[:at_most]
        for part in asked:
            if part not in kept:
                self._drop(name, part)
        return kept

    def pattern(self, name: str, expression: str) -> str | None:
        """The value of a name if it has the given form; whether it exists is for the caller to find out."""
        asked = st.query_params.get(name, _ABSENT)
        if asked == _ABSENT or re.fullmatch(expression, asked):
            return asked or None
        self._drop(name, asked)
        return None

    def drop(self, name: str) -> None:
        """Take a value that turned out not to exist from the address, and remember to say so."""
        self._drop(name, st.query_params.get(name, _ABSENT))

    def _drop(self, name: str, value: str) -> None:
        if (name, value) not in self.dropped:
            self.dropped.append((name, value))

    def text(self, name: str, label: str, placeholder: str | None = None) -> str | None:
        """A field to type a text to search for; None where it is empty."""
        asked = " ".join(st.query_params.get(name, _ABSENT).split())
        if len(asked) > _LONGEST_TEXT:
            self.drop(name)
            asked = _ABSENT
        st.session_state[_PREFIX + name] = asked
        typed = st.text_input(
            label,
            key=_PREFIX + name,
            placeholder=placeholder,
            max_chars=_LONGEST_TEXT,
            icon=":material/search:",
            on_change=_write,
            args=(name,),
        )
        return typed.strip() or None

    def page(self, pages: int) -> int:
        """Which page of a long list is read, from 1; the first where the address names none or one that is not."""
        return int(self.value(_PAGE, [str(number) for number in range(1, pages + 1)], "1"))

    def turn_pages(self, pages: int) -> None:
        """Buttons that turn the pages of a long list; nothing where there is only one."""
        if pages > 1:
            page = self.page(pages)
            # These buttons take their page as a default only, so each page has buttons of its own.
            key = f"{_PREFIX}{_PAGE}_{page}_of_{pages}"
            st.pagination(pages, default=page, key=key, on_change=_turn, args=(key,))

    def select(
        self,
        name: str,
        label: str,
        options: Sequence[str],
        shown: Callable[[str], str],
        default: str | None = None,
        placeholder: str | None = None,
    ) -> str | None:
        """A list to choose one from; without a default it may stay empty."""
        chosen = self.value(name, options, default)
        st.session_state[_PREFIX + name] = chosen
        return st.selectbox(
            label,
            options,
            # With a default there is nothing to clear to.
            index=None if default is None else 0,
            format_func=shown,
            key=_PREFIX + name,
            placeholder=placeholder,
            on_change=_write,
            args=(name,),
        )

    def select_many(
        self,
        name: str,
        label: str,
        options: Sequence[str],
        shown: Callable[[str], str],
        placeholder: str | None = None,
        at_most: int | None = None,
        default: Sequence[str] = (),
    ) -> list[str]:
        """A list to choose several from; empty means all, or with a default none."""
        st.session_state[_PREFIX + name] = self.values(name, options, at_most, default)
        return st.multiselect(
            label,
            options,
            format_func=shown,
            key=_PREFIX + name,
            placeholder=placeholder,
            max_selections=at_most,
            on_change=_write,
            args=(name, _NONE if default else None),
        )

    def button(self, name: str, label: str, chosen: Sequence[str], icon: str | None = None) -> None:
        """A button that lays options of a name into the address; a link to the page one is on would do nothing."""
        value = _SEPARATOR.join(chosen)
        st.button(label, key=f"{_PREFIX}{name}_{label}", icon=icon, on_click=put, args=(name, value))

    def switch(self, name: str, label: str, options: Sequence[str], shown: Callable[[str], str], default: str) -> str:
        """A row of buttons of which exactly one is down."""
        st.session_state[_PREFIX + name] = self.value(name, options, default)
        return st.segmented_control(
            label,
            options,
            required=True,
            format_func=shown,
            key=_PREFIX + name,
            on_change=_write,
            args=(name,),
        )


def arrive() -> None:
    """Write the address that a link to the page itself asked for; the first thing that a page does.

    Streamlit runs the page with the link's parameters, but leaves the browser's address as it was (1.67): only a change
    of a parameter writes it. So such a link carries a mark, and taking the mark out writes the rest.
    """
    for name in FOLLOWED:
        put(name, None)


def current() -> dict[str, str]:
    """The whole address of this view as name and value, to be handed on by a link."""
    return {name: st.query_params[name] for name in st.query_params}


def put(name: str, value: str | None) -> None:
    """Write one value into the address; None takes the name out of it."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def offer(name: str, identifiers: Sequence[str], chosen: str = "figure") -> dict[str, object]:
    """Arguments that let a table's selected row name itself in the address: ``?figure=`` opens its drawer."""
    return {
        "key": _PREFIX + name,
        "on_select": lambda: _put_selected(name, identifiers, chosen),
        "selection_mode": "single-row",
    }


def offer_points(name: str) -> dict[str, object]:
    """Arguments that let a picked mark of a chart name its figure in the address, which opens its drawer."""
    return {"key": _PREFIX + name, "on_select": lambda: _put_picked(name)}


def offer_links(name: str) -> dict[str, object]:
    """Arguments that let a followed number of a sentence name its figure in the address, which opens its drawer."""
    return {"key": _PREFIX + name, "on_figure_change": lambda: put("figure", st.session_state[_PREFIX + name].figure)}


def _put_picked(name: str) -> None:
    for marks in st.session_state[_PREFIX + name]["selection"].values():
        if marks:
            put("figure", marks[0]["figure_id"])


def _put_selected(name: str, identifiers: Sequence[str], chosen: str) -> None:
    rows = st.session_state[_PREFIX + name]["selection"]["rows"]
    if rows:
        put(chosen, identifiers[rows[0]])


def _turn(key: str) -> None:
    put(_PAGE, str(st.session_state[key]))


def _write(name: str, emptied: str | None = None) -> None:
    if name != _PAGE:
        # Other rows: they are read from their first page.
        put(_PAGE, None)
    chosen = st.session_state[_PREFIX + name]
    put(name, (_SEPARATOR.join(chosen) or emptied) if isinstance(chosen, list) else chosen)
