"""A document comes in, accepted rows go out: reading, finding, checking and the files of the data package."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache

import streamlit as st

from etl import documents
from etl.documents import Catalogue, Document, Rows, Statement, UnreadableDocument
from ui.bench import Outcome
from ui.frame import View

_FORMS = ["txt", "md", "html", "htm", "docx", "pdf"]
_MOST_MEGABYTES = 20


@dataclass(frozen=True)
class Hand:
    """What the person says of the document, as rows of ``sources.csv`` and ``programmes.csv``."""

    source: dict[str, object]
    programme: dict[str, object]


@cache
def catalogue() -> Catalogue:
    """The indicators that statements are linked to."""
    return documents.load_catalogue()


def open_document(view: View, region: str | None) -> tuple[Document | None, list[Statement]]:
    """Let the reader drop a file or paste a text; what cannot be read is told with what to do."""
    _ = view.words
    dropped, pasted = st.tabs([_("Open a file"), _("Paste a text")])
    with dropped:
        file = st.file_uploader(
            _("TXT, HTML, DOCX or PDF with a text layer; 20 MB at most"),
            type=_FORMS,
            max_upload_size=_MOST_MEGABYTES,
            key="document_file",
        )
    with pasted:
        text = st.text_area(
            _("Text"), height=160, key="document_text", placeholder=_("Paste a plan, a speech, a report")
        )
    if file is not None:
        return _read(view, file.getvalue(), file.name, region)
    if text.strip():
        return _read(view, text.encode("utf-8"), _("pasted text"), region)
    return None, []


def _read(view: View, source: bytes, name: str, region: str | None) -> tuple[Document | None, list[Statement]]:
    try:
        with st.spinner(view.words("Reading the document ...")):
            document, statements = _found(source, name, region)
    except UnreadableDocument as fault:
        st.error(documents.describe_fault(fault, view.lang))
        return None, []
    if notice := documents.notice(document, statements, view.lang):
        st.warning(notice)
    return document, statements


# Of the visit only: nothing of a stranger's document is shared or stays.
@st.cache_data(scope="session", max_entries=2, show_spinner=False)
def _found(source: bytes, name: str, region: str | None) -> tuple[Document, list[Statement]]:
    document = documents.read(source, name)
    return document, documents.find(document, catalogue(), region_code=region)


def describe(view: View, outcome: Outcome) -> Hand:
    """Ask for what the tables must know of the document; suggestions come from its name and its regions."""
    _ = view.words
    stem = re.sub(r"[^a-z0-9]+", "-", outcome.name.rpartition(".")[0].lower() or outcome.name.lower()).strip("-")
    left, right = st.columns(2)
    with left:
        title = st.text_input(_("Title of the document"), outcome.name.rpartition(".")[0] or outcome.name, key="title")
        title_en = st.text_input(_("Title in English"), key="title_en")
        publisher = st.text_input(_("Publisher"), key="publisher")
    with right:
        source_id = st.text_input(_("Document id (a-z, 0-9, -)"), stem or "document-1", key="source_id")
        published = st.text_input(_("Published (YYYY-MM-DD, YYYY-MM or YYYY)"), key="published")
        address = st.text_input(_("Address, where official or press"), key="address")
    regions = Counter(statement.region_code for statement in outcome.accepted if statement.region_code)
    region = regions.most_common(1)[0][0] if regions else ""
    years = [statement.period for statement in outcome.accepted if statement.kind == "target" and statement.period]
    source = {
        "source_id": source_id,
        "title_zh": title,
        "title_en": title_en or None,
        "publisher": publisher or None,
        "published": published or None,
        "url": address or None,
        "reach": "official" if address else "no_address",
    }
    programme = {
        "programme_id": source_id,
        "region_code": region,
        "title_zh": title,
        "title_en": title_en or None,
        "issued": published or None,
        "horizon_end": max(years, default=None),
        "source_id": source_id,
    }
    return Hand(source, programme)


def hand_over(view: View, outcome: Outcome, hand: Hand) -> None:
    """Run the checks of the data package on the accepted rows; without a fault they can be taken away."""
    _ = view.words
    rows = documents.to_rows(outcome.accepted, catalogue(), hand.source["source_id"], hand.programme["programme_id"])
    for statement, reason in rows.left_out:
        st.warning(f"“{statement.phrase}”: {documents.refusal_text(reason, view.lang)}")
    if not rows.count:
        st.info(_("No accepted row can stand in the tables yet."))
        return
    with st.spinner(_("Checking the rows ...")):
        faults = documents.check_rows(rows, hand.source, hand.programme if rows.targets else None, view.as_of)
    if faults:
        st.error(_("{count} faults; mend them above, nothing is lost.").format(count=len(faults)))
        st.markdown("\n".join(f"- {documents.describe_breach(fault, view.lang)}" for fault in faults))
        return
    st.success(_("{count} rows pass every check of the data package.").format(count=rows.count))
    st.download_button(
        _("Take the rows (ZIP of tables)"),
        data=lambda: archive(rows, hand),
        file_name=f"{hand.source['source_id']}.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
    )


def archive(rows: Rows, hand: Hand) -> bytes:
    """The rows as files of the data package, with the rows of their document and programme."""
    tables = {"targets.csv": rows.targets, "corrections.csv": rows.corrections, "sources.csv": (hand.source,)}
    tables |= {"programmes.csv": (hand.programme,)} if rows.targets else {}
    tables |= {f"observations/{theme}.csv": found for theme, found in rows.observations.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, table in tables.items():
            if table:
                archive.writestr(path, documents.table_text(table, documents.columns_of(path)))
    return buffer.getvalue()
