"""Where things lie on disk; the only module that knows, so that tests can point elsewhere."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
MODELS = ROOT / "etl" / "models"
MACROS = ROOT / "etl" / "macros.sql"
CHECKS = ROOT / "etl" / "checks"
LOCALE = ROOT / "ui" / "locale"
EXHIBITS = ROOT / "ui" / "exhibits"


def build_folder() -> Path:
    """Folder that holds ``releases/<id>.duckdb`` and ``CURRENT``.

    ``QUALITY_SCOREBOARD_BUILD`` overrides the default ``data/build`` (a server may keep releases on another disk).
    """
    return Path(os.environ.get("QUALITY_SCOREBOARD_BUILD") or DATA / "build")
