"""What a workbook tells beside its rows: the columns and codes, the documents, the choices made, the citation."""

import pandas as pd
import pyarrow as pa

from exports import arrow, citation, columns
from exports.citation import Cited
from exports.workbook import Sheet
from ui import numbers, states
from ui.exhibits import Exhibit
from ui.exhibits.data_dictionary import declared_columns
from ui.reader import Reader

# Columns that name a document beside a row: its own, and those of other figures that it rests on.
_PARTS = ("source_title", "publisher", "published", "url")
_DOCUMENTS = tuple(tuple(f"{whose}{part}" for part in _PARTS) for whose in ("", "latest_", "denominator_", "target_"))
_CODES = {
    "comparator": states.COMPARATORS,
    "state": {code: state.word for code, state in states.STATES.items()},
    "reason_code": states.REASONS,
    "form": states.FORMS,
    "quality": states.QUALITIES,
}
# Choices of the address by name, to the English word before them.
CHOICES = {
    "by": "Show",
    "region": "Region",
    "indicator": "Indicator",
    "theme": "Theme",
    "level": "Level",
    "state": "State",
    "due": "Due",
    "year": "Year",
    "from": "From",
    "to": "To",
    "quality": "Quality",
    "kind": "Kind",
    "search": "Search",
    "group": "Group by",
}


def sheets(
    reader: Reader, exhibit: Exhibit, headings: dict[str, str], schema: pa.Schema, cited: Cited
) -> tuple[Sheet, ...]:
    """The sheets beside the data, in the reader's language."""
    return (
        _codebook(reader, exhibit, headings, schema),
        _sources(reader, exhibit),
        _method(reader, exhibit),
        _citation(reader, cited),
    )


def meanings(reader: Reader, exhibit: Exhibit) -> dict[str, str]:
    """What each column of an exhibit's files holds, column to sentence, in the reader's language.

    Columns of the data package say it there; of those that a model or a wording made, ``exports.columns`` says it.
    """
    declared = declared_columns(reader)
    own = "targets" if exhibit.figure == "target_id" else "observations"
    # A name that several tables share is told as the table of the rows tells it.
    ordered = declared.sort_values("table", key=lambda table: table == own, kind="stable")
    of_package = dict(zip(ordered["column"], ordered["meaning"], strict=True))
    made = {column: reader.words(text) for column, text in columns.MEANINGS.items()}
    if exhibit.figure:
        return made | of_package
    # Where a row counts, a theme is a column and a name may mean another thing.
    of_themes = dict.fromkeys(states.THEMES, reader.words("States of the targets in the theme, by sign and number."))
    return made | of_package | of_themes | {column: reader.words(text) for column, text in columns.COUNTS.items()}


def _codebook(reader: Reader, exhibit: Exhibit, headings: dict[str, str], schema: pa.Schema) -> Sheet:
    _ = reader.words
    known = meanings(reader, exhibit)
    of_columns = [
        (heading, column, None, arrow.type_name(schema.field(column).type), known.get(column))
        for column, heading in headings.items()
    ]
    of_codes = [
        (headings.get(column, column), column, code, None, _(names[code]))
        for column, names in _CODES.items()
        if column in exhibit.rows
        for code in names
        if (exhibit.rows[column] == code).any()
    ]
    header = [_("Heading"), _("Column"), _("Code"), _("Type"), _("Meaning")]
    return Sheet(_("Data dictionary"), header, of_columns + of_codes)


def _sources(reader: Reader, exhibit: Exhibit) -> Sheet:
    """Every document that a row comes from, once."""
    _ = reader.words
    found = [
        exhibit.rows[list(named)].set_axis(["title", "publisher", "published", "url"], axis=1)
        for named in _DOCUMENTS
        if set(named) <= set(exhibit.rows.columns)
    ]
    header = [_("Document"), _("Publisher"), _("Published"), _("Address")]
    if not found:
        return Sheet(_("Documents"), header, [])
    documents = pd.concat(found).dropna(subset="title").drop_duplicates().sort_values(["publisher", "title"])
    rows = [[cell if numbers.is_known(cell) else None for cell in row] for row in documents.itertuples(index=False)]
    return Sheet(_("Documents"), header, rows)


def _method(reader: Reader, exhibit: Exhibit) -> Sheet:
    _ = reader.words
    rows = [
        (_("Title"), exhibit.title),
        (_("What is seen"), exhibit.takeaway),
        *((_("To be told beside the figures"), note) for note in exhibit.notes),
        (_("Release"), reader.release_id),
        (_("As of"), reader.as_of.isoformat()),
        *((_(CHOICES[name]) if name in CHOICES else name, _chosen(reader, name, value))
          for name, value in exhibit.choices.items()
          if value),
        (_("Rows"), len(exhibit.rows)),
        (_("Method"), _("Every state follows one rule set from the figures of this release; an unknown value is left"
                        " empty, never filled in. The rule, its inputs and its reason stand on every target's row.")),
        (_("Largest sheet"), _("A worksheet holds at most 1,048,576 rows; longer tables go on in further sheets.")),
    ]  # fmt: skip
    return Sheet(_("Method and choices"), [_("What"), _("Value")], rows)


def _chosen(reader: Reader, name: str, value: str | list[str]) -> str:
    """A choice as code and name: ``420000 湖北省``."""
    codes = [value] if isinstance(value, str) else list(value)
    return ", ".join(" ".join(filter(None, (code, _name(reader, name, code)))) for code in codes)


def _name(reader: Reader, name: str, code: str) -> str:
    words = {"theme": states.THEMES, "level": states.LEVELS}.get(name, _CODES.get(name, {}))
    if code in words:
        return reader.words(words[code])
    tables = {"region": ("regions", "region_code"), "indicator": ("indicators", "indicator_id")}
    if name not in tables:
        return ""
    query, key = tables[name]
    rows = reader.fetch(query)
    return next(iter(rows.loc[rows[key] == code, "name"]), "")


def _citation(reader: Reader, cited: Cited) -> Sheet:
    _ = reader.words
    rows = [
        ("GB/T 7714", citation.gbt7714(cited)),
        ("APA", citation.apa(cited)),
        ("BibTeX", citation.bibtex(cited)),
        (_("Link to exactly this view"), cited.permalink),
    ]
    return Sheet(_("Citation"), [_("Style"), _("Text")], rows)
