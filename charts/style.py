"""Colours, fonts and axes that every picture shares."""

import json
import re
import unicodedata
from collections.abc import Sequence

import altair as alt

# Each passes 3:1 on white and on the dark page; target and actual differ by shape as well.
ACTUAL = "#2f7ab9"
TARGET = "#c2571a"
PALE = "#8fb8dc"
QUIET = "#757575"
# What it becomes on a dark page: small letters need a contrast of 4.5 there too.
QUIET_ON_DARK = "#a6a6a6"
# Lines and dots of several regions, in this order; the shapes tell them apart without colour.
SERIES = ["#2f7ab9", "#c2571a", "#2e8b57", "#b5508f", "#8a7a3d", "#7a6fc4", "#1f8a96", "#c9544d"]
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left"]
# What stands behind, to be seen against.
BEHIND = "#9a9a9a"
SEQUENCE = ["#e4eef7", "#a9cbe6", "#5f9fd0", "#2f7ab9", "#1c5486"]

FONTS = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Source Sans, sans-serif"
# A Chinese face draws English quotation marks and middle dots as wide as a Chinese sign.
LATIN_FONTS = "Source Sans, Source Sans Pro, Liberation Sans, Arial, Noto Sans CJK SC, Microsoft YaHei, PingFang SC"

# 万 and 亿 on the axes of Chinese pictures; d3 has no locale that knows them.
_CHINESE_AXIS = (
    "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '.4~') + '亿'"
    " : abs(datum.value) >= 1e5 ? format(datum.value / 1e4, '.4~') + '万'"
    " : format(datum.value, '.6~')"
)
_ENGLISH_AXIS = "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.4~') + ' m' : format(datum.value, ',.6~')"


# What a telephone shows of a line of notes.
NOTE_WIDTH = 52
# The same of its title, and the width below which a picture is taken to be on a telephone.
_TITLE_WIDTH, _TELEPHONE = 38, 420
# A source line that says more than where its figures come from is broken.
_LONGEST_LINE = 110
# A line may break after a space and around a Chinese sign.
_BREAKABLE = re.compile(r"\s|[\u2e80-\uffef]|[^\s\u2e80-\uffef]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CLOSING = tuple("，。；：、）！？ ")


def pickable(*layers: alt.Chart) -> list[alt.Chart]:
    """Layers whose marks can be picked; their rows carry the id of their figure in ``figure_id``."""
    return [
        layer.add_params(alt.selection_point(name=f"picked_{number}", fields=["figure_id"], toggle=False))
        for number, layer in enumerate(layers)
    ]


# On half a slide or a phone the names of the rows leave no room for a second column.
LEGEND_COLUMNS = "width < 480 ? 1 : floor(width / 160)"


def legend_of_states() -> alt.Legend:
    """A legend of states above a picture, in as many columns as its width allows."""
    return alt.Legend(orient="top", columns=alt.ExprRef(LEGEND_COLUMNS), labelLimit=200, symbolType="square")


def axis_labels(lang: str) -> str:
    """Vega expression that words the numbers of an axis."""
    return _CHINESE_AXIS if lang == "zh" else _ENGLISH_AXIS


def with_notes(spec: dict, notes: Sequence[str]) -> dict:
    """A finished picture with notes under its source line, so that they go wherever the picture goes."""
    if not notes:
        return spec
    title = spec["title"]
    source = title["subtitle"] if isinstance(title["subtitle"], list) else wrapped(title["subtitle"])
    return spec | {"title": title | {"subtitle": [*source, *(line for note in notes for line in wrapped(note))]}}


def for_any_width(spec: dict) -> dict:
    """A finished picture whose title and source line break where a telephone shows it; Vega cuts off what is longer."""
    title = spec["title"]
    broken = {
        part: {"expr": f"width < {_TELEPHONE} ? {json.dumps(lines, ensure_ascii=False)} : {json.dumps(title[part])}"}
        for part, letters in (("text", _TITLE_WIDTH), ("subtitle", NOTE_WIDTH))
        if isinstance(title.get(part), str) and len(lines := wrapped(title[part], letters)) > 1
    }
    return spec | {"title": title | broken}


def wrapped(text: str, width: int = NOTE_WIDTH) -> list[str]:
    """A text in lines of at most ``width`` Latin letters, of which a Chinese sign takes two; Vega breaks no lines."""
    lines, line, length = [], "", 0
    for part in _BREAKABLE.findall(text):
        size = sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in part)
        # A closing mark stays with the line that it ends.
        if length + size > width and line and part not in _CLOSING:
            lines.append(line.strip())
            line, length = "", 0
        line, length = line + part, length + size
    return [*lines, line.strip()] if line.strip() else lines


def fonts_for(text: str) -> str:
    """The fonts of a picture by the language of its title and source line."""
    return FONTS if _CHINESE.search(text) else LATIN_FONTS


def on_dark(drawing: str) -> str:
    """A finished picture, as JSON, for a dark page: its quiet letters and lines made lighter."""
    return drawing.replace(QUIET, QUIET_ON_DARK)


def finish(chart: alt.TopLevelMixin, title: str, source: str) -> alt.TopLevelMixin:
    """Give a picture its title, the line that says where its figures come from, and the shared fonts."""
    told = wrapped(source) if len(source) > _LONGEST_LINE else source
    return chart.properties(
        title=alt.TitleParams(title, subtitle=told, anchor="start", fontSize=15, subtitleFontSize=11, offset=12),
        padding={"left": 4, "right": 12, "top": 4, "bottom": 4},
        # Only the width gives way to the page; rows keep their height whatever stands around them.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    ).configure(  # all at once: each further call would copy the layers again
        font=fonts_for(title + source),
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(labelFontSize=12, titleFontSize=12, labelLimit=260, gridOpacity=0.35, domain=False),
        legend=alt.LegendConfig(labelFontSize=12, titleFontSize=12, orient="top"),
        title=alt.TitleConfig(subtitleColor=QUIET),
    )
