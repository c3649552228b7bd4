"""A chart as a picture file, drawn without a browser, with a Chinese font that is named."""

import vl_convert

# "container" has no width outside a page.
_WIDTH = 860
_SCALE = 2


def to_png(spec: dict) -> bytes:
    """A Vega-Lite specification as PNG at twice its screen size."""
    return vl_convert.vegalite_to_png(_of_fixed_width(spec), scale=_SCALE)


def to_svg(spec: dict) -> bytes:
    """A Vega-Lite specification as SVG."""
    return vl_convert.vegalite_to_svg(_of_fixed_width(spec)).encode("utf-8")


def _of_fixed_width(spec: dict) -> dict:
    return spec | {"width": _WIDTH} if spec.get("width") == "container" else spec
