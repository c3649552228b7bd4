"""A chart as a picture file, drawn without a browser, with a Chinese font that is named."""

import altair as alt
import vl_convert

_SCALE = 2


def to_png(chart: alt.TopLevelMixin) -> bytes:
    """The chart as PNG at twice its screen size."""
    return vl_convert.vegalite_to_png(chart.to_dict(), scale=_SCALE)


def to_svg(chart: alt.TopLevelMixin) -> bytes:
    """The chart as SVG."""
    return vl_convert.vegalite_to_svg(chart.to_dict()).encode("utf-8")
