"""What the ETL says to a data keeper, in Chinese or English."""

import ast
import locale
from collections.abc import Callable, Iterator
from functools import cache

from babel.messages.pofile import read_po

import paths
from etl.breach import Breach, UnreadableDocument

LANGUAGES = ("zh", "en")


Say = Callable[[str], str]

# English is the key; etl/locale/zh.po holds the Chinese.
CHECKS = {
    "missing_file": "the file is not there",
    "unknown_file": "the file is no table of the package and would not be read",
    "file_twice": "the table is there twice; only the first of CSV, XLSX and Parquet would be read",
    "empty_file": "the file is empty",
    "other_encoding": "the file is in another encoding",
    "damaged_workbook": "the workbook cannot be opened",
    "damaged_parquet": "the Parquet file cannot be opened",
    "truncated_line": "the line is cut off or has another number of cells",
    "missing_column": "the column is missing",
    "unknown_column": "no such column is known",
    "repeated_column": "the column stands twice",
    "missing_value": "the cell must not be empty",
    "not_a_number": "not a number",
    "not_a_integer": "not a whole number",
    "not_a_year": "not a year of four digits",
    "not_a_boolean": "neither yes nor no",
    "not_finite": "not a finite number",
    "not_in_list": "not one of the allowed values",
    "malformed": "not in the expected form",
    "too_long": "longer than allowed",
    "too_small": "smaller than allowed",
    "duplicate_id": "the id stands more than once",
    "unknown_region_code": "no such region stands in regions.csv",
    "unknown_indicator": "no such indicator stands in indicators.csv",
    "unknown_source": "no such document stands in sources.csv",
    "unknown_programme": "no such programme stands in programmes.csv",
}

FAULTS = {
    "folder_not_writable": (
        "The folder cannot be written to; the published release is untouched. Check its permissions:"
    ),
    "folder_not_empty": "The folder is not empty; name one that does not exist yet:",
    "disk_full": "The disk is full; the published release is untouched. Free some space and build again:",
    "memory_full": "The memory does not suffice; the published release is untouched. Free some and build again:",
    "disk_fault": "The disk refused to take the release; the published one is untouched:",
    "other_build_running": "Another build is running in this folder; wait until it ends:",
    "release_damaged": "The release does not read back whole; no other was touched:",
    "no_such_release": "There is no such release; `releases` lists those that are kept:",
    "no_earlier_release": "There is no earlier release to go back to:",
    "package_unreadable": "datapackage.json cannot be read as the description of a data package:",
    "data_unreadable": "A file of the data cannot be read. Check its permissions:",
}


# Why a document could not be read, told so that its owner can act.
DOCUMENT_FAULTS = {
    "missing": "there is no such file",
    "empty": "the file is empty (0 bytes)",
    "too_large": "the file is larger than 20 MB; split it, or save its text alone",
    "too_long": "the text has more than 2,000,000 characters; split it into parts",
    "too_slow": "reading took more than 60 seconds and was stopped; save the document as plain text",
    "too_many_pages": "the document has more than 1,000 pages; split it into parts",
    "binary": "this is not a text, HTML, DOCX or PDF file",
    "encoding": "the characters cannot be read as UTF-8, GB18030 or Big5; save the file as UTF-8",
    "encrypted_pdf": "the PDF is locked with a password; save a copy without it",
    "scanned_pdf": "the PDF has no text layer (a scan?); run character recognition first",
    "damaged_pdf": "the PDF cannot be opened; it is damaged or incomplete",
    "not_docx": "the file is named .docx but holds no Word document (a ZIP archive of something else?)",
    "damaged_docx": "the Word document cannot be opened; save it again as .docx",
    "old_word": "old Word files (.doc) are not read; save it as .docx",
    "entities": "the file declares XML entities, which are refused for safety; save it again from the word processor",
    "bomb": "the file unpacks to more than 200 MB, which is refused for safety",
    "no_text": "the file holds no readable text",
}

# No faults: the document was read, and this must be said of it.
DOCUMENT_NOTICES = {
    "no_statement": "No quantified statement was found in this document.",
    "not_chinese": "The text is not in Chinese; statements are found in Chinese texts only.",
}

