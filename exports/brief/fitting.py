"""How much of a brief two pages hold: heights estimated from the text, since Word lays out pages only when it opens."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Room:
    """Rows of silent targets, of documents and of themes that are shown; what is left is counted."""

    silent: int
    documents: int
    themes: int


_FEWEST = Room(1, 1, 4)
# All grow to a fair share first, then as far as there is room.
_GOALS = (Room(6, 6, 8), Room(16, 30, 20))


def largest(fits: Callable[[Room], bool]) -> Room:
    """The most rows that fit, each kind growing by one in turn; the fewest where nothing fits."""
    room = _FEWEST
    for goal in _GOALS:
        growing = [field.name for field in fields(Room)]
        while growing:
            for name in tuple(growing):
                more = replace(room, **{name: getattr(room, name) + 1})
                if getattr(room, name) < getattr(goal, name) and fits(more):
                    room = more
                else:
                    growing.remove(name)
    return room


@dataclass(frozen=True)
class Block:
    """Something that is never broken over two pages: its height in points, and whether the next must follow it."""

    height: float
    keeps_next: bool = False


def pages(blocks: Iterable[Block], height: float) -> int:
    """Pages of a height that the blocks take one after the other."""
    count, filled, kept = 1, 0.0, 0.0
    for block in blocks:
        kept += block.height
        if block.keeps_next:
            continue
        if filled + kept > height and filled:
            count, filled = count + 1, 0.0
        filled, kept = filled + kept, 0.0
    return count
