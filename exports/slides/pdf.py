"""The deck as a PDF: vector charts, embedded fonts, a page a slide."""

import base64
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from exports.paper import to_pdf
from exports.slides import drawing, sections
from exports.slides.content import Panel, Show

# Inches that one picture has on a page, and each of two.
_ROOM = {1: (12.1, 4.75), 2: (5.9, 4.55)}
_SIZE = {name: re.compile(rf'<svg[^>]*? {name}="([0-9.]+)') for name in ("width", "height")}
_GRADIENT = re.compile(r'<linearGradient id="(?P<id>\w+)"[^>]*>(?P<stops>.*?)</linearGradient>')
_STOP = re.compile(r'<stop offset="(?P<offset>[0-9.]+)" stop-color="(?P<colour>[^"]+)"')
_BAR = re.compile(r'<path d="M0,0h(?P<width>[0-9.]+)v(?P<height>[0-9.]+)h-[0-9.]+Z" fill="url\(#(?P<id>\w+)\)"[^>]*/>')
_SHEET = Path(__file__).parent / "print.css"


def build(show: Show, progress: Callable[[int, int], None] | None = None) -> bytes:
    """The PDF; ``progress`` is told pictures drawn and pictures in all, after each."""
    count = sum(panel.chart is not None for slide in show.slides for panel in slide.panels)
    drawn = 0

    def picture(panel: Panel, beside: int) -> str:
        nonlocal drawn
        drawn += 1
        if progress:
            progress(drawn, count)
        return image(panel.spec, panel.alt, drawing.width_of(beside), _ROOM[beside])

    made = sections.of(show, picture)
    body = "".join(
        f"<section class='{section.kind}'>{section.body}"
        f"<footer><span>{escape(show.footer)}</span><span>{number} / {len(made)}</span></footer></section>"
        for number, section in enumerate(made, 1)
    )
    lang = "en" if show.lang == "en" else "zh-CN"
    return to_pdf(body, _SHEET.read_text(encoding="utf-8"), show.title.replace("\n", " / "), lang)


def image(spec: dict, alt: str, width: int, room: tuple[float, float]) -> str:
    """A picture as an element of HTML that holds its SVG, as large as the room (width, height in inches) lets it be."""
    svg = _in_steps(drawing.to_svg(spec, width))
    wide, high = (float(_SIZE[name].search(svg)[1]) for name in ("width", "height"))
    scale = min(room[0] / wide, room[1] / high)
    packed = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    size = f"width:{wide * scale:.3f}in;height:{high * scale:.3f}in"
    return f"<img class='chart' style='{size}' alt='{escape(alt)}' src='data:image/svg+xml;base64,{packed}'>"


def _in_steps(svg: str) -> str:
    """The SVG with the gradient of a legend as steps of plain colour: WeasyPrint leaves such a gradient out."""
    stops = {
        found["id"]: [(float(stop["offset"]), stop["colour"]) for stop in _STOP.finditer(found["stops"])]
        for found in _GRADIENT.finditer(svg)
    }

    def steps(bar: re.Match) -> str:
        width, ends = float(bar["width"]), [offset for offset, _ in stops[bar["id"]][1:]] + [1.0]
        return "".join(
            f"<rect x='{offset * width:.2f}' y='0' width='{(end - offset) * width:.2f}' height='{bar['height']}'"
            f" fill='{colour}'/>"
            for (offset, colour), end in zip(stops[bar["id"]], ends, strict=True)
        )

    return _BAR.sub(steps, svg)
