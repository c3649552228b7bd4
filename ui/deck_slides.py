"""From a deck to what its slides hold: each exhibit made again, its rows shared out to slides, its figures' sources."""

import importlib
import logging
from collections.abc import Callable

import pandas as pd

from exports.slides import native, tables
from exports.slides.content import Panel, Show, Slide
from exports.slides.measuring import even_parts
from ui import evidence, exhibits, headings, method
from ui.bilingual import in_both_languages
from ui.deck import Deck, Item
from ui.exhibits import Exhibit
from ui.frame import MENU
from ui.reader import Reader, reader_of
from ui.words import Words, words

log = logging.getLogger("quality_scoreboard.slides")

SLIDES_AN_ITEM = 6

Progress = Callable[[int, int], None]


class NothingToShow(LookupError):
    """The exhibit has no rows for its choices in this release."""


def show_of(deck: Deck, progress: Progress | None = None) -> Show:
    """The deck with everything that its slides say; what cannot be made becomes a slide that says so.

    Raises:
        NoRelease: the deck's release is no longer kept.
    """
    langs = languages(deck)
    readers = {lang: reader_of(lang, deck.release) for lang in ("zh", "en")}
    slides: list[Slide] = []
    for place, item in enumerate(deck.items):
        slides += _slides(deck, item, place, readers)
        if progress:
            progress(place + 1, len(deck.items))
    frame = readers[langs[0]]
    cited = [one.figure_id for slide in slides for panel in slide.panels for one in panel.evidence]
    cited += [figure for slide in slides for line in slide.headlines for figure in line.figures]
    return Show(
        title=deck.title or _both(langs, default_title),
        subtitle="\n".join(headings.footer(readers[lang]) for lang in langs),
        lang=deck.lang,
        footer=_footer([readers[lang] for lang in langs]),
        slides=tuple(slides),
        method=tuple(text for lang in langs for text in method.paragraphs(words(lang))),
        documents=tuple(evidence.documents(frame, cited)),
        words=_fixed_words(langs),
    )


def languages(deck: Deck) -> tuple[str, ...]:
    """Languages of the deck's own slides."""
    return ("zh", "en") if deck.lang == "both" else (deck.lang,)


def _footer(readers: list[Reader]) -> str:
    if len(readers) == 1:
        return headings.footer(readers[0])
    names = " / ".join(reader.words("Quality Scoreboard") for reader in readers)
    return f"{names} · {readers[0].release_id} · {readers[0].as_of.isoformat()}"


def default_title(_: Words) -> str:
    """What a deck without a title is called."""
    return _("Quality programmes: promised and achieved")


def exhibit_of(item: Item, reader: Reader) -> Exhibit:
    """The exhibit of an item.

    Raises:
        NothingToShow: no rows for its choices in this release.
        UnknownExhibit, TypeError, ValueError: the item names an exhibit or a choice that does not exist.
    """
    made = exhibits.build(item.exhibit, reader, **item.choices)
    if made is None:
        raise NothingToShow(item.exhibit)
    return made


def name_of(item: Item, place: int, _: Words) -> str:
    """How an item is called where it cannot be shown."""
    return _("Slide {number}").format(number=place + 1) + f" ({item.headline or item.exhibit})"


def _slides(deck: Deck, item: Item, place: int, readers: dict[str, Reader]) -> list[Slide]:
    langs = {"pinned": (item.lang,), "both": ("zh", "en")}.get(deck.spoken, (deck.spoken,))
    _ = words(langs[0])
    section = " / ".join(dict.fromkeys(_section(item, words(lang)) for lang in langs))
    try:
        made = [exhibit_of(item, readers[lang]) for lang in langs]
        if len(made) > 1:
            made = in_both_languages(*made)
        pages = [_panels(item, one, readers[lang]) for lang, one in zip(langs, made, strict=False)]
    except NothingToShow:
        told = _("{slide}: there is nothing to show for its choices in release {release}.")
        return [Slide((), section, fault=told.format(slide=name_of(item, place, _), release=deck.release))]
    except Exception as fault:  # whatever it is: this slide tells it, the others are made
        log.exception("slide %d, exhibit “%s”", place + 1, item.exhibit)
        told = _("{slide}: it could not be made ({reason}).")
        return [Slide((), section, fault=told.format(slide=name_of(item, place, _), reason=type(fault).__name__))]
    count = min(len(one) for one in pages)
    return [
        Slide(tuple(one[page] for one in pages), section, page + 1, count, item.notes if page == 0 else "")
        for page in range(count)
    ]


def _section(item: Item, _: Words) -> str:
    return _(MENU[item.page].title) if item.page in MENU else ""


