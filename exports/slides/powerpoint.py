"""The deck as a file of PowerPoint: native charts and tables, notes, footers and text alternatives on every slide."""

import io
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as PowerPointSlide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from exports.slides import drawing, measuring, native, speaking, tabling
from exports.slides.canvas import Canvas, Face, set_face, xml_text
from exports.slides.content import Panel, Show, Slide
from exports.slides.master import Master, open_master
from exports.telling import Part, Told

log = logging.getLogger("quality_scoreboard.slides")

_QUIET = "595959"
_DOCUMENTS_A_SLIDE = 12
_PARAGRAPHS_A_SLIDE = 7


class Faults(list[str]):
    """What could not be made, each naming its slide."""


def build(
    show: Show, template: bytes | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[bytes, Faults]:
    """The presentation as ``.pptx``, and the slides that could not be made as they should be.

    Args:
        template: an office's own ``.potx`` or ``.pptx``; its masters are kept.
        progress: told slides done and slides in all, after each.

    Raises:
        TemplateFault: the template is not one.
    """
    master = open_master(template)
    faults = Faults()
    master.deck.core_properties.title = show.title
    master.deck.core_properties.subject = show.footer
    _opening(master, master.title, show.title, show.subtitle, show.footer)
    made = []
    for place, slide in enumerate(show.slides):
        if show.opens_section(place):
            _opening(master, master.section, slide.section, "", show.footer)
        made.append(_one(master, show, slide, faults))
        if progress:
            progress(place + 1, len(show.slides))
    _paragraphs(master, show.words["method"], list(show.method), show.footer)
    _link(_claims(show, made), show, _documents(master, show))
    written = io.BytesIO()
    master.deck.save(written)
    return written.getvalue(), faults


def _one(master: Master, show: Show, slide: Slide, faults: Faults) -> PowerPointSlide:
    """One slide; what cannot be drawn is told on it, and the rest of the deck is made."""
    made = master.add(master.content, show.footer)
    if slide.fault:
        faults.append(slide.fault)
        _fault(master, made, slide.fault)
        return made
    _headline(made, slide.headlines, master)
    try:
        for panel, canvas in zip(slide.panels, _canvases(master, made, len(slide.panels)), strict=True):
            _panel(master, made, canvas, slide, panel)
    except Exception as fault:  # whatever it is: this slide tells it, the others are made
        log.exception("slide “%s”", slide.panels[0].headline)
        told = f"{slide.panels[0].headline}: {type(fault).__name__}: {fault}"
        faults.append(told)
        _fault(master, made, told)
    pictured = any(panel.chart and native.of(panel.chart) is None for panel in slide.panels)
    made.notes_slide.notes_text_frame.text = speaking.notes(slide, show.words, with_rows=pictured)
    return made


def _canvases(master: Master, made: PowerPointSlide, count: int) -> list[Canvas]:
    """One box, or two side by side, between title and footer."""
    left, top, width, height = master.room
    gap = Inches(0.35)
    share = (width - gap * (count - 1)) // count
    size = 14 if count == 1 else 11
    return [
        Canvas(made.shapes, left + number * (share + gap), top, share, height, master.face, size)
        for number in range(count)
    ]


def _panel(master: Master, made: PowerPointSlide, canvas: Canvas, slide: Slide, panel: Panel) -> None:
    """What is shown, the chart or table, and what must be told below it."""
    line = Inches(0.36)
    number = f" ({slide.page}/{slide.pages})" if slide.pages > 1 else ""
    below = [*panel.cautions, panel.source]
    room = canvas.width / Pt(canvas.size - 3)
    lines = sum(measuring.lines(text, room) for text in below)
    foot = int(Pt(canvas.size - 3) * 1.3 * lines + Inches(0.1))
    _text(canvas, canvas.top, line, [panel.title.replace("\n", " / ") + number], canvas.size, _QUIET)
    _text(canvas, canvas.top + canvas.height - foot, foot, below, canvas.size - 3, _QUIET)
    inner = replace(canvas, top=canvas.top + line, height=canvas.height - line - foot)
    for shape in _drawn(inner, panel):
        properties = shape._element.find(f".//{qn('p:cNvPr')}")
        properties.set("descr", panel.alt)
        properties.set("title", panel.title)
        properties.set("name", panel.title[:80])


def _drawn(canvas: Canvas, panel: Panel) -> list:
    form = native.of(panel.chart)
    if form is not None:
        drawn = form.draw(canvas, panel)
        return drawn if isinstance(drawn, list) else [drawn]
    if panel.chart is None:
        return [tabling.rows(canvas, panel.rows, panel.columns, panel.whole)]
    picture = canvas.shapes.add_picture(io.BytesIO(drawing.to_png(panel.spec)), 0, 0)
    scale = min(canvas.width / picture.width, canvas.height / picture.height)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    picture.left = canvas.left + (canvas.width - picture.width) // 2
    picture.top = canvas.top
    return [picture]


def _opening(master: Master, layout: object, title: str, subtitle: str, footer: str) -> None:
    slide = master.add(layout, footer)
    slide.shapes.title.text_frame.text = title
    _set_faces(slide.shapes.title, master.face)
    for shape in list(slide.placeholders):
        if shape.placeholder_format.type in (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY):
            if subtitle:
                shape.text_frame.text = subtitle
                _set_faces(shape, master.face)
            else:
                shape._element.getparent().remove(shape._element)


def _headline(made: PowerPointSlide, headlines: list[str], master: Master) -> None:
    """The claim; long ones are set smaller, so that two lines hold them; two languages stand below one another.

    Each part of a ``Told`` is a run of its own, so that a figure can be linked.
    """
    title = made.shapes.title
    frame = title.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    width, room = title.width, 2 if len(headlines) == 1 else 2.6
    for size in (28, 24, 20, 18, 16, 14):
        if sum(measuring.lines(text, width / Pt(size) * 0.96) for text in headlines) <= room * 28 / size * 0.9:
            break
    _write(frame, [[part.text for part in Told.of(text).parts] for text in headlines], size, master.face)


def _paragraphs(master: Master, heading: str, paragraphs: list[str], footer: str) -> None:
    """Slides of running text."""
    for part in measuring.even_parts(len(paragraphs), _PARAGRAPHS_A_SLIDE):
        slide = master.add(master.content, footer)
        _headline(slide, [heading], master)
        canvas = _canvases(master, slide, 1)[0]
        _text(canvas, canvas.top + Inches(0.15), canvas.height - Inches(0.3), paragraphs[part], 15, "1B1B1B", space=9)


def _claims(show: Show, made: list[PowerPointSlide]) -> Iterator[tuple[PowerPointSlide, object, Part]]:
    """Each run of the headlines with its slide and the part of the sentence that it holds."""
    for slide, one in zip(show.slides, made, strict=True):
        for line, paragraph in zip(slide.headlines, one.shapes.title.text_frame.paragraphs, strict=False):
            yield from ((one, run, part) for run, part in zip(paragraph.runs, line.parts, strict=True))


def _link(claims: Iterable[tuple[PowerPointSlide, object, Part]], show: Show, sources: list[PowerPointSlide]) -> None:
    """Let each figure of a headline jump to the slide that lists its document; no network is asked.

    Args:
        sources: the slide of each document, in the order of ``show.documents``.
    """
    for slide, run, part in claims:
        number = show.document_of(part)
        if number:
            reference = slide.part.relate_to(sources[number - 1].part, RT.SLIDE)
            # A run knows addresses only: the jump is written as PowerPoint writes it (ECMA-376, 21.1.2.3.5).
            run._r.get_or_add_rPr().add_hlinkClick(reference).set("action", "ppaction://hlinksldjump")


def _documents(master: Master, show: Show) -> list[PowerPointSlide]:
    """Every document that the slides cite, numbered, each leading to its address; returns the slide of each."""
    slides = []
    for part in measuring.even_parts(len(show.documents), _DOCUMENTS_A_SLIDE) if show.documents else ():
        slide = master.add(master.content, show.footer)
        slides += [slide] * len(show.documents[part])
        _headline(slide, [show.words["sources"]], master)
        canvas = _canvases(master, slide, 1)[0]
        chosen = show.documents[part]
        numbered = [f"[{part.start + number}] {document.citation}" for number, document in enumerate(chosen, 1)]
        box = _text(canvas, canvas.top + Inches(0.1), canvas.height - Inches(0.2), numbered, 13, "1B1B1B", space=6)
        for paragraph, document in zip(box.text_frame.paragraphs, chosen, strict=True):
            if document.url:
                paragraph.runs[0].hyperlink.address = document.url
    return slides


def _fault(master: Master, made: PowerPointSlide, told: str) -> None:
    if not made.shapes.title.text_frame.text:
        _headline(made, [told], master)
        return
    canvas = _canvases(master, made, 1)[0]
    _text(canvas, canvas.top + canvas.height // 3, Inches(1.5), [told], 16, "A3261C")


def _text(
    canvas: Canvas, top: int, height: int, paragraphs: list[str], size: float, ink: str, space: float = 0
) -> object:
    """A box of paragraphs in the canvas's type."""
    box = canvas.shapes.add_textbox(Emu(canvas.left), Emu(int(top)), Emu(canvas.width), Emu(int(height)))
    frame = box.text_frame
    frame.word_wrap = True
    # At the sides the default stays, which titles have too.
    frame.margin_top = frame.margin_bottom = 0
    _write(frame, [[text] for text in paragraphs], size, canvas.face, ink, space)
    return box


def _write(
    frame: TextFrame, paragraphs: list[list[str]], size: float, face: Face, ink: str | None = None, space: float = 0
) -> None:
    """Paragraphs of runs into a box, as a whole: run by run, python-pptx takes a third of a slide's time for it."""
    body = frame._txBody
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    filled = f"<a:solidFill><a:srgbClr val='{ink}'/></a:solidFill>" if ink else ""
    faces = f"<a:latin typeface='{face.latin}'/><a:ea typeface='{face.east_asian}'/>"
    properties = f"<a:rPr sz='{int(size * 100)}'>{filled}{faces}</a:rPr>"
    after = f"<a:pPr><a:spcAft><a:spcPts val='{int(space * 100)}'/></a:spcAft></a:pPr>" if ink else ""
    for runs in paragraphs:
        told = "".join(f"<a:r>{properties}<a:t>{xml_text(text)}</a:t></a:r>" for text in runs)
        body.append(parse_xml(f"<a:p {nsdecls('a')}>{after}{told}</a:p>"))


def _set_faces(shape: object, face: Face) -> None:
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            set_face(run._r.get_or_add_rPr(), face)
