"""A plan as tiles: a theme holds its commitments, all of one size; a tap opens a theme."""

import pandas as pd

from charts import style

_TEXT = "#1b1b1b"
_THEME_TILE = "#c9d9e8"
_PLAN_TILE = "#e9eef3"
_PLAN = "plan"
# Latin letters a line of a tile; the tiles of a plan of seventy commitments are about this wide on a desk.
_TILE_WIDTH = 16


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
            f"{words['targets']}: {len(rows)}",
            *(f"{words['targets']}: {count}" for count in themes),
            *(_told(leaf, words) for leaf in leaves),
        ],
        "hovertemplate": "<b>%{label}</b><br>%{customdata}<extra></extra>",
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
    return {
        "title": {
            "text": _plain(words["title"]),
            "subtitle": {"text": _plain(words["source"]), "font": {"size": 11, "color": style.QUIET}},
            "font": {"size": 15},
            "x": 0,
        },
        "font": {"family": style.FONTS},
        "margin": {"l": 4, "r": 4, "t": 78, "b": 4},
        "height": 560,
        # A tile too small for readable words stays bare; a tap on its theme makes room.
        "uniformtext": {"minsize": 10, "mode": "hide"},
        "hoverlabel": {"align": "left"},
    }


def _label(leaf: dict) -> str:
    """What a tile says in lines that fit it: the state's sign, the indicator, the target; Plotly breaks no lines."""
    lines = style.wrapped(f"{leaf['state_sign']} {leaf['indicator']}", _TILE_WIDTH)
    return "<br>".join(_plain(line) for line in [*lines, *style.wrapped(leaf["goal_text"], _TILE_WIDTH)])


def _told(leaf: dict, words: dict[str, str]) -> str:
    told = {"target": "goal_text", "due": "due_text", "state": "state_text", "phrase": "phrase"}
    return "<br>".join(f"{words[word]}: {_plain(str(leaf[column]))}" for word, column in told.items())


def _plain(text: str) -> str:
    """Text of a document as it stands: Plotly reads a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
