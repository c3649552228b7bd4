"""A region inside the range of its peers, an indicator over all regions: counted again by hand, and told in words."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from queries import releases
from tests.test_pages import run, texts
from ui import exhibits
from ui.reader import Reader

pytestmark = pytest.mark.usefixtures("release")


@pytest.fixture
def cursor(release_folder: Path, release: str) -> duckdb.DuckDBPyConnection:
    return releases.connect(releases.path(release_folder, release)).cursor()


def infos(app: AppTest) -> str:
    return " ".join(info.value for info in app.info)


def beside(cursor: duckdb.DuckDBPyConnection, row: pd.Series) -> pd.DataFrame:
    """What the row may be set beside, by plain reading: the nearest figure of each region of its level."""
    figures = cursor.execute("select * from comparable_figures").df()
    own = figures[(figures["observation_id"] == row["observation_id"]) & (figures["per"] == row["per"])].iloc[0]
    near = figures[
        (figures["indicator_id"] == own["indicator_id"])
        & (figures["per"] == own["per"])
        & (figures["level"] == own["level"])
        & ((figures["year"] - own["year"]).abs() <= 1)
    ]
    near = near.assign(away=(near["year"] - own["year"]).abs())
    return near.sort_values(["away", "year"], ascending=[True, False]).drop_duplicates("region_code")


@pytest.mark.parametrize(
    ("region", "per"), [("420000", None), ("520000", None), ("210200", None), ("420000", "gdp"), ("350500", None)]
)
def test_a_position_is_that_among_comparable_figures(region: str, per: str | None, cursor) -> None:
    rows = queries.run(cursor, "spine_by_region", lang="en", region_code=region, per=per)
    placed = rows[rows["position"].notna()]
    assert not placed.empty
    for _, row in placed.iterrows():
        peers = beside(cursor, row)
        goodness = peers["value"] * peers["sign"]
        own = row["value"] * peers["sign"].iloc[0]
        assert row["compared"] == len(peers) >= 3
        assert row["middle"] == pytest.approx(peers["value"].median())
        assert {row["worst"], row["best"]} == {
            peers["value"].loc[goodness.idxmin()],
            peers["value"].loc[goodness.idxmax()],
        }
        assert -1 <= row["position"] <= 1
        if own > goodness.median():
            assert row["position"] > 0
        if own < goodness.median():
            assert row["position"] < 0
        # The whole interval decides: without one the rank is that of the value.
        better = int((goodness > own).sum())
        assert row["rank_low"] <= better + 1 <= row["rank_high"]


def test_counts_are_never_placed_as_published(cursor) -> None:
    counts = set(cursor.execute("select indicator_id from indicators where per_capita").df()["indicator_id"])
    for region in ("420000", "210200", "100000"):
        rows = queries.run(cursor, "spine_by_region", lang="en", region_code=region)
        placed = rows[rows["position"].notna() & rows["indicator_id"].isin(counts)]
        assert set(placed["per"]) <= {"resident_population"}


def test_what_is_not_placed_has_its_reason(cursor) -> None:
    for region in ("420000", "320371", "100000"):
        rows = queries.run(cursor, "spine_by_region", lang="en", region_code=region)
        assert (rows["position"].isna() == rows["reason"].notna()).all()


def test_a_lower_figure_is_better_where_less_is_better(cursor) -> None:
    everywhere = [
        queries.run(cursor, "spine_by_region", lang="en", region_code=code)
        for code in queries.run(cursor, "regions", lang="en")["region_code"]
    ]
    rows = pd.concat(everywhere).merge(
        cursor.execute("select indicator_id, direction from indicators").df(), on="indicator_id"
    )
    lower = rows[(rows["direction"] == "lower") & rows["position"].notna()]
    assert not lower.empty
    assert (lower["best"] < lower["worst"]).all()


def test_the_nation_of_a_target_is_the_end_of_its_line(cursor) -> None:
    rows = queries.run(cursor, "cascade_of_targets", lang="en")
    assert rows["target_id"].is_unique
    country = set(cursor.execute("select region_code from regions where level = 'country'").df()["region_code"])
    nation = set(rows[rows["region_code"].isin(country)]["target_id"])
    assert set(rows["nation_target_id"].dropna()) <= nation
    direct = rows[rows["parent_target_id"].isin(nation)]
    assert not direct.empty
    assert (direct["nation_target_id"] == direct["parent_target_id"]).all()


def test_relations_are_told_from_both_sides(cursor) -> None:
    rows = queries.run(cursor, "related_indicators", lang="en")
    pairs = set(zip(rows["indicator_id"], rows["related_indicator_id"], strict=True))
    assert {(other, one) for one, other in pairs} == pairs


def test_every_province_has_one_tile_and_an_unknown_one_stays_empty(reader: Reader) -> None:
    tiles = exhibits.build("province_map", reader, indicator="manufacturing_product_pass_rate").drawn
    assert len(tiles) == tiles["region"].nunique() == 34
    assert not tiles.duplicated(["tile_row", "tile_column"]).any()
    empty = tiles[tiles["figure_id"].isna()]
    assert not empty.empty
    assert empty["shade"].isna().all()
    assert set(empty["value_text"]) == {"—"}


def test_counts_as_published_get_no_rank_but_a_reason(reader: Reader) -> None:
    ranking = exhibits.build("ranking", reader, indicator="valid_registered_trademarks", per="as_published")
    assert ranking.chart is None
    assert ranking.rows["rank_low"].isna().all()
    assert "choose a size to divide it by" in ranking.takeaway
    drawn = exhibits.build("trend_of_indicator", reader, indicator="valid_registered_trademarks", per="as_published")
    assert "read each line by itself" in drawn.notes[0]
    assert any("read each line" in line for line in drawn.spec["title"]["subtitle"])


def test_the_region_that_the_reader_comes_from_is_in_colour(reader: Reader) -> None:
    lines = exhibits.build("trend_of_indicator", reader, indicator="pct_applications", region="510000").drawn
    assert lines[lines["series"] == "Sichuan"]["is_named"].all()
    assert lines[lines["is_named"]]["series"].nunique() <= 5
    assert not lines["is_named"].all()


def test_a_region_stands_on_one_page_with_both_rates() -> None:
    app = run("pages/region.py", {"lang": "en"})
    assert app.title[0].value == "Hubei"
    assert [metric.label for metric in app.metric][:2] == [
        "Reported, of the targets that are due",
        "Met, of met and missed",
    ]


def test_a_region_without_targets_says_so() -> None:
    app = run("pages/region.py", {"lang": "en", "region": "320371"})
    assert not app.metric
    assert "No target of this region is in the collection" in infos(app)
    assert "there is no line to draw" in infos(app)
    assert "nothing can be due" in infos(app)
    assert any("None of 8 indicators can be compared" in text for text in texts(app))


def test_an_indicator_without_figures_says_so(cursor) -> None:
    only_targets = queries.run(cursor, "indicators", lang="en").query("figures == 0")["indicator_id"].iloc[0]
    app = run("pages/indicator.py", {"lang": "en", "indicator": only_targets})
    assert not app.exception
    assert "No figure of this indicator has been found" in infos(app)
    assert "No region of this level has a figure" in infos(app)


def test_an_indicator_of_one_year_says_that_there_is_no_line(cursor) -> None:
    counted = cursor.execute(
        "select indicator_id from yearly_figures join regions using (region_code) join indicators using (indicator_id)"
        " where level = 'province' and not per_capita group by all having count(distinct year) = 1 order by 1"
    ).df()
    app = run("pages/indicator.py", {"lang": "en", "indicator": counted["indicator_id"].iloc[0]})
    assert any("With one year there is no line yet" in text for text in texts(app))


def test_an_indicator_that_nobody_promised_says_so(cursor) -> None:
    unpromised = queries.run(cursor, "indicators", lang="en").query("targets == 0")["indicator_id"].iloc[0]
    app = run("pages/indicator.py", {"lang": "en", "indicator": unpromised})
    assert "No region has set a target" in infos(app)


def test_a_link_to_the_page_itself_leaves_no_mark_in_the_address() -> None:
    app = run("pages/region.py", {"lang": "en", "region": "520000", "followed": "1"})
    assert "followed" not in app.query_params
    assert not app.toast
