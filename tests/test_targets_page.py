"""The Targets page: its three pictures, the pace by every rule, the method panel."""

import importlib

import pytest

from tests.test_pages import run, texts
from ui import exhibits
from ui.filters import Choices
from ui.frame import View
from ui.method_panel import failing_shares, sensitivity
from ui.reader import Reader
from ui.rows import targets_asked_for

COMPETITIVENESS_OF_THE_NATION = "f00562"
PASS_RATE_OF_THE_NATION = "f00565"


pytestmark = pytest.mark.usefixtures("release")


@pytest.fixture
def view(reader: Reader) -> View:
    return View(reader.lang, reader.words, reader.release_id, reader.as_of, "targets", Choices())


def target(reader: Reader, target_id: str):
    return reader.fetch("targets_with_actuals", target_id=target_id).iloc[0]


def test_a_long_picture_draws_the_first_and_says_how_many_are_left(reader: Reader, monkeypatch) -> None:
    monkeypatch.setattr("ui.rows.MOST_DRAWN", 2)
    for name in ("targets", "ways_to_targets", "paces"):
        module = importlib.import_module(f"ui.exhibits.{name}")
        made = module.build(reader, by="region", region="420000")
        assert len(made.drawn) == 2
        assert len(made.rows) > 2
        assert "more stand in the table" in made.takeaway
        assert "more stand in the table" in made.chart_words["source"]


def test_the_first_view_shows_several_regions_with_verdicts() -> None:
    shown = run("pages/targets.py", {"lang": "en"}).dataframe[0].value
    assert shown["region"].nunique() >= 5
    assert shown["state_text"].str.contains("Met|Missed").sum() >= 5


@pytest.mark.parametrize("part", ["actual", "way", "pace"])
@pytest.mark.parametrize(
    "address", [{"by": "region", "region": "420000"}, {"by": "indicator", "indicator": "gi_total"}]
)
def test_every_picture_shows_or_says_why_not(part: str, address: dict[str, str]) -> None:
    app = run("pages/targets.py", {"lang": "en", "part": part} | address)
    assert not app.exception
    assert len(app.dataframe) + len(app.info) > 0


def test_pace_is_the_linear_ratio_of_the_release_drawn_to_twice_what_is_needed(reader: Reader) -> None:
    made = exhibits.build("paces", reader, by="region", region="420000")
    ratios = made.rows.set_index("target_id")["linear_ratio"].dropna()
    drawn = made.drawn.set_index("figure_id")
    assert set(drawn.index) == set(ratios.index)
    for target_id, ratio in ratios.items():
        assert drawn.loc[target_id, "actual"] == pytest.approx(max(-200, min(200, ratio * 100)))
    assert ratios.abs().max() > 2
    assert "Bars end at 200 %" in made.takeaway


def test_rules_that_disagree_are_named_in_words(view: View) -> None:
    told = sensitivity(view, target(view, COMPETITIVENESS_OF_THE_NATION))
    assert "Growth ratio (Statistics Canada): on track" in told
    assert "Linear ratio (SDG Index): moderately improving" in told
    assert sensitivity(view, target(view, PASS_RATE_OF_THE_NATION)) is None
    app = run("pages/targets.py", {"lang": "en", "figure": COMPETITIVENESS_OF_THE_NATION})
    assert any("moderately improving" in warning.value for warning in app.warning)


def test_near_a_hundred_per_cent_the_share_that_fails_is_told(view: View) -> None:
    told = failing_shares(view, target(view, PASS_RATE_OF_THE_NATION))
    assert "6.07% in the latest figure, 6% at the target" in told
    assert "6.35% at the start" in told
    assert failing_shares(view, target(view, COMPETITIVENESS_OF_THE_NATION)) is None


def test_the_panel_holds_inputs_rules_and_formulas() -> None:
    app = run("pages/targets.py", {"lang": "en", "figure": PASS_RATE_OF_THE_NATION})
    tables = [frame.value for frame in app.dataframe]
    inputs = next(table for table in tables if "Base b" in set(table.iloc[:, 0]))
    told = dict(zip(inputs.iloc[:, 0], inputs.iloc[:, 1], strict=True))
    assert told["Base b"] == "93.65% · 2023"
    assert told["Latest t"] == "93.93% · 2024"
    assert told["Target T"] == "94% · 2025"
    assert any("share that fails" in text for text in texts(app))
    assert len(app.latex) == 3


def test_pace_is_told_in_the_past_once_the_year_is_over_and_not_where_the_target_is_reached(reader: Reader) -> None:
    rows = targets_asked_for(reader)
    told = rows[rows["pace_text"] != "—"]
    reached = told["attainment"] >= 1
    assert (told.loc[reached, "pace_text"] == "the latest figure is there already").all()
    over = told["due"] < reader.as_of.year
    assert told.loc[over & ~reached, "pace_text"].str.startswith("needed").all()
    assert told.loc[~over & ~reached, "pace_text"].str.startswith("needs").all()
    assert reached.any()
    assert (over & ~reached).any()
    assert (~over & ~reached).any()
