"""Columns of tables: whole where they hold figures, few enough for the page, the first of them never left out."""

import json

import pandas as pd
import pytest

import paths
from queries import releases
from ui import exhibits
from ui.reader import reader_of
from ui.table_widths import ROOM, overflows, widths

# Tables of more figures in words than a page is wide; their first column stays in sight.
SCROLLING = {
    "commitments",
    "compare_refused",
    "compare_states",
    "extraction_score",
    "paces",
    "position_among_peers",
    "region_themes",
    "scorecard",
    "targets_above",
}
LONG = "质量基础设施服务与检验检测机构资质认定" * 4
ROWS = pd.DataFrame(
    {
        "indicator": [LONG],
        "goal_text": ["不低于 3件/万人"],
        "state_text": ["● 已达标"],
        "source_title": [LONG],
        "phrase": [LONG],
        "locator": [LONG],
    }
)
HEADINGS = {"indicator": "指标", "goal_text": "目标", "state_text": "状态", "source_title": "文件", "phrase": "原文",
            "locator": "文中位置"}  # fmt: skip


def test_figures_are_whole_and_running_text_gives_way() -> None:
    shown = widths(ROWS, HEADINGS)
    assert shown["goal_text"] > 8 * 14
    assert 200 <= shown["indicator"] <= 330
    assert sum(shown.values()) <= ROOM


def test_the_clause_is_left_out_before_figures_and_states() -> None:
    assert list(widths(ROWS, HEADINGS, room=500)) == ["indicator", "goal_text", "state_text"]
    assert list(widths(ROWS, HEADINGS, room=700)) == ["indicator", "goal_text", "state_text", "phrase"]


def test_a_table_that_cannot_be_narrowed_scrolls() -> None:
    narrow = widths(ROWS, HEADINGS, room=300)
    assert list(narrow) == ["indicator", "goal_text", "state_text"]
    assert overflows(narrow, 300)
    assert not overflows(widths(ROWS, HEADINGS))


def test_a_column_that_is_whole_takes_what_is_left() -> None:
    short = ROWS.assign(indicator="商标")
    assert widths(short, HEADINGS)["indicator"] is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", exhibits.names())
def test_no_table_is_cut_off_at_the_edge(name: str, lang: str, release_folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    file = paths.ROOT / "tests" / "exhibit_choices" / f"{name}.json"
    choices = json.loads(file.read_text(encoding="utf-8")) if file.exists() else [{}]
    made = exhibits.build(name, reader_of(lang, releases.current(release_folder)), **choices[0])
    if made is None or not made.columns:
        pytest.skip("nothing to show for these choices")
    shown = made.screen
    assert next(iter(shown)) == next(iter(made.columns))
    assert set(shown) <= set(made.columns)
    taken = sum(width or 0 for width in shown.values())
    assert not made.scrolls or name in SCROLLING
    assert made.scrolls or taken <= ROOM
