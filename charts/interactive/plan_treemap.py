"""A plan as tiles: a theme holds its commitments, all of one size; a tap opens a theme."""

import pandas as pd

from charts import style

_TEXT = "#1b1b1b"
_THEME_TILE = "#c9d9e8"
_PLAN_TILE = "#e9eef3"
_PLAN = "plan"
# Latin letters a line of a tile; the tiles of a plan of seventy commitments are about this wide on a desk.
_TILE_WIDTH = 14
# The tooltip and the table have the whole name.
_NAME_LINES = 3


def build(rows: pd.DataFrame, words: dict[str, str]) -> dict:
    """Treemap: the plan, its themes, its commitments.

    Args:
        rows: ``figure_id`` (id of the target), ``group`` (text: theme), ``indicator``, ``goal_text``, ``due_text``,
            ``state_text``, ``phrase`` (text), ``state_sign`` (text), ``tint`` (hex, a pale fill); in drawing order.
        words: ``title``, ``source``, ``plan``, ``target``, ``due``, ``state``, ``phrase``, ``targets``.
    """
    themes = rows["group"].value_counts(sort=False)
    leaves = rows.to_dict("records")
    tiles = {
        "type": "treemap",
        "ids": [_PLAN, *(f"theme {theme}" for theme in themes.index), *rows["figure_id"]],
        "parents": ["", *[_PLAN] * len(themes), *(f"theme {theme}" for theme in rows["group"])],
        "labels": [
            _plain(words["plan"]),
            *(f"{theme} · {count}" for theme, count in themes.items()),
            *(_label(leaf) for leaf in leaves),
        ],
        "values": [len(rows), *(int(count) for count in themes), *[1] * len(rows)],
        "branchvalues": "total",
        "customdata": [
            f"<b>{_plain(words['plan'])}</b><br>{words['targets']}: {len(rows)}",
            *(f"<b>{theme}</b><br>{words['targets']}: {count}" for theme, count in themes.items()),
            *(_told(leaf, words) for leaf in leaves),
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "texttemplate": "%{label}",
        "textfont": {"color": _TEXT, "size": 13},
        "marker": {
            "colors": [_PLAN_TILE, *[_THEME_TILE] * len(themes), *rows["tint"]],
            "line": {"width": 1.5, "color": "#ffffff"},
            "cornerradius": 3,
        },
        "tiling": {"pad": 2, "packing": "squarify"},
        "pathbar": {"visible": True, "textfont": {"color": _TEXT}},
        "sort": False,
    }
    return {"data": [tiles], "layout": _layout(words)}


def _layout(words: dict[str, str]) -> dict:
    title, source = (style.wrapped(words[word]) for word in ("title", "source"))
    return {
        "title": {
            "text": "<br>".join(map(_plain, title)),
            "subtitle": {"text": "<br>".join(map(_plain, source)), "font": {"size": 11, "color": style.QUIET}},
            "font": {"size": 15},
            "x": 0,
        },
        "font": {"family": style.FONTS},
        "margin": {"l": 4, "r": 4, "t": 44 + 19 * len(title) + 15 * len(source), "b": 4},
        "height": 640,
        # A tile too small for readable words stays bare; a tap on its theme makes room.
        "uniformtext": {"minsize": 9, "mode": "hide"},
        "hoverlabel": {"align": "left"},
    }


def _label(leaf: dict) -> str:
    """What a tile says in lines that fit it: the state's sign, the indicator, the target; Plotly breaks no lines."""
    name = style.wrapped(f"{leaf['state_sign']} {leaf['indicator']}", _TILE_WIDTH)
    kept = name if len(name) <= _NAME_LINES else [*name[: _NAME_LINES - 1], name[_NAME_LINES - 1] + "…"]
    return "<br>".join(_plain(line) for line in [*kept, *style.wrapped(leaf["goal_text"], _TILE_WIDTH)])


def _told(leaf: dict, words: dict[str, str]) -> str:
    told = {"target": "goal_text", "due": "due_text", "state": "state_text", "phrase": "phrase"}
    lines = [f"{words[word]}: {leaf[column]}" for word, column in told.items()]
    broken = [_plain(part) for line in lines for part in style.wrapped(line)]
    return "<br>".join([f"<b>{_plain(leaf['indicator'])}</b>", *broken])


def _plain(text: str) -> str:
    """Text of a document as it stands: Plotly reads a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
