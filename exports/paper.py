"""From HTML to a PDF, without a browser and without asking any network."""

from html import escape

import weasyprint
from weasyprint.urls import URLFetcher


def to_pdf(body: str, sheet: str, title: str, lang: str) -> bytes:
    """A PDF of an HTML body with a style sheet; fonts are embedded, text stays text.

    Raises:
        Exception: the body asks for a file or an address; only ``data:`` is allowed.
    """
    return _page(body, sheet, title, lang).write_pdf(pdf_tags=True)


def count_pages(body: str, sheet: str, title: str, lang: str) -> int:
    """How many pages it would take."""
    return len(_page(body, sheet, title, lang).render().pages)


def _page(body: str, sheet: str, title: str, lang: str) -> weasyprint.HTML:
    text = (
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<style>{sheet}</style></head><body>{body}</body></html>"
    )
    return weasyprint.HTML(string=text, url_fetcher=URLFetcher(allowed_protocols=["data"], fail_on_errors=True))
