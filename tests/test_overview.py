"""The overview: rates never alone, every target in the matrix once, sorted as asked, each part on its own address."""

import pytest

from tests.test_pages import run, texts
from ui import exhibits, states
from ui.exhibits import regions_by_theme
from ui.reader import Reader

pytestmark = pytest.mark.usefixtures("reader")


def pages_of(reader: Reader, **choices):
    count = -(-regions_by_theme.regions(reader) // regions_by_theme.REGIONS_A_PAGE)
    return [exhibits.build("regions_by_theme", reader, page=str(page), **choices) for page in range(1, count + 1)]


def test_every_target_stands_in_the_matrix_once(reader: Reader) -> None:
    overall = reader.fetch("achievement_rate", group_by="all").iloc[0]
    pages = pages_of(reader)
    assert sum(page.rows["targets"].sum() for page in pages) == overall.total
    together = pages[0].drawn.query("region == 'All regions'")
    assert together["targets"].sum() == overall.total
    assert together.query("group == 'silent'")["targets"].sum() == overall.silent
    for page in pages:
        assert (page.rows[list(states.GROUPS)].sum(axis=1) == page.rows["targets"]).all()


def test_a_strip_is_whole(reader: Reader) -> None:
    drawn = exhibits.build("regions_by_theme", reader).drawn
    cells = drawn.groupby(["region", "theme"])
    assert (cells["start"].min() == 0).all()
    assert cells["end"].max().eq(1).all()
    assert (cells["targets"].sum() == cells["targets_of_cell"].first()).all()
    assert set(drawn[drawn["is_hollow"]]["group"]) <= {"silent", "pending", "not_quantified"}


@pytest.mark.parametrize(("order", "column"), [("targets", "total"), ("met", "met"), ("silent", "silent")])
def test_regions_stand_as_they_are_sorted(reader: Reader, order: str, column: str) -> None:
    rates = reader.fetch("achievement_rate", group_by="region").set_index("group_key")[column]
    codes = [code for page in pages_of(reader, order=order) for code in dict.fromkeys(page.rows["region_code"])]
    assert len(codes) == len(rates)
    sizes = [rates[code] for code in codes]
    assert sizes == sorted(sizes, reverse=True)


def test_no_state_is_left_out_of_the_groups() -> None:
    assert sorted(state for group in states.GROUPS.values() for state in group.states) == sorted(states.STATES)


def test_bars_of_reporting_never_exceed_what_is_due(reader: Reader) -> None:
    for group in ("region", "publisher", "theme", "level"):
        drawn = exhibits.build("reporting_rates", reader, group=group).drawn
        assert (drawn["reported"] <= drawn["due"]).all()
        assert drawn["group"].is_unique


def test_the_rate_met_stands_beside_the_rate_reported() -> None:
    metrics = {metric.label: metric.value for metric in run("app.py", {"lang": "en"}).metric}
    assert "Reported, of the targets that are due" in metrics
    assert "Met, of met and missed" in metrics


@pytest.mark.parametrize(
    ("part", "told"), [("reporting", "no usable figure on any target"), ("silent", "overdue targets are not reported")]
)
def test_each_part_has_its_own_address(part: str, told: str) -> None:
    app = run("app.py", {"lang": "en", "part": part})
    assert not app.exception
    assert any(told in text for text in texts(app))


@pytest.mark.parametrize("new", ["documents", "figures"])
def test_what_is_new_stands_as_a_table(new: str) -> None:
    app = run("app.py", {"lang": "en", "part": "newest", "new": new})
    assert len(app.dataframe[0].value) > 0


def test_newest_figures_are_in_order(reader: Reader) -> None:
    rows = exhibits.build("newest_figures", reader).rows
    years = [str(published)[:4] for published in rows["published"]]
    assert years == sorted(years, reverse=True)
    assert rows["observation_id"].is_unique
