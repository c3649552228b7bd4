"""Measure the extraction on labelled documents: precision, recall and F1, the fields, every miss and false find.

GOLD.csv has one row a labelled statement (doc_id, phrase, value, value_high, unit, comparator, kind, basis, period,
indicator_zh, category); DOCUMENTS/ holds <doc_id>.txt, .html, .docx or .pdf. Found means: the same value and unit, in
an overlapping span.
"""

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from etl import documents, options, words
from etl.documents import measured, scoring
from etl.documents.scoring import FIELDS, Outcome, Score


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", type=Path, metavar="GOLD.csv", help="the labels")
    parser.add_argument("folder", type=Path, metavar="DOCUMENTS/", help="folder of the documents")
    parser.add_argument("--save", action="store_true", help="keep the result as the score that the tool shows")
    parser.add_argument("--own", action="store_true", help="measure our own labelled texts as well")
    options.add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    outcomes = scoring.compare(arguments.gold, arguments.folder, arguments.data)
    _print_scores(say("All documents"), {"": scoring.score(outcomes)}, say)
    _print_scores(say("By document"), scoring.grouped(outcomes, "doc_id"), say)
    _print_scores(say("By category"), scoring.grouped(outcomes, "category"), say)
    _print_faults(outcomes, say)
    catalogue = documents.load_catalogue(arguments.data)
    if arguments.own:
        own = {name: scoring.score(measured.labelled.compare(name, catalogue)) for name in measured.labelled.SETS}
        _print_scores(say("Our own texts"), own, say)
    if arguments.save:
        print(say("Wrote %s.") % measured.save(outcomes, catalogue, date.today()))
    return 0


def _print_scores(title: str, scores: dict[str, Score], say: words.Say) -> None:
    width = max(24, *(len(name) for name in scores))
    heads = [say("precision"), say("recall"), "F1", say("found"), say("missed"), say("false"), *FIELDS]
    print(f"\n{title}\n{'':{width}} " + " ".join(f"{head:>9}" for head in heads))
    for name, score in scores.items():
        rates = [score.precision, score.recall, score.f1]
        counts = [score.found, score.missed, score.false]
        fields = [score.accuracy(field) for field in FIELDS]
        cells = [f"{rate:9.3f}" for rate in rates] + [f"{count:9d}" for count in counts]
        cells += [f"{'-':>9}" if accuracy is None else f"{accuracy:9.3f}" for accuracy in fields]
        print(f"{name:{width}} " + " ".join(cells))


def _print_faults(outcomes: Iterable[Outcome], say: words.Say) -> None:
    for outcome in outcomes:
        if outcome.statement is None:
            label = outcome.label
            print(f"{say('missed')}  {outcome.doc_id}  {label.phrase}  {label.value} {label.unit}")
        elif outcome.label is None:
            statement = outcome.statement
            print(f"{say('false')}  {outcome.doc_id}  {statement.phrase}  {statement.value} {statement.unit}")
        else:
            for field in (field for field in FIELDS if outcome.is_right(field) is False):
                name = "indicator_id" if field == "indicator" else field
                expected, got = getattr(outcome.label, name), getattr(outcome.statement, name)
                print(f"{say('wrong')} {field}  {outcome.doc_id}  {outcome.label.phrase}  {got} ({expected})")
