"""Every state, reason and kind of figure left aside that the models can tell has its words."""

import re

import paths
from ui import states

_ANSWER = re.compile(r"'([a-z_]+)'")


def reasons_of_the_model() -> set[str]:
    """Codes in the second place of the model's ``[state, reason]`` pairs, and the one for no answer at all."""
    sql = (paths.MODELS / "verdicts.sql").read_text(encoding="utf-8")
    answers = sql.partition("silence as (")[2].partition("\n)\n\nselect")[0]
    not_reasons = set(states.STATES) | set(states.FORMS) | {
        "direction_against_reference", "moderately_improving", "stagnating", "decreasing",
    }  # fmt: skip
    return (set(_ANSWER.findall(answers)) - not_reasons) | {"no_rule_applies", "describes_programme"}


def test_every_reason_has_its_words_and_no_words_are_left_over() -> None:
    assert reasons_of_the_model() - states.REASONS.keys() == set()
    assert states.REASONS.keys() - reasons_of_the_model() - {"no_number_in_text"} == set()


def test_every_kind_of_figure_left_aside_has_its_words() -> None:
    sql = (paths.MODELS / "verdict_candidates.sql").read_text(encoding="utf-8")
    told = set(re.findall(r"(?:then|when [^\n]+ then) '([a-z_]+)'", sql)) | set(
        re.findall(r"'([a-z_]+)' as reason", sql)
    )
    assert told == states.CANDIDATE_REASONS.keys()
