"""From HTML to a PDF, without a browser and without asking any network."""

from html import escape

import weasyprint
from weasyprint.urls import URLFetcher


class OutsideAddress(ValueError):
    """A page to be printed asked for something outside itself."""


def to_pdf(body: str, sheet: str, title: str, lang: str) -> bytes:
    """A PDF of an HTML body with a style sheet; fonts are embedded, text stays text.

    Raises:
        OutsideAddress: the body asks for a file or an address; only ``data:`` is allowed.
    """
    page = (
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<style>{sheet}</style></head><body>{body}</body></html>"
    )
    fetcher = URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    return weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_tags=True)
