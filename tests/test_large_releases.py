"""A release of a million figures keeps its pages small: long tables and crowded pictures are shortened, and say so."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from queries import releases
from ui import exhibits
from ui.exhibits import Exhibit, province_map, ranking, trend_of_indicator
from ui.reader import Reader, reader_of

TRADEMARKS = "valid_registered_trademarks"


@pytest.fixture(autouse=True)
def reader(release_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    return reader_of("en", releases.current(release_folder))


def test_the_screen_gets_the_first_rows_of_a_long_table_and_every_row_keeps_its_figure() -> None:
    rows = pd.DataFrame({"name": [f"synthetic {number}" for number in range(2_500)]})
    rows["figure_id"] = rows["name"].where(rows.index % 2 == 0)
    long = Exhibit(page="data", title="", takeaway="", rows=rows, columns={"name": "Name"}, figure="figure_id")
    assert long.table.num_rows == exhibits.ROWS_ON_SCREEN
    assert long.table["name"][0].as_py() == "synthetic 0"
    assert len(long.figures) == 2_500
    assert long.figures[:2] == ["synthetic 0", ""]
    short = replace(long, rows=rows.head(3))
    assert short.table.num_rows == 3


def test_a_ranking_draws_the_first_bars_and_the_chosen_region(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ranking.build(reader, TRADEMARKS)
    last = whole.rows[whole.rows["rank_low"].notna()].iloc[-1]
    assert len(whole.drawn) > 3
    assert not whole.notes
    monkeypatch.setattr(ranking, "MOST_BARS", 2)
    made = ranking.build(reader, TRADEMARKS, region=last["region_code"])
    assert list(made.drawn["label"]) == [*whole.drawn["label"].head(2), last["region"]]
    assert len(made.rows) == len(whole.rows)
    assert made.notes == (f"The picture shows the first 2 of {len(whole.drawn)} regions; the table holds all of them.",)


def test_grey_lines_stop_where_the_picture_is_full(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = trend_of_indicator.build(reader, TRADEMARKS, per="as_published", regions=["420000"])
    monkeypatch.setattr(trend_of_indicator, "MOST_FIGURES", 6)
    made = trend_of_indicator.build(reader, TRADEMARKS, per="as_published", regions=["420000"])
    actuals = made.drawn[~made.drawn["is_target"]]
    assert "Hubei" in {*actuals["series"]}
    assert 0 < len(actuals) < len(whole.drawn[~whole.drawn["is_target"]])
    assert len(made.rows) == len(whole.rows)
    assert any("those with most years" in note for note in made.notes)


def test_a_release_whose_provinces_have_no_tiles_has_no_map(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    assert province_map.build(reader, TRADEMARKS) is not None
    fetch = Reader.fetch
    monkeypatch.setattr(
        Reader,
        "fetch",
        lambda self, name, **params: fetch(self, name, **params).iloc[: 0 if name == "province_tiles" else None],
    )
    assert province_map.build(reader, TRADEMARKS) is None
