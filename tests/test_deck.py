"""A deck in its address and its file: the same deck comes back, and nothing that is no deck is taken for one."""

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import deck as decks
from ui.deck import Deck, Item

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_ITEMS = st.builds(
    Item,
    exhibit=st.sampled_from(["targets", "coverage"]),
    choices=st.dictionaries(_TEXT, st.one_of(_TEXT, st.lists(_TEXT, max_size=3)), max_size=3),
    page=st.sampled_from(["overview", "targets"]),
    lang=st.sampled_from(["zh", "en"]),
    headline=_TEXT,
    notes=_TEXT,
)
_DECKS = st.builds(
    Deck,
    release=_TEXT,
    title=_TEXT,
    spoken=st.sampled_from(decks.SPOKEN),
    items=st.lists(_ITEMS, max_size=5).map(tuple),
    moved_from=_TEXT,
)


@given(_DECKS)
def test_a_deck_comes_back_from_its_address_and_its_file(deck: Deck) -> None:
    assert decks.of_address(decks.to_address(deck)) == deck
    assert decks.of_json(decks.to_json(deck)) == deck


@given(st.text(alphabet="abcXYZ019-_", max_size=200))
def test_no_other_text_is_taken_for_a_deck(text: str) -> None:
    with pytest.raises(decks.DeckFault):
        decks.of_address(text)


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ([], "format"),
        ({"items": []}, "format"),
        ({"format": decks.FORMAT, "version": 2, "items": []}, "version 2"),
        ({"format": decks.FORMAT, "version": 1, "items": [{}]}, "item 1"),
        ({"format": decks.FORMAT, "version": 1, "items": [{"exhibit": "a"}, {"exhibit": 3}]}, "item 2"),
        ({"format": decks.FORMAT, "version": 1, "items": [{"exhibit": "a", "choices": {"by": 1}}]}, "choices"),
        ({"format": decks.FORMAT, "version": 1, "items": [{"exhibit": "a", "lang": "fr"}]}, "lang"),
        ({"format": decks.FORMAT, "version": 1, "items": [{"exhibit": "a"}] * 101}, "101 slides"),
        ({"format": decks.FORMAT, "version": 1, "items": [], "title": "长" * 121}, "title"),
    ],
)
def test_a_fault_says_where(plain: object, told: str) -> None:
    with pytest.raises(decks.DeckFault, match=told):
        decks.of_json(json.dumps(plain))


def test_a_small_text_that_unpacks_to_a_huge_one_is_refused() -> None:
    packed = base64.urlsafe_b64encode(zlib.compress(b" " * 50_000_000, 9)).decode().rstrip("=")
    with pytest.raises(decks.DeckFault, match="too large"):
        decks.of_address(packed)


def test_forty_slides_fit_an_address() -> None:
    item = Item("targets", {"by": "region", "region": "420000"}, "targets", "zh", "湖北省五项目标已达标", "先说结论。")
    items = tuple(
        decks.replace(item, choices={"by": "region", "region": str(420000 + 100 * number)}) for number in range(40)
    )
    assert len(decks.to_address(Deck("20261124-00000000", "汇报", items=items))) < 2_000


def test_moving_and_doubling() -> None:
    deck = Deck("r", items=(Item("a"), Item("b"), Item("c")))
    assert [item.exhibit for item in deck.moved(0, 1).items] == ["b", "a", "c"]
    assert [item.exhibit for item in deck.moved(0, -1).items] == ["a", "b", "c"]
    assert [item.exhibit for item in deck.moved(0, 9).items] == ["b", "c", "a"]
    assert [(item.exhibit, item.lang) for item in deck.doubled(1).items] == [
        ("a", "zh"), ("b", "zh"), ("b", "en"), ("c", "zh"),
    ]  # fmt: skip
    assert [item.exhibit for item in deck.without(1).items] == ["a", "c"]
    assert deck.at("s") == Deck("s", items=deck.items, moved_from="r")
