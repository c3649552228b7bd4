"""A picture of a slide: its title taken off, since the slide tells it, and its text large enough for a room."""

import vl_convert

# A picture this wide, stretched over a slide or over half of one, has text a fortieth of the slide high.
WIDTH = 780
HALF_WIDTH = 400


def width_of(beside: int) -> int:
    """Width in pixels to draw a picture at that shares its slide with so many, itself included."""
    return WIDTH if beside == 1 else HALF_WIDTH


def prepared(spec: dict, width: int = WIDTH) -> dict:
    """The specification without title and at a fixed width where it would fill its container."""
    kept = {key: value for key, value in spec.items() if key != "title"}
    return kept | {"width": width, "background": None} if kept.get("width") == "container" else kept


def to_svg(spec: dict, width: int = WIDTH) -> str:
    """The picture of a slide as SVG."""
    return vl_convert.vegalite_to_svg(prepared(spec, width))


def to_png(spec: dict, width: int = WIDTH) -> bytes:
    """The picture of a slide for print: about 300 dots an inch on a slide 13 inches wide."""
    return vl_convert.vegalite_to_png(prepared(spec, width) | {"background": "white"}, scale=5)
