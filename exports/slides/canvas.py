"""The place on a slide that a chart or table is drawn in, and the type it is set in."""

import re
from dataclasses import dataclass, field
from html import escape

from lxml import etree
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Pt


@dataclass(frozen=True)
class Face:
    """Typefaces of Latin and of Chinese text; those of the theme where the master is somebody else's."""

    latin: str = "Microsoft YaHei"
    east_asian: str = "Microsoft YaHei"


_NO_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
_LATIN, _EAST_ASIAN = qn("a:latin"), qn("a:ea")

THEME_FACE = Face("+mn-lt", "+mn-ea")


@dataclass(frozen=True)
class Canvas:
    """A box on a slide, in EMU, its typefaces, and the size of its text in points."""

    shapes: SlideShapes
    left: int
    top: int
    width: int
    height: int
    face: Face = field(default_factory=Face)
    size: float = 14

    def chart(self, kind: XL_CHART_TYPE, data: ChartData) -> GraphicFrame:
        """A native chart that fills the box, in the canvas's type, its legend above."""
        frame = self.shapes.add_chart(kind, Emu(self.left), Emu(self.top), Emu(self.width), Emu(self.height), data)
        chart = frame.chart
        chart.has_title = False
        chart.font.size = Pt(self.size)
        set_face(chart._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), self.face)
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        return frame


def xml_text(text: str) -> str:
    """Text to stand inside XML that is written as a whole; what XML has no character for is left out."""
    return escape(_NO_XML.sub("", text))


def set_face(properties: etree._Element, face: Face) -> None:
    """Write both typefaces into run properties; python-pptx writes the Latin one only."""
    for tag, typeface in ((_LATIN, face.latin), (_EAST_ASIAN, face.east_asian)):
        element = properties.find(tag)
        if element is None:
            element = etree.SubElement(properties, tag)
        element.set("typeface", typeface)
