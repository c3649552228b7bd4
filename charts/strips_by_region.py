"""Small multiples over time: a strip a region on one scale, its own figures, its targets, the others behind."""

import math

import altair as alt
import pandas as pd

from charts import style

STRIP_HEIGHT = 118
# Shares of a strip's height: its heading, and what is drawn; the rest is air before the next one.
_HEADING, _DRAWN = 0.34, 0.54
# Past this the others' figures are left out, so that a picture stays below two thousand marks.
_MOST_BEHIND = 900
_TARGET_SHAPE = "M-1,0L1,0"
_AXIS_ROOM = 56


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Strips under each other with the years in common, one a region.

    Args:
        rows: ``figure_id``, ``panel`` (0, 1, ... from the top), ``region``, ``kind`` (``figure``, ``target`` or
            ``none``), ``kind_text``, ``year``, ``value``, ``lower``, ``upper`` (one scale; an open end is missing),
            ``has_interval``, ``figure_text``, ``year_text``, ``interval_text``, ``newest_text``,
            ``goal_text`` (text).
        words: ``title``, ``source``, ``axis``, ``figure``, ``target``, ``others``, ``interval``, ``region``, ``year``,
            ``kind``, ``lang``, ``scale`` (``common``: one for all strips, or ``own``: one for each) and
            ``starts_at_zero`` (``yes``: the scale holds zero), and as text the ends of the figures that a common scale
            holds (``lowest``, ``highest``) and of the years (``first_year``, ``last_year``), also where part is drawn.
    """
    # A slide may hold some of the strips only: they stand from the top all the same.
    rows = rows.assign(panel=rows["panel"].rank(method="dense").astype(int) - 1)
    scales = _scales(rows, words)
    marks = rows[rows["value"].notna()].merge(scales, on="panel")
    figures, targets = marks[marks["kind"] == "figure"], marks[marks["kind"] == "target"]
    strips = int(rows["panel"].max()) + 1
    first, last = int(words["first_year"]), int(words["last_year"])
    y = alt.Y("position:Q", scale=alt.Scale(domain=[0, strips], reverse=True, nice=False), axis=None)
    x = alt.X(
        "year:Q",
        title=None,
        scale=alt.Scale(domain=[first - 0.4, last + 0.4], nice=False, padding=_AXIS_ROOM),
        axis=alt.Axis(format="d", values=_year_ticks(first, last), grid=False, labelOverlap=True),
    )
    look = _look(words, not targets.empty)
    layers = [
        *_grid(scales, words, y),
        *_behind(figures, strips, words, look, x, y),
        *_own(figures, words, look, x, y),
        *_targets(targets, figures, words, look, x, y),
        *_headings(rows, y),
    ]
    picture = alt.layer(*layers).properties(height=STRIP_HEIGHT * strips, width="container")
    return style.finish(picture, words["title"], words["source"])


def _position(column: str) -> str:
    """Vega expression for the height of a value: strips count from the top, values from the strip's bottom."""
    share = f"(datum.{column} - datum.low_tick) / (datum.high_tick - datum.low_tick)"
    return f"datum.panel + {_HEADING + _DRAWN} - {_DRAWN} * {share}"


def _scales(rows: pd.DataFrame, words: dict[str, str]) -> pd.DataFrame:
    """``panel``, ``low_tick``, ``high_tick``, ``ticks``: one scale for all strips, or one for each."""
    groups = rows.groupby("panel") if words["scale"] == "own" else [(panel, rows) for panel in rows["panel"].unique()]
    held = [float(words["lowest"]), float(words["highest"])] if words["scale"] == "common" else []
    ticks = {panel: _ticks(_ends(strip, held), words["starts_at_zero"] == "yes") for panel, strip in groups}
    return pd.DataFrame(
        [
            {"panel": panel, "low_tick": values[0], "high_tick": values[-1], "ticks": values}
            for panel, values in ticks.items()
            if values
        ]
    )


def _ends(marks: pd.DataFrame, held: list[float]) -> pd.Series:
    """Every figure, target and closed end of an interval, and what the scale must hold besides."""
    return pd.concat([marks["value"], marks["lower"], marks["upper"], pd.Series(held, dtype=float)]).dropna()


def _ticks(ends: pd.Series, from_zero: bool) -> list[float]:
    """Two to four round values that hold all of these; none where there is nothing to hold."""
    if ends.empty:
        return []
    low, high = (min(0.0, ends.min()) if from_zero else ends.min()), ends.max()
    spread = (high - low) or abs(high) * (1 if from_zero else 0.02) or 1.0
    size = 10 ** math.floor(math.log10(spread / 2))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= spread / 2.5)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return [round(number * step, 10) for number in range(first, last + 1)]


def _year_ticks(first: int, last: int) -> list[int]:
    return list(range(first, last + 1, max(1, math.ceil((last - first) / 12))))


def _look(words: dict[str, str], targets: bool) -> dict[str, object]:
    """Shape and colour by what a mark is; only what is drawn stands in the legend."""
    looks = {words["figure"]: ("circle", style.ACTUAL)}
    if targets:
        looks[words["target"]] = (_TARGET_SHAPE, style.TARGET)
    if words["scale"] == "common":
        looks[words["others"]] = ("circle", style.BEHIND)
    shapes = alt.Scale(domain=list(looks), range=[shape for shape, _colour in looks.values()])
    colours = alt.Scale(domain=list(looks), range=[colour for _shape, colour in looks.values()])
    return {
        "shape": alt.Shape("point:N", scale=shapes, title=None),
        "color": alt.Color("point:N", scale=colours, title=None),
    }


