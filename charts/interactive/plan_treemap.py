"""A plan as tiles: a theme holds its commitments, all of one size; a tap opens a theme."""

import pandas as pd

from charts import style

_TEXT = "#1b1b1b"
_THEME_TILE = "#c9d9e8"
_PLAN_TILE = "#e9eef3"
_PLAN = "plan"
# Latin letters a line of a tile; the tiles of a plan of seventy commitments are about this wide on a desk.
_TILE_WIDTH = 11
# The tooltip and the table have the whole name.
_NAME_LINES = 3
# Letters of a theme's name over one, two or three commitments side by side.
_HEAD_WIDTHS = {1: 12, 2: 18, 3: 28}
_CUT = "…"
# Height in pixels: a frame, and what a commitment adds to it.
_FRAME, _PER_TILE, _LOWEST, _HIGHEST = 240, 9, 420, 900


def build(rows: pd.DataFrame, words: dict[str, str]) -> dict:
    """Treemap: the plan, its themes, its commitments.

    Args:
        rows: ``figure_id`` (id of the target), ``group`` (text: theme), ``indicator``, ``goal_text``, ``goal_sign``
            (text: the target with a sign for its comparator and without its unit), ``due_text``, ``state_text``,
            ``phrase`` (text), ``state_sign`` (text), ``tint`` (hex, a pale fill); in drawing order.
        words: ``title``, ``source``, ``plan``, ``target``, ``due``, ``state``, ``phrase``, ``targets``, ``group``,
            ``other`` (themes of one commitment each, gathered).
    """
    rows = rows.assign(theme=rows["group"], group=_gathered(rows["group"], words["other"]))
    themes = rows["group"].value_counts(sort=False)
    leaves = rows.to_dict("records")
    tiles = {
        "type": "treemap",
        "ids": [_PLAN, *(f"theme {theme}" for theme in themes.index), *rows["figure_id"]],
        "parents": ["", *[_PLAN] * len(themes), *(f"theme {theme}" for theme in rows["group"])],
        "labels": [
            _plain(words["plan"]),
            *(_head(theme, count) for theme, count in themes.items()),
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
        # As square as can be: a tile much higher than wide has no room for a word.
        "tiling": {"pad": 2, "packing": "squarify", "squarifyratio": 1},
        "pathbar": {"visible": True, "textfont": {"color": _TEXT}},
        "sort": False,
    }
    return {"data": [tiles], "layout": _layout(words, len(rows))}


def _layout(words: dict[str, str], tiles: int) -> dict:
    title, source = (style.wrapped(words[word]) for word in ("title", "source"))
    return {
        "title": {
            "text": "<br>".join(map(_plain, title)),
            "subtitle": {"text": "<br>".join(map(_plain, source)), "font": {"size": 11, "color": style.QUIET}},
            "font": {"size": 15},
            "x": 0,
        },
        "font": {"family": style.fonts_for(words["title"] + words["source"])},
        "margin": {"l": 4, "r": 4, "t": 44 + 19 * len(title) + 15 * len(source), "b": 4},
        "height": min(max(_FRAME + _PER_TILE * tiles, _LOWEST), _HIGHEST),
        # A tile too small for readable words stays bare; a tap on its theme makes room.
        "uniformtext": {"minsize": 9, "mode": "hide"},
        "hoverlabel": {"align": "left"},
    }


def _gathered(themes: pd.Series, other: str) -> pd.Series:
    """Themes, those of one commitment each under one name: alone, such a tile has no room for its theme's name."""
    counts = themes.map(themes.value_counts())
    return themes if (counts == 1).sum() < 2 else themes.mask(counts == 1, other)


def _head(theme: str, count: int) -> str:
    """A theme's name as far as its tile has room for it, and its count; the tooltip has the whole name."""
    width = _HEAD_WIDTHS.get(count, len(theme) * 2)
    lines = style.wrapped(theme, width)
    return f"{_plain(lines[0])}{_CUT if len(lines) > 1 else ''} · {count}"


def _label(leaf: dict) -> str:
    """What a tile says in lines that fit it: the indicator, the state's sign, the target; Plotly breaks no lines."""
    lines = style.wrapped(leaf["indicator"], _TILE_WIDTH)
    if len(lines) > _NAME_LINES:
        lines = [*lines[: _NAME_LINES - 1], lines[_NAME_LINES - 1] + _CUT]
    return "<br>".join(map(_plain, [*map(_shortened, lines), f"{leaf['state_sign']} {leaf['goal_sign']}".strip()]))


def _shortened(line: str) -> str:
    """A word longer than a line is cut: it would make every tile's letters small."""
    return line if len(line) <= _TILE_WIDTH + 1 else line[:_TILE_WIDTH] + _CUT


def _told(leaf: dict, words: dict[str, str]) -> str:
    told = {"group": "theme", "target": "goal_text", "due": "due_text", "state": "state_text", "phrase": "phrase"}
    lines = [f"{words[word]}: {leaf[column]}" for word, column in told.items()]
    broken = [_plain(part) for line in lines for part in style.wrapped(line)]
    return "<br>".join([f"<b>{_plain(leaf['indicator'])}</b>", *broken])


def _plain(text: str) -> str:
    """Text of a document as it stands: Plotly reads a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
