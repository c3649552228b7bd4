"""The targets of one region theme by theme: a sign a target, by its state."""

import altair as alt
import pandas as pd

from charts import style

ROW_HEIGHT = 26
# Signs stand this far apart where there is room, and closer on a telephone.
_STEP = 24
_NAMES = "(width < 500 ? 118 : 290)"


def build(rows: pd.DataFrame, words: dict[str, str]) -> alt.TopLevelMixin:
    """Rows of signs, one row a theme: its name, then a sign a target.

    Args:
        rows: ``figure_id`` (id of the target), ``group`` (text: theme), ``order`` (number from 0 within the theme),
            ``indicator``, ``goal_text``, ``actual_text``, ``state_text`` (text, beginning with the state's sign),
            ``state_sign`` (text), ``state_colour`` (hex), ``state_order`` (number), ``group_text`` (text: the theme and
            how it stands); in drawing order.
        words: ``title``, ``source``, ``group``, ``indicator``, ``actual``, ``target``, ``state``.
    """
    groups = list(dict.fromkeys(rows["group"]))
    states = rows.drop_duplicates("state_text").sort_values("state_order")
    most = int(rows["order"].max()) + 1
    height = ROW_HEIGHT * len(groups)
    place = alt.Y("group:N", sort=groups, axis=None)
    signs = (
        alt.Chart(rows)
        .mark_text(font=style.FONTS, fontSize=alt.ExprRef("width < 500 ? 13 : 17"), fontWeight=600)
        .encode(
            x=alt.X(
                "order:Q",
                scale=alt.Scale(
                    domain=[0, most],
                    range=[alt.ExprRef(f"{_NAMES} + 12"), alt.ExprRef(f"min(width, {_NAMES} + {_STEP * most})")],
                    nice=False,
                    zero=False,
                ),
                axis=None,
            ),
            y=place,
            text="state_sign:N",
            color=alt.Color(
                "state_text:N",
                scale=alt.Scale(domain=list(states["state_text"]), range=list(states["state_colour"])),
                title=None,
                legend=alt.Legend(
                    orient="top",
                    columns=alt.ExprRef("max(2, floor(width / 150))"),
                    labelLimit=200,
                    symbolType="circle",
                    symbolStrokeWidth=0,
                ),
            ),
            tooltip=[
                alt.Tooltip("group:N", title=words["group"]),
                alt.Tooltip("indicator:N", title=words["indicator"]),
                alt.Tooltip("goal_text:N", title=words["target"]),
                alt.Tooltip("actual_text:N", title=words["actual"]),
                alt.Tooltip("state_text:N", title=words["state"]),
            ],
        )
    )
    heads = alt.Chart(rows.drop_duplicates("group")[["group", "group_text"]]).encode(x=alt.value(0), y=place)
    # A telephone has room for the theme alone; its signs tell how it stands.
    names = [
        heads.mark_text(
            align="left",
            fontSize=12,
            color=style.QUIET,
            limit=alt.ExprRef(_NAMES),
            opacity=alt.ExprRef(f"(width < 500) == {narrow} ? 1 : 0"),
        ).encode(text=text)
        for narrow, text in (("true", "group:N"), ("false", "group_text:N"))
    ]
    picture = alt.layer(*names, *style.pickable(signs)).properties(height=height, width="container")
    return style.finish(picture, words["title"], words["source"])
