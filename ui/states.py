"""How the state of a target, its reason and its rule are told: in words, with a shape and a colour."""

from dataclasses import dataclass

from exports.codes import BASES as BASES
from exports.codes import COMPARATORS as COMPARATORS
from exports.codes import DIRECTIONS as DIRECTIONS
from exports.codes import FORMS as FORMS
from exports.codes import LEVELS as LEVELS
from exports.codes import QUALITIES as QUALITIES
from exports.codes import REACHES as REACHES
from exports.codes import REASONS as REASONS
from exports.codes import STATES as _WORDS
from exports.codes import THEMES as THEMES
from ui.words import Words


@dataclass(frozen=True)
class State:
    """A state's English word, the shape that tells it without colour, and its colour (3:1 on light and dark)."""

    word: str
    shape: str
    colour: str


STATES = {
    "met": State(_WORDS["met"], "●", "#2e8b57"),
    "missed": State(_WORDS["missed"], "✕", "#d5443a"),
    "on_track": State(_WORDS["on_track"], "▲", "#3d8bc9"),
    "accelerate": State(_WORDS["accelerate"], "◆", "#b8860b"),
    "limited": State(_WORDS["limited"], "▬", "#c2691c"),
    "moving_away": State(_WORDS["moving_away"], "▼", "#b5508f"),
    "one_point": State(_WORDS["one_point"], "◐", "#7a7fb8"),
    "uncertain": State(_WORDS["uncertain"], "◇", "#8a7a3d"),
    "not_reported": State(_WORDS["not_reported"], "○", "#7d7d7d"),
    "pending": State(_WORDS["pending"], "·", "#7d8a94"),
    "unable": State(_WORDS["unable"], "⊘", "#8c7b6b"),
    "not_quantified": State(_WORDS["not_quantified"], "–", "#858585"),
}


@dataclass(frozen=True)
class StateGroup:
    """States that a picture of many targets draws alike; ``tint`` is a pale fill that carries dark text."""

    word: str
    shape: str
    colour: str
    tint: str
    states: tuple[str, ...]


GROUPS = {
    "met": StateGroup("Met", "●", "#2e8b57", "#cde8d8", ("met",)),
    "missed": StateGroup("Missed", "✕", "#d5443a", "#f7d4d0", ("missed",)),
    "under_way": StateGroup(
        "Under way", "▲", "#3d8bc9", "#d2e5f5", ("on_track", "accelerate", "limited", "moving_away")
    ),
    "no_verdict": StateGroup(
        "Figures, but no verdict", "◇", "#b8860b", "#f3e7c3", ("one_point", "uncertain", "unable")
    ),
    "pending": StateGroup("Not yet due", "·", "#9aa7b0", "#eef2f4", ("pending",)),
    "silent": StateGroup("Due, not reported", "○", "#8a8a8a", "#e3e3e3", ("not_reported",)),
    "not_quantified": StateGroup("No number in the text", "–", "#8c7b6b", "#efe6dc", ("not_quantified",)),
}
_GROUP_OF = {state: key for key, group in GROUPS.items() for state in group.states}

# Colour of a pace that no rule puts in a class.
NO_CLASS = "#7d8a94"

# States in which the target has been judged by a figure.
JUDGED = ("met", "missed", "on_track", "accelerate", "limited", "moving_away")

CANDIDATE_REASONS = {
    "undated": "the document does not date it",
    "part_year": "covers part of a year",
    "several_years": "covers several years",
    "other_figure_preferred": "another figure for the same year is preferred",
    "after_due_year": "later than the due year",
    "other_definition": "another definition",
}

CLASSES = {
    "on_track": "on track",
    "accelerate": "must speed up",
    "limited": "hardly moving",
    "moving_away": "moving away",
    "moderately_improving": "moderately improving",
    "stagnating": "stagnating",
    "decreasing": "decreasing",
    "slightly_off": "slightly off",
    "off_track": "off track",
}


def group_of(state: str) -> str:
    """Key of the group that a state belongs to."""
    return _GROUP_OF[state]


def told_group(group: str, words: Words) -> str:
    """A group of states as shape and word."""
    return f"{GROUPS[group].shape} {words(GROUPS[group].word)}"


def told(state: str, words: Words) -> str:
    """A state as shape and word: ``● Met``."""
    return f"{STATES[state].shape} {words(STATES[state].word)}"
