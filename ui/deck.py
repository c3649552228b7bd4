"""A deck: the exhibits somebody wants to present, in order; small enough to live in the address and in a mail."""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ui.exhibits import Choice
from ui.words import Words

ITEMS_AT_MOST = 100
FORMAT = "quality-scoreboard-deck"
VERSION = 1
# In which language the slides speak: each in the one it was pinned in, all in one, or both side by side.
SPOKEN = ("pinned", "zh", "en", "both")

TITLE_AT_MOST = 120
HEADLINE_AT_MOST = 400
NOTES_AT_MOST = 6_000
# A deck of 100 slides with long notes; more than this is no deck, and a small text must not unpack to a huge one.
_BYTES_AT_MOST = 1_000_000


# What can be wrong with a text or file that should be a deck.
FAULTS = {
    "too_large": "larger than {limit} bytes",
    "not_json": "not a JSON file",
    "not_an_address": "the address was changed on its way",
    "cut_short": "the address is cut short or too large",
    "not_a_deck": "“format” must be “{format}” and “items” a list",
    "unknown_version": "version {version} is not known here; this is {known}",
    "too_many": "{count} slides; {limit} at most",
    "no_exhibit": "{where}: must be an object with “exhibit”",
    "bad_choices": "{where}: “choices” must map names to texts or lists of texts",
    "bad_text": "{where}: “{key}” must be a text of at most {limit} characters",
    "not_allowed": "{where}: “{key}” must be one of {allowed}",
}


class DeckFault(ValueError):
    """A text or file that is no deck; the message says where and what is expected."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(FAULTS[code].format(**values))
        self.code, self.values = code, values

    def told(self, words: Words) -> str:
        """The message in the reader's language."""
        return words(FAULTS[self.code]).format(**self.values)


@dataclass(frozen=True)
class Item:
    """One pinned exhibit.

    Attributes:
        exhibit, choices: what it is made from.
        page: key of the page that it was pinned on.
        lang: ``zh`` or ``en``.
        headline: one claim; empty means the exhibit's own takeaway, which follows the figures and the language.
        notes: what the speaker wants to say.
    """

    exhibit: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    page: str = ""
    lang: str = "zh"
    headline: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Deck:
    """Items in order, the release that all of them are made from, and the language they speak (see ``SPOKEN``).

    ``moved_from`` is the release that the deck stood at before it was moved to a newer one; empty if it never was.
    """

    release: str = ""
    title: str = ""
    spoken: str = "pinned"
    items: tuple[Item, ...] = ()
    moved_from: str = ""

    @property
    def lang(self) -> str:
        """Language of the deck's own slides (title, method, sources): ``zh``, ``en`` or ``both``."""
        if self.spoken != "pinned":
            return self.spoken
        return self.items[0].lang if self.items else "zh"

    def with_item(self, item: Item) -> "Deck":
        """The deck with one more item at its end."""
        return replace(self, items=(*self.items, item))

    def changed(self, place: int, **parts: str) -> "Deck":
        """The deck with other words in one item."""
        return self._put(place, replace(self.items[place], **parts))

    def without(self, place: int) -> "Deck":
        """The deck without one item."""
        return self._put(place)

    def moved(self, place: int, to: int) -> "Deck":
        """The deck with one item in another place; places outside count as the first and the last."""
        rest = self.without(place).items
        to = min(max(to, 0), len(rest))
        return replace(self, items=(*rest[:to], self.items[place], *rest[to:]))

    def doubled(self, place: int) -> "Deck":
        """The deck with a copy of one item in the other language behind it; own words are left for translating."""
        item = self.items[place]
        return self._put(place, item, replace(item, lang="en" if item.lang == "zh" else "zh"))

    def at(self, release: str) -> "Deck":
        """The deck at another release; it remembers the one before."""
        return replace(self, release=release, moved_from=self.release)

    def _put(self, place: int, *items: Item) -> "Deck":
        return replace(self, items=(*self.items[:place], *items, *self.items[place + 1 :]))


