"""Data flows one way: each folder imports only from those before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import paths

OURS = {"api", "app", "server", "pages", "ui", "charts", "exports", "queries", "etl", "paths"}
ALLOWED = {
    "app.py": {"ui", "charts", "exports"},
    "pages": {"ui", "charts", "exports"},
    "ui": {"ui", "queries", "paths", "exports"},
    "charts": {"charts"},
    "exports": {"exports"},
    "server.py": {"api", "queries", "exports", "ui", "paths"},
    # Of ui only the words: the API tells faults in the reader's language.
    "api": {"api", "queries", "exports", "ui", "paths"},
    "queries": {"queries", "paths"},
    "etl": {"etl", "paths"},
}
FORBIDDEN_LIBRARIES = {
    "charts": {"streamlit", "duckdb"},
    "exports": {"streamlit", "duckdb"},
    "pages": {"duckdb"},
    "app.py": {"duckdb"},
    "etl": {"streamlit"},
    "queries": {"streamlit"},
    "api": {"streamlit", "pages"},
}
SCRIPTS = [
    (place, script)
    for place in ALLOWED
    for script in ([paths.ROOT / place] if place.endswith(".py") else sorted((paths.ROOT / place).rglob("*.py")))
]


def imported(script: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize(
    ("place", "script"), SCRIPTS, ids=[str(script.relative_to(paths.ROOT)) for _, script in SCRIPTS]
)
def test_imports_follow_the_arrows(place: str, script: Path) -> None:
    names = set(imported(script))
    assert names & OURS <= ALLOWED[place]
    assert not names & FORBIDDEN_LIBRARIES.get(place, set())


@pytest.mark.parametrize("script", [paths.ROOT / "app.py", *sorted((paths.ROOT / "pages").glob("*.py"))], ids=str)
def test_pages_keep_no_state_of_their_own(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert "session_state" not in text
    assert "query_params" not in text