def _panels(item: Item, made: Exhibit, reader: Reader) -> list[Panel]:
    """One panel a page of rows."""
    if made.chart is None:
        parts = tables.pages(made.rows, made.columns)
        pages = [(made.rows.iloc[part], None) for part in parts]
    else:
        pages = [(_rows_behind(made, drawn), drawn) for drawn in _pages_drawn(made)]
    left_out = sum(len(rows if drawn is None else drawn) for rows, drawn in pages[SLIDES_AN_ITEM:])
    told = _cautions(made, reader, left_out)
    return [_panel(item, made, reader, rows, drawn, told) for rows, drawn in pages[:SLIDES_AN_ITEM]]


def _pages_drawn(made: Exhibit) -> list[pd.DataFrame]:
    spread = native.row_column(made.chart)
    if spread is None:
        return [made.drawn]
    column, at_most = spread
    names = list(dict.fromkeys(made.drawn[column]))
    return [made.drawn[made.drawn[column].isin(names[part])] for part in even_parts(len(names), at_most)]


def _rows_behind(made: Exhibit, drawn: pd.DataFrame) -> pd.DataFrame:
    if made.figure and "figure_id" in drawn:
        return made.rows[made.rows[made.figure].isin(drawn["figure_id"])]
    return made.rows


def _panel(
    item: Item, made: Exhibit, reader: Reader, rows: pd.DataFrame, drawn: pd.DataFrame | None, told: tuple[str, ...]
) -> Panel:
    if drawn is not None and "figure_id" in drawn:
        shown = list(drawn["figure_id"].dropna())
    else:
        shown = list(rows[made.figure].dropna()) if made.figure and made.chart is None else []
    found = evidence.of_figures(reader, [str(identifier) for identifier in shown])
    return Panel(
        lang=reader.lang,
        headline=item.headline or made.takeaway,
        title=made.title,
        alt=made.takeaway,
        rows=rows,
        columns=dict(made.columns),
        chart=made.chart,
        drawn=drawn,
        whole=made.rows if drawn is None else made.drawn,
        words=dict(made.chart_words) | {"lang": reader.lang},
        spec=None if drawn is None else spec_of(made, drawn),
        cautions=told,
        source=_source(reader, found),
        evidence=found,
    )


def spec_of(made: Exhibit, drawn: pd.DataFrame) -> dict:
    """An exhibit's picture with some of its rows."""
    return importlib.import_module(f"charts.{made.chart}").build(drawn, dict(made.chart_words)).to_dict()


def _cautions(made: Exhibit, reader: Reader, left_out: int) -> tuple[str, ...]:
    _ = reader.words
    told = list(made.notes)
    if made.figure and made.drawn is not None and len(made.drawn) < len(made.rows):
        told.append(
            _("{drawn} of {total} rows have a figure that can be drawn.").format(
                drawn=len(made.drawn), total=len(made.rows)
            )
        )
    if left_out:
        told.append(
            _("{count} more rows do not fit on these slides; the page and its CSV hold them.").format(count=left_out)
        )
    return tuple(told)


def _source(reader: Reader, found: tuple) -> str:
    """The documents of a slide in one line."""
    _ = reader.words
    titles = list(dict.fromkeys(one.document for one in found))
    if not titles:
        return _("Source: counted over the collection, release {release}").format(release=reader.release_id)
    named = [f"《{title.strip('《》')}》" if reader.lang == "zh" else title for title in titles[:2]]
    first = _("; ").join(named)
    if len(titles) <= 2:
        return _("Source: {titles}").format(titles=first)
    return _("Source: {titles} and {count} more, listed at the end").format(titles=first, count=len(titles) - 2)


def _both(langs: tuple[str, ...], text: Callable[[Words], str]) -> str:
    return "\n".join(text(words(lang)) for lang in langs)


def _fixed_words(langs: tuple[str, ...]) -> dict[str, str]:
    return {name: " / ".join(_frame_words(words(lang))[name] for lang in langs) for name in _frame_words(str)}


def _frame_words(_: Words) -> dict[str, str]:
    return {
        "method": _("How the targets are judged"),
        "sources": _("Documents cited"),
        "speech": _("Speaker's notes"),
        "shows": _("What this shows"),
        "figure": _("Figure"),
        "document": _("Document"),
        "words": _("Words"),
        "data": _("Data"),
        "next": _("Next slide"),
        "back": _("Slide before"),
        "full_screen": _("Full screen"),
        "notes_window": _("Notes in a second window"),
        "light_dark": _("Light or dark"),
        "figures_sources": _("Sources of the figures on this slide"),
        "no_figures": _("This slide shows counts over the whole collection."),
        "close": _("Close"),
        "end": _("End of the presentation"),
        "elapsed": _("Elapsed"),
        "restart": _("Start the clock again"),
        "keys": _(
            "Arrows, space, Page Up / Page Down: move · Home / End · F: full screen · N: notes · S: sources · "
            "D: light or dark · B: black · Esc: close"
        ),
        "blocked": _("The browser blocked the second window; allow it for this page and press N again."),
    }
