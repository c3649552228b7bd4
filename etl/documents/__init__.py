"""From a policy document to candidate figures: read, find, link, check, and measure how well that goes.

The whole of it in four calls::

    document = documents.read(Path("outline.docx"))
    statements = documents.find(document, documents.load_catalogue(), region_code="420000")
    rows = documents.to_rows(statements, catalogue, source_id="...", programme_id="...")
    breaches = documents.check_rows(rows, source_row, programme_row, as_of)

Words and rules stand in ``lexicons/*.csv``, the grammar in ``statement.lark``. Streamlit is not known here; of the
interface only this module's names are meant for it (``tests/test_imports.py``).
"""

from collections.abc import Sequence

from etl import package, words
from etl.breach import Breach, UnreadableDocument
from etl.documents.candidates import COLUMNS
from etl.documents.candidates import rows as candidate_rows
from etl.documents.catalogue import Catalogue, Indicator
from etl.documents.catalogue import load as load_catalogue
from etl.documents.cleaning import is_chinese
from etl.documents.document import Document
from etl.documents.extraction import find
from etl.documents.measured import load as measured_score
from etl.documents.reading import read
from etl.documents.rows import Rows, check_rows, table_text, to_rows, with_indicator
from etl.documents.statement import Candidate, Statement

__all__ = [
    "COLUMNS", "Breach", "Candidate", "Catalogue", "Document", "Indicator", "Rows", "Statement", "UnreadableDocument",
    "candidate_rows", "check_rows", "columns_of", "describe_breach", "describe_fault", "find", "load_catalogue",
    "measured_score", "notice", "read", "reason_text", "refusal_text", "table_text", "to_rows", "with_indicator",
]  # fmt: skip


def notice(document: Document, statements: list[Statement], language: str) -> str | None:
    """What must be said, in ``zh`` or ``en``, of a document that was read and yields nothing; None where it yields."""
    if statements:
        return None
    code = "no_statement" if is_chinese(document.text) else "not_chinese"
    return words.catalogue(language)(words.DOCUMENT_NOTICES[code])


def describe_fault(fault: UnreadableDocument, language: str) -> str:
    """Which document could not be read, why, and what to do."""
    return words.describe_document(fault, words.catalogue(language))


def describe_breach(breach: Breach, language: str) -> str:
    """What a check of the ETL says of a row: where, what stands there, what is expected."""
    return words.describe(breach, words.catalogue(language))


def reason_text(reason: str, language: str) -> str:
    """Why the extraction is not sure of a statement."""
    return words.catalogue(language)(words.STATEMENT_REASONS[reason])


def refusal_text(refusal: str, language: str) -> str:
    """Why a statement makes no row of the package."""
    return words.catalogue(language)(words.ROW_REFUSALS[refusal])


def columns_of(path: str) -> Sequence[str]:
    """The columns that the data package declares for one of its files, such as ``targets.csv``."""
    return [field.name for resource in package.load() if resource.path == path for field in resource.fields]
