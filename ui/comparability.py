"""The gate before figures share an axis: green, amber with its reasons, or refused with its reasons, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ui import numbers
from ui.reader import Reader

GREEN, AMBER, REFUSED = "green", "amber", "refused"

SHAPES = {GREEN: "●", AMBER: "◆", REFUSED: "✕"}
WORDS = {GREEN: "comparable", AMBER: "compare with care", REFUSED: "not on one axis"}

# What queries/comparability.sql can object to, as the middle of a sentence.
REASONS = {
    "other_level": "regions of different levels",
    "years_apart": "years more than one apart",
    "undated": "a figure without a year",
    "part_of_a_year": "a figure for part of a year",
    "day_inside_the_year": "a figure from inside its year",
    "several_years": "figures over different numbers of years",
    "count_not_per_head": "counts that grow with a region's size",
    "doubtful_figure": "a figure marked as doubtful",
    "other_indicator": "another indicator",
    "other_unit": "another unit",
    "other_basis": "a stock against a flow or a share",
    "foreign_owners_included": "one counts foreign owners, the other does not",
    "other_sampling_regime": "another kind of sampling",
    "other_denominator": "another denominator",
    "other_scheme": "another scheme",
    "other_scope": "another scope",
    "other_grade": "another grade",
    "part_of": "one is a part of the other",
    "successor": "one took the place of the other",
    "new_against_cumulative": "a year's new count against a running total",
    "stock_against_new": "a stock against a year's new count",
    "stock_against_cumulative": "a stock against a running total",
}

# Reasons that lie with two particular figures, which are then named.
_OF_TWO_FIGURES = ("other_level", "years_apart", "part_of_a_year", "day_inside_the_year", "several_years")


@dataclass(frozen=True)
class Gate:
    """What the gate says of the figures that are to share an axis.

    Attributes:
        status: the worst status of any pair; green where there is nothing to object or only one figure.
        note: the same in words, to be told beside the picture; empty where fewer than two figures are set together.
        pairs: rows of ``queries/comparability.sql``.
    """

    status: str
    note: str
    pairs: pd.DataFrame

    def refuses(self, first: str, second: str) -> bool:
        """Whether two figures, by their ids, must not share an axis."""
        refused = self.pairs[self.pairs["status"] == REFUSED]
        return {first, second} in [
            {*pair} for pair in refused[["first_observation_id", "second_observation_id"]].itertuples(index=False)
        ]


def gate(reader: Reader, observation_ids: Sequence[str], per: str = "") -> Gate:
    """Whether figures may share an axis, pair by pair, and what to say.

    Args:
        observation_ids: the figures that would be read against each other, one a region.
        per: the indicator that counts are divided by; empty for figures as published.
    """
    pairs = reader.fetch("comparability", observation_ids=sorted({*observation_ids}), per=per or None)
    statuses = set(pairs["status"])
    status = next((worst for worst in (REFUSED, AMBER) if worst in statuses), GREEN)
    return Gate(status, "" if pairs.empty else _note(reader, status, pairs), pairs)


def reasons_in_words(reader: Reader, reasons: Sequence[str]) -> str:
    """Reasons of one pair, in words, one after the other."""
    return numbers.listed([reader.words(REASONS[reason]) for reason in reasons], reader.lang)


def status_in_words(reader: Reader, status: str) -> str:
    """A status as shape and word: ``◆ compare with care``."""
    return f"{SHAPES[status]} {reader.words(WORDS[status])}"


def worst(gates: Sequence[Gate]) -> str:
    """The worst status of several gates; green where there is none."""
    return max((one.status for one in gates), key=[GREEN, AMBER, REFUSED].index, default=GREEN)


def _note(reader: Reader, status: str, pairs: pd.DataFrame) -> str:
    _ = reader.words
    if status == GREEN:
        return f"{SHAPES[GREEN]} " + _("Comparable: one definition, one unit, one level, years at most one apart.")
    told = []
    for reason in dict.fromkeys(reason for reasons in pairs["reasons"] for reason in reasons):
        concerned = pairs[[reason in reasons for reasons in pairs["reasons"]]]
        told.append(_(REASONS[reason]) + (_examples(reader, concerned) if reason in _OF_TWO_FIGURES else ""))
    template = _("Compare with care: {reasons}.") if status == AMBER else _("Not to be read on one axis: {reasons}.")
    return f"{SHAPES[status]} " + template.format(reasons=("；" if reader.lang == "zh" else "; ").join(told))


def _examples(reader: Reader, concerned: pd.DataFrame) -> str:
    """The first pair concerned and how many there are."""
    pair, lang = concerned.iloc[0], reader.lang
    example = (
        f"{pair.first_region} {numbers.period(pair.first_period, lang)} – "
        f"{pair.second_region} {numbers.period(pair.second_period, lang)}"
    )
    if len(concerned) > 1:
        example = reader.words("{example} and {count} more").format(example=example, count=len(concerned) - 1)
    return f"（{example}）" if lang == "zh" else f" ({example})"
