"""Two regions beside each other, indicator by indicator: two markers a row, joined; the larger is 100."""

from exports.slides import markers
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 5


def draw(canvas: Canvas, panel: Panel) -> object:
    """A series a region; both figures stand below the indicator's name."""
    words = panel.words
    regions = [words["first"], words["second"]]
    told = panel.drawn.assign(told=panel.drawn["figure_text"] + " · " + panel.drawn["year_text"].fillna(""))
    figures, places = (
        told.pivot_table(index="label", columns="region", values=column, aggfunc="first", sort=False).reindex(
            columns=regions
        )
        for column in ("told", "position")
    )
    names = [
        "\n".join([label, *(f"{region} {row[region]}" for region in regions)]) for label, row in figures.iterrows()
    ]
    marks = [(region, places[region], form) for region, form in zip(regions, ("actual", "base"), strict=True)]
    lowest = min(float(panel.whole["position"].min()), 100.0)
    return markers.draw(canvas, names, marks, words, (min(lowest // 20 * 20, 80), 105), joined=True)
