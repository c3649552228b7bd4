"""The deck as a PDF: vector charts, embedded fonts, a page a slide."""

import base64
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from exports.paper import to_pdf
from exports.slides import drawing, measuring, sections
from exports.slides.content import Panel, Show, Slide

# Points that a picture has at most on a page, and each of two; what is said above and below takes from the height.
_WIDTHS = {1: 871.0, 2: 425.0}
_HEIGHT, _FOOTER, _CAPTION, _TALLEST = 6.8 * 72, 24.0, 26.0, 4.75 * 72
_HEADLINE_SIZES = {"": 27.0, "long": 20.0, "longest": 16.0}
_BELOW_SIZE, _LINE, _BELOW_LINE = 10.5, 1.22, 1.35
_SIZE = {name: re.compile(rf'<svg[^>]*? {name}="([0-9.]+)') for name in ("width", "height")}
_GRADIENT = re.compile(r'<linearGradient id="(?P<id>\w+)"[^>]*>(?P<stops>.*?)</linearGradient>')
_STOP = re.compile(r'<stop offset="(?P<offset>[0-9.]+)" stop-color="(?P<colour>[^"]+)"')
_BAR = re.compile(r'<path d="M0,0h(?P<width>[0-9.]+)v(?P<height>[0-9.]+)h-[0-9.]+Z" fill="url\(#(?P<id>\w+)\)"[^>]*/>')
_SHEET = Path(__file__).parent / "print.css"


def build(show: Show, progress: Callable[[int, int], None] | None = None) -> bytes:
    """The PDF; ``progress`` is told pictures drawn and pictures in all, after each."""
    room = {id(panel): _room(slide, panel) for slide in show.slides for panel in slide.panels}
    count = sum(panel.chart is not None for slide in show.slides for panel in slide.panels)
    drawn = 0

    def picture(panel: Panel, beside: int) -> str:
        nonlocal drawn
        drawn += 1
        if progress:
            progress(drawn, count)
        return image(panel.spec, panel.alt, drawing.width_of(beside), room[id(panel)])

    made = sections.of(show, picture)
    body = "".join(
        f"<section class='{section.kind}'>{section.body}"
        f"<footer><span>{escape(show.footer)}</span><span>{number} / {len(made)}</span></footer></section>"
        for number, section in enumerate(made, 1)
    )
    lang = "en" if show.lang == "en" else "zh-CN"
    return to_pdf(body, _SHEET.read_text(encoding="utf-8"), show.title.replace("\n", " / "), lang)


def _room(slide: Slide, panel: Panel) -> tuple[float, float]:
    """Width and height in inches that the words around a picture leave it."""
    beside = len(slide.panels)
    size = _HEADLINE_SIZES[sections.size_of(slide.headlines)]
    headline = sum(measuring.lines(line, _WIDTHS[1] / size) for line in slide.headlines) * size * _LINE
    below = max(
        sum(
            measuring.lines(text, _WIDTHS[beside] / _BELOW_SIZE) * _BELOW_SIZE * _BELOW_LINE + 2
            for text in (*one.cautions, one.source)
        )
        for one in slide.panels
    )
    caption = _CAPTION * measuring.lines(panel.title, _WIDTHS[beside] / 14)
    height = _HEIGHT - headline - caption - below - _FOOTER
    return _WIDTHS[beside] / 72, max(min(height, _TALLEST), _TALLEST / 4) / 72


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
