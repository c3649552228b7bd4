"""One region inside the range of its peers: a marker an indicator between worst (-1), median (0) and best (1)."""

from exports.slides import markers
from exports.slides.canvas import Canvas
from exports.slides.content import Panel

ROW = "label"
AT_MOST = 5


def draw(canvas: Canvas, panel: Panel) -> object:
    """A series of the region and one of its parent, where the rows have one."""
    rows, words = panel.drawn, panel.words
    own, parents = rows[~rows["is_parent"]], rows[rows["is_parent"]]
    names = ["\n".join(part for part in (row.label, row.value_text, row.rank_text) if part) for row in own.itertuples()]
    marks = [(words["region"], own["position"], "actual")]
    if not parents.empty:
        beside = own["label"].map(parents.set_index("label")["position"])
        marks.append((words["parent"], beside, "goal"))
    axis = f"{words['worse']} ◂  {words['middle']}  ▸ {words['better']}"
    frame = markers.draw(canvas, names, marks, {"axis": axis, "lang": panel.lang}, (-1.2, 1.2))
    labels = frame.chart.value_axis.tick_labels
    # The places are no figures: only the middle is told.
    labels.number_format, labels.number_format_is_linked = ";;0", False
    return frame
