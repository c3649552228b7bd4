"""The data package's own description: which tables there are, and the type of every column."""

import json
from dataclasses import dataclass
from pathlib import Path

import paths

OBSERVATIONS = "observations_"

# Table Schema type -> DuckDB type.
_TYPES = {"string": "varchar", "number": "double", "integer": "bigint", "year": "integer", "boolean": "boolean"}


@dataclass(frozen=True)
class Field:
    """One column: its name, its Table Schema type, its DuckDB type, its constraints and an example of its form."""

    name: str
    type: str
    constraints: dict
    example: str = ""

    @property
    def sql_type(self) -> str:
        return _TYPES[self.type]


@dataclass(frozen=True)
class Resource:
    """One table of the package and the file that holds it."""

    name: str
    path: str
    fields: tuple[Field, ...]
    primary_key: str
    foreign_keys: tuple[tuple[str, str, str], ...]

    @property
    def table(self) -> str:
        """Staging table: all observations share one."""
        return "observations" if self.name.startswith(OBSERVATIONS) else self.name

    @property
    def theme(self) -> str | None:
        return self.name.removeprefix(OBSERVATIONS) if self.name.startswith(OBSERVATIONS) else None


def load(data: Path = paths.DATA) -> tuple[Resource, ...]:
    """Every resource that ``datapackage.json`` declares, in its order.

    Raises:
        FileNotFoundError: the folder holds no ``datapackage.json``.
        ValueError, KeyError, TypeError, IndexError: it is no JSON, or lacks what a description of tables needs.
    """
    description = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    return tuple(_resource(entry) for entry in description["resources"])


def version(data: Path = paths.DATA) -> str:
    """Version of the package."""
    return json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["version"]


def _field(entry: dict) -> Field:
    if entry["type"] not in _TYPES:
        raise ValueError(f"column {entry['name']}: type {entry['type']}; known are {', '.join(_TYPES)}")
    return Field(entry["name"], entry["type"], entry.get("constraints", {}), entry.get("example", ""))


def _resource(entry: dict) -> Resource:
    schema = entry["schema"]
    return Resource(
        name=entry["name"],
        path=entry["path"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=schema["primaryKey"][0],
        foreign_keys=tuple(
            (key["fields"][0], key["reference"]["resource"] or entry["name"], key["reference"]["fields"][0])
            for key in schema.get("foreignKeys", [])
        ),
    )
