"""The documents that were published last."""

from ui import headings
from ui.exhibits import Exhibit
from ui.reader import Reader


def build(reader: Reader) -> Exhibit | None:
    """A table of documents, newest first."""
    _ = reader.words
    rows = reader.fetch("newest_documents")
    if rows.empty:
        return None
    title = _("Newest documents")
    return Exhibit(
        page="overview",
        title=title,
        takeaway=title,
        rows=rows,
        columns={
            "published": _("Published"),
            "title": _("Document"),
            "publisher": _("Publisher"),
            "targets": _("Targets"),
            "figures": _("Figures"),
            "url": _("Address"),
        },
        file_columns=headings.documents(_),
    )
