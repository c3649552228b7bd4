"""A page on paper: what stands only on the screen is left out, tables stand as text, and a button that prints."""

import html
from collections.abc import Mapping, Sequence

import streamlit as st

from ui import exhibits, numbers
from ui.exhibits import Choice, Exhibit
from ui.frame import View
from ui.reader import Reader
from ui.remembered import remembered

# A page of A4 less its margins, in CSS pixels; what a picture needs beside its own height; the largest useful zoom.
_PAGE_HEIGHT = 1040
_AROUND_A_PICTURE = 105
_LARGEST = 0.72

# The one place with styles: Streamlit has no setting for paper.
_STYLE = """
<style>
.on-paper { display: none }
@media print {
  @page { size: A4; margin: 9mm 10mm }
  html, body, #root, .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    display: block !important; position: static !important; height: auto !important; overflow: visible !important;
    background: #fff !important; color: #1b1b1b !important; inset: auto !important
  }
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stExpander"],
  [data-testid="stDataFrame"], [data-testid="stElementToolbar"], [data-testid="stExpandSidebarButton"],
  [data-testid="stSelectbox"], [data-testid="stMultiSelect"], [data-testid="stButtonGroup"],
  [data-testid="stDownloadButton"], [data-testid="stButton"], [data-testid="stPopover"],
  [data-testid="stPageLink"], [data-testid="stToast"], [data-testid="stSkeleton"],
  [data-testid="stMetricLabel"] button, [data-testid="stTooltipIcon"], [data-testid="stDialog"] {
    display: none !important
  }
  [data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: none !important; zoom: %(zoom).3f }
  [data-testid="stVerticalBlock"] { gap: 0.45rem !important }
  [data-testid="stElementContainer"]:has([data-testid="stDataFrame"]) + * { display: none !important }
  h1 { padding: 0 !important }
  h2, h3 { padding: 0.4rem 0 0 !important; break-after: avoid }
  hr { margin: 0.4rem 0 !important }
  .stVegaLiteChart { break-inside: avoid }
  .on-paper { display: block }
  .on-paper table { width: 100%%; border-collapse: collapse; font-size: 0.85rem }
  .on-paper th, .on-paper td { text-align: left; vertical-align: top; padding: 0.1rem 0.5rem 0.1rem 0;
    border-bottom: 1px solid #ddd }
  .on-paper td:not(:first-child):not(:nth-child(2)) { min-width: 5.5rem }
  .on-paper tr { break-inside: avoid }
}
</style>
"""

_print_button = st.components.v2.component(
    "print_button",
    html="<button id='print'></button>",
    css="""
        button { font: inherit; color: inherit; background: none; border: 1px solid currentColor;
          border-radius: 0.25rem; padding: 0.35rem 0.75rem; cursor: pointer }
        @media print { button { display: none } }
    """,
    js="""
        export default function({data, parentElement}) {
          const button = parentElement.querySelector("#print");
          button.textContent = data.label;
          button.onclick = () => window.print();
        }
    """,
)


def offer_printing(view: View) -> None:
    """The button that prints the page."""
    _print_button(
        data={"label": view.words("Print on two pages")}, key="print_button", height="content", width="content"
    )


def fit_on_two_pages(*pages: tuple[int, list[Exhibit | None]]) -> None:
    """Give a page its paper form, as large as its fullest page of paper allows.

    Args:
        pages: for each page of paper the height of its text in CSS pixels and the exhibits whose pictures stand on it.
    """
    heights = [
        text + sum(exhibit.spec["height"] + _AROUND_A_PICTURE for exhibit in shown if exhibit and exhibit.chart)
        for text, shown in pages
    ]
    st.html(_STYLE % {"zoom": min(_LARGEST, _PAGE_HEIGHT / max(heights))})


def on_paper(view: View, exhibit: Exhibit, columns: Sequence[str], at_most: int) -> None:
    """An exhibit's first rows as text, on paper only, where a table that scrolls is of no use."""
    st.html(remembered(_on_paper, view, exhibit.name, exhibit.choices, columns, at_most))


def _on_paper(reader: Reader, name: str, choices: Mapping[str, Choice], columns: Sequence[str], at_most: int) -> str:
    _ = reader.words
    exhibit = exhibits.build(name, reader, **choices)
    heads = "".join(f"<th>{html.escape(exhibit.columns[column])}</th>" for column in columns)
    shown = zip(*(exhibit.rows[column].head(at_most) for column in columns), strict=True)
    cells = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_text(value))}</td>" for value in row) + "</tr>" for row in shown
    )
    left = len(exhibit.rows) - at_most
    more = f"<p>{html.escape(_('and {count} more').format(count=left))}</p>" if left > 0 else ""
    return f"<div class='on-paper'><table><tr>{heads}</tr>{cells}</table>{more}</div>"


def _text(value: object) -> str:
    return str(value) if numbers.is_known(value) else numbers.UNKNOWN
