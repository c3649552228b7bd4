"""What native charts share: fills, labels, axes and intervals."""

import math
from collections.abc import Iterable, Mapping

import pandas as pd
from pptx.chart.axis import ValueAxis, _BaseAxis
from pptx.chart.chart import Chart
from pptx.chart.plot import _BasePlot
from pptx.chart.series import _BaseSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from exports.slides.canvas import Canvas, set_face, xml_text

QUIET, GRID = RGBColor(0x59, 0x59, 0x59), RGBColor(0xDD, 0xDD, 0xDD)

# A format of a spreadsheet divides by thousands only; the escaped point makes tens of thousands and hundred millions.
_AXIS_FORMAT = {
    "zh": r'[>=100000000]0\.00,,"亿";[>=100000]0\.0,"万";General',
    "en": "#,##0.##",
}

_FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_SHOWN = "".join(f"<c:{flag} val='{int(flag == 'showVal')}'/>" for flag in _FLAGS)
_HIDDEN = "".join(f"<c:{flag} val='0'/>" for flag in _FLAGS)


def values(column: Iterable[float]) -> list[float | None]:
    """Figures of a series; what is not known is a gap."""
    return [None if pd.isna(value) else float(value) for value in column]


def fill(series: _BaseSeries, colour: str) -> None:
    """Fill of a series' bars."""
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(colour)
    series.invert_if_negative = False


def label_points(
    canvas: Canvas, series: _BaseSeries, texts: list[str], position: XL_LABEL_POSITION = XL_LABEL_POSITION.OUTSIDE_END
) -> None:
    """Words beside the points of a series; no words, no label.

    Written as a whole: python-pptx builds each label from a dozen calls, which took half the time of a slide.
    """
    if not any(texts):
        return
    place_of = XL_LABEL_POSITION.to_xml(position)
    face = f"<a:latin typeface='{canvas.face.latin}'/><a:ea typeface='{canvas.face.east_asian}'/>"
    size = int((canvas.size - 1) * 100)
    labels = "".join(
        f"<c:dLbl><c:idx val='{place}'/><c:tx><c:rich><a:bodyPr wrap='none'/><a:lstStyle/><a:p><a:r>"
        f"<a:rPr sz='{size}'>{face}</a:rPr><a:t>{xml_text(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        f"<c:dLblPos val='{place_of}'/>{_SHOWN}</c:dLbl>"
        for place, text in enumerate(texts)
        if text
    )
    written = parse_xml(f"<c:dLbls {nsdecls('c', 'a')}>{labels}{_HIDDEN}</c:dLbls>")
    series._element.find(qn("c:cat")).addprevious(written)


def show_values(canvas: Canvas, plot: _BasePlot, colour: str) -> None:
    """The values of all series inside their bars."""
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.font.size = Pt(canvas.size - 2)
    labels.font.color.rgb = RGBColor.from_string(colour)
    set_face(labels._element.find(f".//{qn('a:defRPr')}"), canvas.face)


def top_down(chart: Chart) -> None:
    """First category at the top, as on the screen, with the value axis below."""
    chart.category_axis.reverse_order = True
    # The value axis crosses at the last category, which is the lowest now.
    chart.value_axis._element.find(qn("c:crosses")).set("val", "max")
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.format.line.color.rgb = GRID


def axis(
    value_axis: ValueAxis, words: Mapping[str, str], highest: float | None = None, lowest: float | None = 0
) -> None:
    """A quiet value axis with its title (``axis``) and its numbers as the language (``lang``) writes them."""
    value_axis.minimum_scale = lowest
    value_axis.maximum_scale = highest
    value_axis.major_gridlines.format.line.color.rgb = GRID
    value_axis.format.line.fill.background()
    value_axis.major_tick_mark = XL_TICK_MARK.NONE
    value_axis.tick_labels.number_format = _AXIS_FORMAT[words["lang"]]
    value_axis.tick_labels.number_format_is_linked = False
    upright(value_axis)
    value_axis.has_title = bool(words["axis"])
    if words["axis"]:
        frame = value_axis.axis_title.text_frame
        frame.text = words["axis"]
        frame.paragraphs[0].runs[0].font.bold = False
        frame.paragraphs[0].runs[0].font.color.rgb = QUIET


def upright(one: _BaseAxis) -> None:
    """Never turn an axis's labels."""
    body = one._element.get_or_add_txPr().find(qn("a:bodyPr"))
    body.set("rot", "0")
    body.set("vert", "horz")


def slant(one: _BaseAxis) -> None:
    """Turn an axis's labels by 45 degrees."""
    one._element.get_or_add_txPr().find(qn("a:bodyPr")).set("rot", "-2700000")


def every_nth(one: _BaseAxis, step: int) -> None:
    """Word only every so many-th name of a category axis."""
    if step > 1:
        skip = one._element.makeelement(qn("c:tickLblSkip"), {"val": str(step)})
        one._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def round_up(value: float) -> float:
    """The next number of one or two leading digits, for the end of an axis."""
    if not value > 0:
        return 1.0
    step = 10.0 ** (math.floor(math.log10(value)) - 1) * 2
    return math.ceil(value / step) * step


def outline(series: _BaseSeries, colour: str) -> None:
    """Bars that are a frame only, so that what lies behind them is seen."""
    series.format.fill.background()
    series.format.line.color.rgb = RGBColor.from_string(colour)
    series.format.line.width = Pt(2.25)
    series.invert_if_negative = False


def error_bars(
    series: _BaseSeries,
    minus: pd.Series,
    plus: pd.Series,
    colour: str = "595959",
    points: float = 1.5,
    cap: bool = True,
) -> None:
    """Lines from the points of a series down and up; a point without them has none."""
    known = minus.notna() & plus.notna()
    if not known.any():
        return
    lists = "".join(
        f"<c:{tag}><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val='{len(known)}'/>"
        + "".join(
            f"<c:pt idx='{place}'><c:v>{float(width)!r}</c:v></c:pt>"
            for place, (width, is_known) in enumerate(zip(widths, known, strict=True))
            if is_known
        )
        + f"</c:numLit></c:{tag}>"
        for tag, widths in (("plus", plus), ("minus", minus))
    )
    bars = parse_xml(
        f"<c:errBars {nsdecls('c', 'a')}><c:errBarType val='both'/><c:errValType val='cust'/>"
        f"<c:noEndCap val='{int(not cap)}'/>{lists}<c:spPr><a:ln w='{int(points * 12700)}'><a:solidFill>"
        f"<a:srgbClr val='{colour}'/></a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(bars)