# Why the extraction is not sure of a statement.
STATEMENT_REASONS = {
    "no_number": "the text gives no number",
    "undated": "the text does not date it",
    "period_inferred": "the year comes from an earlier sentence or the heading",
    "basis_assumed": "the text does not say whether it is a total or a new count",
    "kind_by_document": "promise or result is told only by the kind of document",
    "no_indicator": "no indicator of the catalogue fits",
    "weak_link": "the indicator fits loosely",
    "rival_link": "another indicator fits nearly as well",
    "subject_shared": "one number is shared by several indicators",
    "subject_from_before": "what is counted stands in an earlier clause",
    "region_inferred": "the region comes from the title or the commonest name",
    "no_region": "no region is named",
    "from_table": "read from a table",
    "from_title": "read from the title alone",
}

# Why a statement makes no row of the package.
ROW_REFUSALS = {
    "no_indicator": "no indicator is chosen",
    "other_unit": "its unit cannot be turned into the indicator's",
    "no_region": "no region is chosen",
    "no_value": "an observation needs a number",
}


def of_the_user() -> str:
    """``zh`` where the user's locale is Chinese, else ``en``."""
    language = locale.getlocale()[0] or ""
    return "zh" if language.lower().startswith(("zh", "chinese")) else "en"


@cache
def catalogue(language: str) -> Say:
    """The words of a language: English text in, that language's text out."""
    if language == "en":
        return str
    with (paths.ROOT / "etl" / "locale" / f"{language}.po").open("rb") as stream:
        translated = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    return translated.__getitem__


@cache
def interface(language: str) -> Say:
    """The words of the dashboard, as headings of downloaded files have them."""
    if language == "en":
        return str
    folder = paths.LOCALE / language / "LC_MESSAGES"
    translated = {}
    for file in sorted(folder.glob("*.po")):
        with file.open("rb") as stream:
            translated |= {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    return translated.__getitem__


def check_text(check: str) -> str:
    """The English sentence of a check: the table above, or the first comment line of its query."""
    if check in CHECKS:
        return CHECKS[check]
    first = (paths.CHECKS / f"{check}.sql").read_text(encoding="utf-8").splitlines()[0]
    return first.removeprefix("-- ")


def describe(breach: Breach, say: Say) -> str:
    """One line a person can act on: where, what stands there, what is wrong, what is expected."""
    row = say("row %d") % breach.row if breach.row else ""
    cell = f"{breach.column} = {breach.value!r}" if breach.column else breach.value
    expected = f"{say('expected')}: {breach.expected}" if breach.expected else ""
    place = ", ".join(part for part in (breach.file, row, cell) if part)
    return f"{place}: {say(check_text(breach.check))}" + (f" ({expected})" if expected else "")


def describe_fault(code: str, detail: str, say: Say) -> str:
    """What stood in the way of a build, and what to do."""
    return f"{say(FAULTS[code])} {detail}".strip()


def describe_document(fault: UnreadableDocument, say: Say) -> str:
    """Which document could not be read, why, and what to do."""
    return f"{fault.name}: {say(DOCUMENT_FAULTS[fault.code])}"


def msgids() -> set[str]:
    """Every English sentence that needs a translation: tables, checks, stages, and what is said outright."""
    from etl.progress import STAGES

    checks = {check_text(file.stem) for file in paths.CHECKS.glob("*.sql")}
    said = {text for script in (paths.ROOT / "etl").rglob("*.py") for text in _said(script.read_text(encoding="utf-8"))}
    of_documents = {
        text
        for table in (DOCUMENT_FAULTS, DOCUMENT_NOTICES, STATEMENT_REASONS, ROW_REFUSALS)
        for text in table.values()
    }
    return {*CHECKS.values(), *FAULTS.values(), *STAGES.values()} | of_documents | checks | said


def _said(script: str) -> Iterator[str]:
    """Literal arguments of ``say(...)`` and ``catalogue(...)(...)``."""
    for node in ast.walk(ast.parse(script)):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        by_name = isinstance(node.func, ast.Name) and node.func.id == "say"
        at_once = isinstance(node.func, ast.Call) and getattr(node.func.func, "attr", "") == "catalogue"
        if by_name or at_once:
            yield node.args[0].value
