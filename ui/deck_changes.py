"""What a deck would show differently at another release: rows that came, went or say something else."""

from dataclasses import dataclass

import pandas as pd

from exports.slides.tables import printed
from ui import deck_slides
from ui.deck import Deck, Item
from ui.deck_slides import NothingToShow
from ui.exhibits import Exhibit, UnknownExhibit
from ui.reader import Reader, reader_of

CHANGES_A_SLIDE = 200


@dataclass(frozen=True)
class Change:
    """One cell that differs: the slide (from 1), its title, the row, the column, and both wordings; "" is absent."""

    slide: int
    title: str
    row: str
    column: str
    before: str
    after: str


def between(deck: Deck, old: str, new: str, lang: str) -> list[Change]:
    """Changes of all slides from one release to another, worded in a language.

    Raises:
        NoRelease: one of the two is no longer kept.
    """
    before, after = reader_of(lang, old), reader_of(lang, new)
    return [change for place, item in enumerate(deck.items, 1) for change in _of_item(place, item, before, after)]


def _of_item(place: int, item: Item, before: Reader, after: Reader) -> list[Change]:
    old, new = _exhibit(item, before), _exhibit(item, after)
    if old is None and new is None:
        return []
    shown = new or old
    if old is None or new is None:
        rows = f"{len(shown.rows)}"
        return [Change(place, shown.title, "", "", "" if old is None else rows, "" if new is None else rows)]
    return _of_rows(place, old, new)[:CHANGES_A_SLIDE]


def _exhibit(item: Item, reader: Reader) -> Exhibit | None:
    try:
        return deck_slides.exhibit_of(item, reader)
    except (NothingToShow, UnknownExhibit, TypeError, ValueError, KeyError):
        # Such an item is told of as a slide that cannot be made; it has nothing to compare.
        return None


def _of_rows(place: int, old: Exhibit, new: Exhibit) -> list[Change]:
    keys = _keys(old, new)
    columns = [column for column in new.columns if column in old.columns and column not in keys]
    names = [column for column in new.columns if column not in ("state_text",)][:1]
    before, after = (_by_key(one.rows, keys) for one in (old, new))
    changes = []
    for key in dict.fromkeys([*after, *before]):
        was, now = before.get(key), after.get(key)
        name = " · ".join(printed((now if now is not None else was)[column]) for column in names)
        if was is None or now is None:
            told = " · ".join(printed((now if was is None else was)[column]) for column in columns[:4])
            changes.append(Change(place, new.title, name, "", "" if was is None else told, "" if now is None else told))
            continue
        changes += [
            Change(place, new.title, name, new.columns[column], printed(was[column]), printed(now[column]))
            for column in columns
            if printed(was[column]) != printed(now[column])
        ]
    return changes


def _keys(old: Exhibit, new: Exhibit) -> list[str]:
    """Columns that tell the rows of both apart: the figure's id, else as few from the left as do."""
    if old.figure and old.figure == new.figure:
        return [old.figure]
    keys: list[str] = []
    for column in new.columns:
        keys.append(column)
        if not old.rows.duplicated(keys).any() and not new.rows.duplicated(keys).any():
            break
    return keys


def _by_key(rows: pd.DataFrame, keys: list[str]) -> dict[tuple, dict]:
    return {tuple(printed(row[key]) for key in keys): row for row in rows.to_dict("records")}
