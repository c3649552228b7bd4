"""The master that slides stand on: our plain one, 16:9, or the office's own with everything that is in it."""

import copy
import io
import re
import zipfile
from dataclasses import dataclass, field
from functools import cache, cached_property

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder, SlidePlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches, Pt

from exports.slides.canvas import THEME_FACE, Face

_TEMPLATE_TYPE = "presentationml.template.main+xml"
_DECK_TYPE = "presentationml.presentation.main+xml"
_UNPACKED_AT_MOST = 200_000_000
_FOOTERS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)

# Of python-pptx's own template: title slide, section header, title only.
_KEPT = {"title": 0, "secHead": 2, "titleOnly": 5}
# Colours that charts and shapes of the office take from the theme, in its order from accent1.
_LINK = "1C5486"
_ACCENTS = ("2F7AB9", "C2571A", "2E8B57", "B8860B", "B5508F", "757575")


class TemplateFault(ValueError):
    """A file that is no template of PowerPoint; the message says why."""


@dataclass(frozen=True)
class Master:
    """An empty presentation, its layouts by what they are for, and the typefaces to write into it."""

    deck: Deck
    title: SlideLayout
    section: SlideLayout
    content: SlideLayout
    face: Face
    own: bool
    _known: dict[tuple[int, str], list] = field(default_factory=dict, repr=False)

    def add(self, layout: SlideLayout, footer: str) -> Slide:
        """A slide of a layout with its title, the footer and the slide's number; other placeholders are taken off."""
        slide = self.deck.slides.add_slide(layout)
        wanted = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE)
        for shape in list(slide.placeholders):
            kind = shape.placeholder_format.type
            is_text_of_opening = layout is not self.content and kind == PP_PLACEHOLDER.BODY
            if kind not in wanted and not is_text_of_opening:
                shape._element.getparent().remove(shape._element)
        for element in self._footers(slide, layout, footer):
            slide.shapes._spTree.append(copy.deepcopy(element))
        return slide

    def _footers(self, slide: Slide, layout: SlideLayout, footer: str) -> list:
        """Footer and number as a slide has them, written once: python-pptx searches the whole layout each time."""
        if (id(layout), footer) not in self._known:
            self._known[id(layout), footer] = [
                _footer_on(slide, shape, footer, self.own)
                for shape in layout.placeholders
                if shape.placeholder_format.type in _FOOTERS
            ]
        return self._known[id(layout), footer]

    @cached_property
    def room(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in EMU that a slide has below its title and above its footer."""
        layout = self.content
        width, height = self.deck.slide_width, self.deck.slide_height
        top, bottom, left = int(height * 0.2), int(height * 0.92), int(width * 0.045)
        for shape in layout.placeholders:
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE) and shape.top < height / 3:
                top, left = shape.top + shape.height, shape.left
            elif kind in _FOOTERS and shape.top > height / 2:
                bottom = min(bottom, shape.top)
        return left, top, width - 2 * left, bottom - top


def open_master(template: bytes | None = None) -> Master:
    """Our master, or the one of an office's ``.potx`` or ``.pptx`` with its slides taken out.

    Raises:
        TemplateFault: not such a file, or it has no layout with a title.
    """
    master = _own() if template is None else _of_office(template)
    package = master.deck.part.package
    package.next_partname = _PartNames(package)
    return master


class _PartNames:
    """Names for new parts of a file, counted on: python-pptx walks the whole file for each, the longer the slower."""

    def __init__(self, package: OpcPackage) -> None:
        self._taken = {str(part.partname) for part in package.iter_parts()}
        self._next: dict[str, int] = {}

    def __call__(self, template: str) -> PackURI:
        number = self._next.get(template, 1)
        while template % number in self._taken:
            number += 1
        self._next[template] = number + 1
        return PackURI(template % number)


def _of_office(template: bytes) -> Master:
    try:
        deck = Presentation(io.BytesIO(_as_deck(template)))
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as fault:
        raise TemplateFault(f"not a template of PowerPoint (.potx or .pptx): {fault}") from fault
    for reference in list(deck.slides._sldIdLst):
        deck.part.drop_rel(reference.rId)
        deck.slides._sldIdLst.remove(reference)
    layouts = [layout for layout in deck.slide_layouts if _has_title(layout)]
    if not layouts:
        raise TemplateFault("the template has no layout with a title")
    content = _of_kind(layouts, "titleOnly") or _fewest_placeholders(layouts)
    title = _of_kind(layouts, "title") or layouts[0]
    return Master(deck, title, _of_kind(layouts, "secHead") or title, content, THEME_FACE, own=False)


def _as_deck(template: bytes) -> bytes:
    """The file with a template's content type turned into a presentation's, which python-pptx opens."""
    with zipfile.ZipFile(io.BytesIO(template)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED_AT_MOST:
            raise TemplateFault(f"the template unpacks to more than {_UNPACKED_AT_MOST} bytes")
        types = packed.read("[Content_Types].xml")
        if _TEMPLATE_TYPE.encode() not in types:
            return template
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out:
            for entry in packed.infolist():
                body = packed.read(entry)
                if entry.filename == "[Content_Types].xml":
                    body = types.replace(_TEMPLATE_TYPE.encode(), _DECK_TYPE.encode())
                out.writestr(entry, body)
        return written.getvalue()


def _has_title(layout: SlideLayout) -> bool:
    kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    return any(shape.placeholder_format.type in kinds for shape in layout.placeholders)


def _of_kind(layouts: list[SlideLayout], kind: str) -> SlideLayout | None:
    return next((layout for layout in layouts if layout._element.get("type") == kind), None)


def _fewest_placeholders(layouts: list[SlideLayout]) -> SlideLayout:
    return min(layouts, key=lambda layout: len(list(layout.placeholders)))


def _own() -> Master:
    deck = Presentation(io.BytesIO(_own_file()))
    layouts = list(deck.slide_layouts)
    title, section, content = (_of_kind(layouts, name) for name in _KEPT)
    return Master(deck, title, section, content, Face(), own=True)


@cache
def _own_file() -> bytes:
    """Our master as a file without slides, made once."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(40 / 3), Inches(7.5)
    kept = {name: deck.slide_layouts[number] for name, number in _KEPT.items()}
    for layout in list(deck.slide_layouts):
        if layout not in kept.values():
            deck.slide_layouts.remove(layout)
    for held in (deck.slide_master, deck.notes_master):
        _set_theme(held.part, Face())
    _lay_out_master(deck)
    for name, layout in kept.items():
        _lay_out(layout, name)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _set_theme(master: Part, face: Face) -> None:
    part = master.part_related_by(RT.THEME)
    text = part.blob.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{face.latin}"', text)
    text = re.sub(r'<a:ea typeface="[^"]*"', f'<a:ea typeface="{face.east_asian}"', text)
    text = re.sub(r'script="Hans" typeface="[^"]*"', f'script="Hans" typeface="{face.east_asian}"', text)
    # Links in the headline's own dark blue, and the same once they were followed.
    text = re.sub(r"(<a:(?:fol)?[hH]link>).*?(</a:(?:fol)?[hH]link>)", rf'\1<a:srgbClr val="{_LINK}"/>\2', text)
    for number, colour in enumerate(_ACCENTS, 1):
        text = re.sub(
            rf"<a:accent{number}>.*?</a:accent{number}>",
            f'<a:accent{number}><a:srgbClr val="{colour}"/></a:accent{number}>',
            text,
        )
    part._blob = text.encode("utf-8")


def _lay_out_master(deck: Deck) -> None:
    """Placeholders of the master for 16:9; the title left, 28 points, the footer quiet."""
    for shape in deck.slide_master.placeholders:
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.TITLE:
            _place(shape, 0.6, 0.3, 12.13, 1.05)
        elif kind == PP_PLACEHOLDER.BODY:
            _place(shape, 0.6, 1.5, 12.13, 5.2)
        elif kind == PP_PLACEHOLDER.FOOTER:
            _place(shape, 0.6, 7.02, 10.6, 0.3)
        elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            _place(shape, 11.73, 7.02, 1.0, 0.3)
        elif kind == PP_PLACEHOLDER.DATE:
            _place(shape, 11.2, 7.02, 0.5, 0.3)
    styles = deck.slide_master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    level = styles.find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    level.find(qn("a:defRPr")).set("sz", "2800")
    level.find(qn("a:defRPr")).set("b", "1")
    for shape in deck.slide_master.placeholders:
        if shape.placeholder_format.type in _FOOTERS:
            for properties in shape._element.iter(qn("a:defRPr")):
                properties.set("sz", "1100")
        if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            for level in shape._element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")


def _lay_out(layout: SlideLayout, name: str) -> None:
    for shape in list(layout.placeholders):
        kind = shape.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            shape._element.getparent().remove(shape._element)
        elif kind == PP_PLACEHOLDER.FOOTER:
            _place(shape, 0.6, 7.02, 10.6, 0.3)
        elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            _place(shape, 11.73, 7.02, 1.0, 0.3)
        elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            _place(shape, *((0.6, 0.3, 12.13, 1.05) if name == "titleOnly" else (1.0, 2.1, 11.33, 1.7)))
            if name != "titleOnly":
                _set_size(shape, 40)
        else:
            _place(shape, 1.0, 3.95, 11.33, 1.4)
            _set_size(shape, 20)


def _set_size(shape: object, points: int) -> None:
    """Size and left alignment of a layout's placeholder, and its text at the top of its box."""
    listed = shape._element.find(f".//{qn('a:lstStyle')}")
    for level in list(listed):
        listed.remove(level)
    level = listed.makeelement(qn("a:lvl1pPr"), {"algn": "l", "marL": "0", "indent": "0"})
    level.append(level.makeelement(qn("a:buNone"), {}))
    level.append(level.makeelement(qn("a:defRPr"), {"sz": str(int(Pt(points).pt * 100)), "cap": "none"}))
    listed.append(level)


def _place(shape: object, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in (left, top, width, height))


def _footer_on(slide: Slide, shape: LayoutPlaceholder, footer: str, own: bool) -> object:
    """A layout's footer or number as it stands on a slide, where it takes its place and type from the layout."""
    copied = copy.deepcopy(shape._element)
    properties = copied.find(qn("p:spPr"))
    for child in list(properties):
        properties.remove(child)
    if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
        frame = SlidePlaceholder(copied, slide.shapes).text_frame
        frame.text = footer
        if own:
            frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return copied
