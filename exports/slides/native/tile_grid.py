"""The provinces as tiles about where they lie: a table whose cells are shaded by value."""

from exports.slides import tabling
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

_SHADES = ("E4EEF7", "A9CBE6", "5F9FD0", "2F7AB9", "1C5486")


def draw(canvas: Canvas, panel: Panel) -> object:
    """Name and figure in each tile; a province without a figure stands unshaded with a dash."""
    rows = panel.drawn
    top, left = int(rows["tile_row"].min()), int(rows["tile_column"].min())
    table = tabling.tiles(canvas, int(rows["tile_row"].max()) - top + 1, int(rows["tile_column"].max()) - left + 1)
    for row in rows.itertuples():
        shade = None if row.shade is None or row.shade != row.shade else _SHADES[int(row.shade)]
        place = (int(row.tile_row) - top, int(row.tile_column) - left)
        tabling.shade(canvas, table, *place, f"{row.short_name}\n{row.value_text}", shade or "F4F6F8")
    return tabling.frame_of(table)
