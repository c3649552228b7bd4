"""The provinces as tiles of one size, about where they lie: shaded by value, an empty frame where nothing is known."""

import altair as alt
import pandas as pd

from charts import style

_ROW_HEIGHT = 50
_WIDEST = 620
_NARROW = "width < 480"
_DARK_FROM = 3
# A figure that cannot be compared lies on pale grey; where there is none the page shows through.
_APART, _UNKNOWN = "#75757530", "#75757500"


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Tile-grid map.

    Args:
        rows: ``figure_id`` (id of the figure, may be missing), ``region``, ``short_name``, ``value_text`` (text; what
            stands in the tile), ``told_text`` (text: figure, year, rank, or why there is none), ``shade`` (number from
            0 to 4, missing where the figure is unknown or cannot be compared), ``shade_text`` (text: what the shade
            or the empty frame means), ``tile_row``, ``tile_column`` (numbers).
        words: ``title``, ``source``, ``region``, ``value``, ``shade``.
    """
    rows = rows.assign(
        colour=[
            style.SEQUENCE[int(shade)] if pd.notna(shade) else _APART if pd.notna(figure) else _UNKNOWN
            for shade, figure in zip(rows["shade"], rows["figure_id"], strict=True)
        ],
        ink=[
            style.QUIET if pd.isna(shade) else "#ffffff" if shade >= _DARK_FROM else "#1b1b1b"
            for shade in rows["shade"]
        ],
    )
    classes = rows.drop_duplicates("shade_text").sort_values("shade")
    columns = range(int(rows["tile_column"].min()), int(rows["tile_column"].max()) + 1)
    lines = range(int(rows["tile_row"].min()), int(rows["tile_row"].max()) + 1)
    base = alt.Chart(rows).encode(
        x=alt.X(
            "tile_column:O",
            scale=alt.Scale(domain=list(columns), range=[0, alt.ExprRef(f"min(width, {_WIDEST})")], padding=0.03),
            axis=None,
        ),
        y=alt.Y("tile_row:O", scale=alt.Scale(domain=list(lines), padding=0.03), axis=None),
        tooltip=[
            alt.Tooltip("region:N", title=words["region"]),
            alt.Tooltip("told_text:N", title=words["value"]),
        ],
    )
    tiles = base.mark_rect(cornerRadius=3, stroke=style.QUIET, strokeOpacity=0.5, strokeWidth=1).encode(
        color=alt.Color(
            "shade_text:N",
            scale=alt.Scale(domain=list(classes["shade_text"]), range=list(classes["colour"])),
            title=words["shade"],
            legend=alt.Legend(
                orient="top",
                columns=alt.ExprRef("max(2, floor(width / 150))"),
                symbolType="square",
                symbolStrokeColor=style.QUIET,
                symbolStrokeWidth=1,
                labelLimit=200,
                titleLimit=340,
            ),
        ),
        # An empty frame is dashed: it differs from the palest shade by its form.
        strokeDash=alt.condition("isValid(datum.figure_id)", alt.value([1, 0]), alt.value([3, 3])),
    )
    ink = alt.Color("ink:N", scale=None)
    # A name of two words stands in two lines, which end where a name of one word stands.
    names = base.mark_text(
        baseline="bottom",
        dy=-1,
        lineBreak=" ",
        lineHeight=alt.ExprRef(f"{_NARROW} ? 9 : 12"),
        fontSize=alt.ExprRef(f"{_NARROW} ? 7.2 : 11"),
        fontWeight=600,
    )
    values = base.mark_text(dy=9, fontSize=alt.ExprRef(f"{_NARROW} ? 9 : 12"))
    picture = alt.layer(
        *style.pickable(tiles),
        names.encode(text="short_name:N", color=ink),
        values.encode(text="value_text:N", color=ink),
    ).properties(height=_ROW_HEIGHT * len(lines), width="container")
    return style.finish(picture, words["title"], words["source"])