def to_json(deck: Deck) -> bytes:
    """The deck as a file that people save, mail and read."""
    return json.dumps(_plain(deck), ensure_ascii=False, indent=2).encode("utf-8")


def of_json(text: bytes | str) -> Deck:
    """The deck of a file.

    Raises:
        DeckFault: not JSON, not a deck, or something in it is not what it should be.
    """
    if len(text) > _BYTES_AT_MOST:
        raise DeckFault("too_large", limit=_BYTES_AT_MOST)
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise DeckFault("not_json") from fault
    return _checked(plain)


def to_address(deck: Deck) -> str:
    """The deck as text of letters, digits, ``-`` and ``_``, for an address."""
    text = json.dumps(_plain(deck), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return base64.urlsafe_b64encode(zlib.compress(text, 9)).decode("ascii").rstrip("=")


def of_address(text: str) -> Deck:
    """The deck of an address.

    Raises:
        DeckFault: cut short, changed on its way, or never a deck.
    """
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        unpacked = unpacking.decompress(packed, _BYTES_AT_MOST)
    except (binascii.Error, zlib.error, ValueError) as fault:
        raise DeckFault("not_an_address") from fault
    if not unpacking.eof:
        raise DeckFault("cut_short")
    return of_json(unpacked)


def _plain(deck: Deck) -> dict:
    items = [{key: value for key, value in vars(item).items() if value} for item in deck.items]
    items = [item | {"choices": dict(item["choices"])} if "choices" in item else item for item in items]
    frame = {key: value for key, value in vars(deck).items() if value and key != "items"}
    return {"format": FORMAT, "version": VERSION, **frame, "items": items}


def _checked(plain: object) -> Deck:
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or not isinstance(plain.get("items"), list):
        raise DeckFault("not_a_deck", format=FORMAT)
    if plain.get("version") != VERSION:
        raise DeckFault("unknown_version", version=plain.get("version"), known=VERSION)
    if len(plain["items"]) > ITEMS_AT_MOST:
        raise DeckFault("too_many", count=len(plain["items"]), limit=ITEMS_AT_MOST)
    return Deck(
        release=_text(plain, "release", 40, "deck"),
        title=_text(plain, "title", TITLE_AT_MOST, "deck"),
        spoken=_one_of(plain, "spoken", SPOKEN, "deck"),
        items=tuple(_item(item, f"item {number}") for number, item in enumerate(plain["items"], 1)),
        moved_from=_text(plain, "moved_from", 40, "deck"),
    )


def _item(plain: object, where: str) -> Item:
    if not isinstance(plain, dict) or not plain.get("exhibit"):
        raise DeckFault("no_exhibit", where=where)
    choices = plain.get("choices", {})
    if not isinstance(choices, dict) or not all(_is_choice(value) for value in choices.values()):
        raise DeckFault("bad_choices", where=where)
    return Item(
        exhibit=_text(plain, "exhibit", 80, where),
        choices=choices,
        page=_text(plain, "page", 40, where),
        lang=_one_of(plain, "lang", ("zh", "en"), where),
        headline=_text(plain, "headline", HEADLINE_AT_MOST, where),
        notes=_text(plain, "notes", NOTES_AT_MOST, where),
    )


def _is_choice(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value))


def _text(plain: dict, key: str, at_most: int, where: str) -> str:
    value = plain.get(key, "")
    if not isinstance(value, str) or len(value) > at_most:
        raise DeckFault("bad_text", where=where, key=key, limit=at_most)
    return value


def _one_of(plain: dict, key: str, allowed: tuple[str, ...], where: str) -> str:
    value = plain.get(key, allowed[0])
    if value not in allowed:
        raise DeckFault("not_allowed", where=where, key=key, allowed=", ".join(allowed))
    return value
