"""The deck as one HTML file that presents itself: charts stay interactive, and no network is ever asked."""

import json
import re
from functools import cache
from html import escape
from pathlib import Path

import vl_convert

from exports.slides import drawing, sections
from exports.slides.content import Evidence, Panel, Show

_FOLDER = Path(__file__).parent / "presenter"


def build(show: Show) -> bytes:
    """The file, UTF-8; its own reader is any browser of the last years."""
    specs: list[dict] = []

    def picture(panel: Panel, beside: int) -> str:
        specs.append(drawing.prepared(panel.spec, drawing.width_of(beside)))
        return f"<div class='chart' data-spec='{len(specs) - 1}' role='img' aria-label='{escape(panel.alt)}'></div>"

    made = sections.of(show, picture)
    data = {
        "specs": specs,
        "notes": [section.notes for section in made],
        "evidence": [[_plain(one) for one in section.evidence] for section in made],
        "words": dict(show.words),
    }
    body = "\n".join(
        f"<section class='{section.kind}' aria-label='{number} / {len(made)}'>{section.body}"
        f"<footer><span>{escape(show.footer)}</span><span>{number} / {len(made)}</span></footer></section>"
        for number, section in enumerate(made, 1)
    )
    parts = {
        "lang": "en" if show.lang == "en" else "zh-CN",
        "title": escape(show.title.replace("\n", " / ")),
        "style": _part("presenter.css"),
        "sections": body,
        "data": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        "vega": _vega(),
        "script": _part("presenter.js"),
        **{f"word_{name}": escape(text) for name, text in show.words.items()},
    }
    page = _part("presenter.html")
    for name, text in parts.items():
        page = page.replace(f"[[{name}]]", text)
    return page.encode("utf-8")


def _plain(one: Evidence) -> dict:
    return {name: value for name, value in vars(one).items() if value}


@cache
def _part(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _vega() -> str:
    return _inside_script(vl_convert.javascript_bundle())


def _inside_script(text: str) -> str:
    """Text that cannot end the script element it stands in; in strings it means the same."""
    return re.sub(r"<(?=/script|!--)", r"\\x3C", text, flags=re.IGNORECASE)
