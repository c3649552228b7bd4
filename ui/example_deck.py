"""A deck to begin with, made from what every release holds."""

from ui import exhibits
from ui.deck import Deck, Item

_ITEMS = (
    ("states_of_targets", "overview", {"strip": "theme"}),
    ("reporting_rates", "overview", {"group": "level"}),
    ("targets", "targets", {"by": "region", "region": "420000", "state": ["met"]}),
    ("ways_to_targets", "targets", {"by": "region", "region": "420000"}),
    ("scorecard", "region", {"region": "420000"}),
    ("position_among_peers", "region", {"region": "420000", "per": "resident_population"}),
    (
        "compare_pair",
        "compare",
        {
            "regions": ["420000", "520000"],
            "indicators": ["valid_registered_trademarks", "valid_invention_patents_per_ten_thousand_people"],
            "per": "resident_population",
        },
    ),
    ("targets", "targets", {"by": "indicator", "indicator": "valid_registered_trademarks"}),
    ("coverage", "overview", {}),
)


def example(release: str, lang: str) -> Deck:
    """How the programmes stand, Hubei's targets, one indicator everywhere."""
    known = exhibits.names()
    items = tuple(Item(name, choices, page, lang) for name, page, choices in _ITEMS if name in known)
    return Deck(release, items=items)
