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
    # A release leaves as files, and a downloaded table comes back: both sides of a file know the same columns. The
    # export reads a published release as every reader does, by named queries.
    "etl": {"etl", "paths", "exports", "queries"},
}
# The one door against the current: the bench where a reader goes through a document's candidates runs the extraction
# itself, since nothing uploaded may be kept. It knows this one package, by the names its __init__ offers.
DOORS = {"ui": {"etl.documents"}}
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


def imported(script: Path, doors: set[str]) -> Iterator[str]:
    """Top packages that a script imports, without those it enters by a door."""
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
            modules = [node.module if node.module in doors else module for module in modules]
        else:
            continue
        yield from (module.partition(".")[0] for module in modules if module not in doors)


@pytest.mark.parametrize(
    ("place", "script"), SCRIPTS, ids=[str(script.relative_to(paths.ROOT)) for _, script in SCRIPTS]
)
def test_imports_follow_the_arrows(place: str, script: Path) -> None:
    names = set(imported(script, DOORS.get(place, set())))
    assert names & OURS <= ALLOWED[place]
    assert not names & FORBIDDEN_LIBRARIES.get(place, set())


@pytest.mark.parametrize("script", [paths.ROOT / "app.py", *sorted((paths.ROOT / "pages").glob("*.py"))], ids=str)
def test_pages_keep_no_state_of_their_own(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert "session_state" not in text
    assert "query_params" not in text


def test_a_door_opens_its_one_package_only(tmp_path: Path) -> None:
    script = tmp_path / "bench.py"
    script.write_text(
        "from etl import documents\nfrom etl.documents import find\nimport etl.documents\n", encoding="utf-8"
    )
    assert set(imported(script, DOORS["ui"])) == set()
    script.write_text("from etl import building\nfrom etl.documents.rows import write\n", encoding="utf-8")
    assert set(imported(script, DOORS["ui"])) == {"etl"}