def _tooltip(words: dict[str, str]) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("region:N", title=words["region"]),
        alt.Tooltip("kind_text:N", title=words["kind"]),
        alt.Tooltip("year_text:N", title=words["year"]),
        alt.Tooltip("figure_text:N", title=words["figure"]),
        alt.Tooltip("interval_text:N", title=words["interval"]),
    ]


def _grid(scales: pd.DataFrame, words: dict[str, str], y: alt.Y) -> list[alt.Chart]:
    """A pale line a round value and its number before it, with the unit once at the top."""
    ticks = scales.explode("ticks").rename(columns={"ticks": "value"}).assign(unit="")
    ticks["value"] = ticks["value"].astype(float)
    ticks.loc[(ticks["panel"] == ticks["panel"].min()) & (ticks["value"] == ticks["high_tick"]), "unit"] = (
        f" {words['axis']}"
    )
    base = alt.Chart(ticks).transform_calculate(
        position=_position("value"), kind=f"({style.axis_labels(words['lang'])}) + datum.unit"
    )
    return [
        base.mark_rule(color=style.QUIET, opacity=0.22).encode(y=y),
        base.mark_text(align="left", dy=-6, fontSize=11, color=style.QUIET).encode(x=alt.value(0), y=y, text="kind:N"),
    ]


def _behind(
    figures: pd.DataFrame, strips: int, words: dict[str, str], look: dict[str, object], x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    """The other regions' figures in every strip, pale, to see one region against them."""
    if words["scale"] == "own" or len(figures) * (strips - 1) > _MOST_BEHIND or strips == 1 or figures.empty:
        return []
    others = pd.concat([figures[figures["panel"] != panel].assign(panel=panel) for panel in range(strips)])
    base = alt.Chart(others[["panel", "region", "year", "value", "low_tick", "high_tick"]]).transform_calculate(
        position=_position("value"), point=f"'{words['others']}'"
    )
    return [
        base.mark_line(strokeWidth=1.2, opacity=0.5, color=style.BEHIND).encode(
            x=x, y=y, detail=["panel:N", "region:N"]
        ),
        base.mark_point(size=14, filled=True, opacity=0.5).encode(x=x, y=y, **look),
    ]


def _own(figures: pd.DataFrame, words: dict[str, str], look: dict[str, object], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A region's own figures with the intervals that their words or their samples leave."""
    if figures.empty:
        return []
    open_ended = figures.assign(
        lower=figures["lower"].fillna(figures["low_tick"]), upper=figures["upper"].fillna(figures["high_tick"])
    )
    intervals = (
        alt.Chart(open_ended[figures["has_interval"].astype(bool)])
        .transform_fold(["lower", "upper"], as_=["point", "position"])
        .transform_calculate(position=_position("position"))
        .mark_line(strokeWidth=7, color=style.ACTUAL, opacity=0.35)
        .encode(x=x, y=y, detail="figure_id:N")
    )
    base = alt.Chart(figures).transform_calculate(position=_position("value"), point=f"'{words['figure']}'")
    line = base.mark_line(strokeWidth=2, color=style.ACTUAL).encode(x=x, y=y, detail="panel:N")
    points = base.mark_point(size=70, filled=True, opacity=1).encode(x=x, y=y, tooltip=_tooltip(words), **look)
    return [intervals, line, *style.pickable(points)]


def _targets(
    targets: pd.DataFrame, figures: pd.DataFrame, words: dict[str, str], look: dict[str, object], x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    """A bar at the due year of each target, with what it asks for on the side where no figure stands."""
    if targets.empty:
        return []
    beside = targets[["panel", "year"]].merge(figures[["panel", "year", "value"]], on=["panel", "year"], how="left")
    reached = (beside["value"].to_numpy() >= targets["value"].to_numpy()).tolist()
    base = alt.Chart(targets).transform_calculate(position=_position("value"), point=f"'{words['target']}'")
    bars = base.mark_point(size=240, strokeWidth=4, opacity=1).encode(x=x, y=y, tooltip=_tooltip(words), **look)
    labels = [
        alt.Chart(targets[[one == below for one in reached]])
        .transform_calculate(position=_position("value"))
        .mark_text(dy=13 if below else -10, fontSize=11, color=style.TARGET)
        .encode(x=x, y=y, text="goal_text:N")
        for below in {*reached}
    ]
    return [bars.add_params(alt.selection_point(name="picked_target", fields=["figure_id"], toggle=False)), *labels]


def _headings(rows: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    """The region's name over its strip, and at its end the newest figure or why there is none."""
    base = alt.Chart(rows.drop_duplicates("panel")).transform_calculate(position="datum.panel + 0.1")
    return [
        base.mark_text(align="left", fontSize=13, fontWeight="bold", color=style.QUIET).encode(
            x=alt.value(0), y=y, text="region:N"
        ),
        base.mark_text(align="right", fontSize=12, color=style.QUIET).encode(
            x=alt.value("width"), y=y, text="newest_text:N"
        ),
    ]
