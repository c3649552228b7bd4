"""What stands around every page: language, menu, release line, and the one call that opens a page."""

from dataclasses import dataclass
from functools import cache

import streamlit as st

import paths
from queries import releases
from ui import exhibits, filters, named, numbers, states
from ui.deck_address import deck_of
from ui.exhibits import Choice, Exhibit
from ui.filters import Choices, current
from ui.reader import Reader, reader_of
from ui.remembered import remembered
from ui.words import LANGUAGES, Words, words

# What a page hands to the next one: who reads in which language, and from which release.
CARRIED = ("lang", "release", "region", "indicator", "theme", "deck")

_set_language = st.components.v2.component(
    "page_language",
    js="export default function({data}) { document.documentElement.lang = data.lang }",
)


@dataclass(frozen=True)
class Page:
    """An entry of the menu: the script, its English title, and the icon beside it."""

    script: str
    title: str
    icon: str


# The English titles are translated like all words; a page appears in the menu once its script exists.
MENU = {
    "overview": Page("app.py", "Overview", ":material/dashboard:"),
    "targets": Page("pages/targets.py", "Targets and actuals", ":material/flag:"),
    "compare": Page("pages/compare.py", "Compare", ":material/compare_arrows:"),
    "region": Page("pages/region.py", "Region", ":material/location_on:"),
    "indicator": Page("pages/indicator.py", "Indicator", ":material/monitoring:"),
    "programmes": Page("pages/programmes.py", "Programmes", ":material/description:"),
    "data": Page("pages/data.py", "Data", ":material/table:"),
    "present": Page("pages/present.py", "Present", ":material/slideshow:"),
    "documents": Page("pages/documents.py", "Read a document", ":material/find_in_page:"),
}


@dataclass(frozen=True)
class View(Reader):
    """What a page knows of its reader: language, words, release, day of judgement; the page's key and the choices."""

    key: str
    choices: Choices

    def exhibit(self, name: str, **choices: Choice) -> Exhibit | None:
        """An exhibit of ``ui/exhibits/`` for this reader; None where there is nothing to show."""
        return exhibits.build(name, self, **choices)

    def link(self, page: str, label: str, icon: str | None = None, **choices: str | None) -> None:
        """A link to another page that keeps the reader's language, release and what they look at."""
        kept = {name: value for name, value in current().items() if name in CARRIED}
        mark = filters.FOLLOWED if page == self.key else {}
        given = {name: value for name, value in (kept | choices | mark).items() if value}
        st.page_link(MENU[page].script, label=label, icon=icon, query_params=given)


def open_page(key: str) -> View:
    """Open a page: its title, language, menu and release; the first line of every page script."""
    filters.arrive()
    choices = Choices()
    lang = choices.value("lang", list(LANGUAGES), "zh")
    _ = words(lang)
    st.set_page_config(
        page_title=f"{_(MENU[key].title)} · {_('Quality Scoreboard')}",
        page_icon=str(paths.ROOT / "ui" / "icon.png"),
        layout="wide",
    )
    _set_language(data={"lang": "zh-CN" if lang == "zh" else "en"}, key="page_language")
    release_id = _release(choices, _)
    view = View(lang, _, release_id, reader_of(lang, release_id).as_of, key, choices)
    _menu(view)
    return view


def close_page(view: View) -> None:
    """Tell what was dropped from the address, and how to cite the release; the last line of every page script."""
    _ = view.words
    view.choices.tidy(
        {
            "region": lambda: remembered(named.regions, view),
            "indicator": lambda: remembered(named.indicators, view),
            "theme": lambda: states.THEMES,
        }
    )
    for name in view.choices.unknown:
        st.toast(_("“{name}” in the address means nothing here and was left out.").format(name=name[:40]))
    for name, value in view.choices.dropped:
        st.toast(_("“{value}” is not a choice for “{name}” and was left out.").format(name=name, value=value[:40]))
    st.divider()
    st.caption(
        _("Release {release}, as of {day}. Every figure leads to its document; unknown stays unknown.").format(
            release=view.release_id, day=numbers.day(view.as_of, view.lang)
        )
    )


def _release(choices: Choices, _: Words) -> str:
    folder = paths.build_folder()
    try:
        newest = releases.current(folder)
    except releases.NoRelease:
        st.error(_("No release has been built yet. Run “python -m etl build”, then reload this page."))
        st.stop()
    return choices.value("release", releases.ids(folder), newest) or newest


@cache
def _pages() -> list[str]:
    """Keys of the menu's pages that there are."""
    return [key for key, page in MENU.items() if (paths.ROOT / page.script).exists()]


def _menu(view: View) -> None:
    _ = view.words
    with st.sidebar:
        st.markdown(f"### {_('Quality Scoreboard')}")
        st.caption(_("What quality programmes promised, and what was published of it"))
        pinned = len(deck_of(view.choices).items)
        for key in _pages():
            count = f" · {pinned}" if key == "present" and pinned else ""
            view.link(key, _(MENU[key].title) + count, icon=MENU[key].icon)
        st.space("small")
        view.choices.switch("lang", _("Language"), list(LANGUAGES), LANGUAGES.get, "zh")
