"""Pictures as charts and tables that PowerPoint edits: one module a builder of ``charts/``, found by its name.

A module has ``draw(canvas, panel)``, which gives the shape drawn or a list of them, and where rows may be spread over
several slides ``ROW`` (the column that names a row of the picture) and ``AT_MOST`` (rows that a slide holds readable
from the back of a room).
"""

import importlib
from pathlib import Path
from types import ModuleType


def names() -> list[str]:
    """Builders of ``charts/`` that have a native form."""
    return sorted(file.stem for file in Path(__file__).parent.glob("*.py") if file.stem != "__init__")


def of(chart: str | None) -> ModuleType | None:
    """The module of a builder; None where PowerPoint has no such chart, which is then shown as a picture."""
    return importlib.import_module(f"exports.slides.native.{chart}") if chart in names() else None


def row_column(chart: str | None) -> tuple[str, int] | None:
    """The column that names a row of the picture and how many rows a slide holds; None where it cannot be spread."""
    module = of(chart)
    return (module.ROW, module.AT_MOST) if module is not None and hasattr(module, "ROW") else None
