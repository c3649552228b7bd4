"""Every English word that the interface can ask a translation for: those in ``_()`` calls and those in its tables."""

import ast
from collections.abc import Iterator
from pathlib import Path

import paths
from api.description import SUMMARIES
from api.faults import TEXTS
from api.parameters import PARAMETERS
from exports import columns, sdmx, sdmx_structure
from ui import bench, comparability, deck, denominators, downloads, files_about, standings, states
from ui.exhibits import extraction_score
from ui.frame import MENU

_TABLES = (
    states.REASONS,
    states.CANDIDATE_REASONS,
    states.COMPARATORS,
    states.FORMS,
    states.CLASSES,
    states.THEMES,
    states.LEVELS,
    states.QUALITIES,
    states.REACHES,
    states.BASES,
    states.DIRECTIONS,
    denominators.NAMES,
    standings.NOT_COMPARED,
    standings.CASCADES,
    standings.METHODS,
    comparability.REASONS,
    comparability.WORDS,
    columns.OBSERVATIONS,
    columns.MEANINGS,
    columns.COUNTS,
    sdmx.FREQUENCIES,
    sdmx.KINDS,
    sdmx.STATUSES,
    downloads.KINDS,
    files_about.CHOICES,
    deck.FAULTS,
    SUMMARIES,
    bench.KINDS,
    extraction_score.SETS,
    extraction_score.FIELDS,
    TEXTS,
)


def all_msgids() -> set[str]:
    """English text of every word in use."""
    in_tables = {word for table in _TABLES for word in table.values()}
    return (
        in_tables
        | {state.word for table in (states.STATES, states.GROUPS, standings.PLACES) for state in table.values()}
        | {parameter.text for parameter in PARAMETERS.values()}
        | {page.title for page in MENU.values()}
        | {part.heading for part in sdmx.COMPONENTS}
        | {*sdmx_structure.dataflow_names()}
        | {word for script in _scripts() for word in _called(script)}
    )


def _scripts() -> Iterator[Path]:
    yield from (paths.ROOT / "app.py", paths.ROOT / "server.py")
    for folder in ("pages", "ui", "api"):
        yield from sorted((paths.ROOT / folder).rglob("*.py"))


def _called(script: Path) -> Iterator[str]:
    """Literal arguments of ``_(...)`` and ``view.words(...)``."""
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _is_words(node.func) and node.args:
            argument = node.args[0]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def _is_words(function: ast.expr) -> bool:
    return (isinstance(function, ast.Name) and function.id == "_") or (
        isinstance(function, ast.Attribute) and function.attr == "words"
    )
