"""What is known to be true of the committed data."""

from datetime import date
from pathlib import Path

import pytest

import paths
import queries
from etl import building
from queries import releases
from tests.conftest import silent


@pytest.fixture(scope="module")
def cursor(release_folder: Path):
    return releases.connect(releases.path(release_folder, releases.current(release_folder))).cursor()


def test_hubei_met_its_trademark_target(cursor) -> None:
    state, value = cursor.execute(
        """
        select state, latest_value from verdicts
        where region_code = '420000' and indicator_id = 'valid_registered_trademarks' and due = 2025
        """
    ).fetchall()[0]
    assert state == "met"
    assert value > 1_000_000


def test_hubei_had_1_178_761_trademarks_in_2024(cursor) -> None:
    found = cursor.execute(
        """
        select value from observations
        where region_code = '420000' and indicator_id = 'valid_registered_trademarks' and period = '2024'
        """
    ).fetchall()
    assert (1_178_761.0,) in found


def test_the_nations_manufacturing_pass_rate_is_not_called_met_without_a_2025_figure(cursor) -> None:
    has_2025 = cursor.execute(
        """
        select count(*) from observations
        where region_code = '100000' and indicator_id = 'manufacturing_product_pass_rate' and year = 2025
        """
    ).fetchall()[0][0]
    (state,) = cursor.execute(
        """
        select state from verdicts
        where region_code = '100000' and indicator_id = 'manufacturing_product_pass_rate'
            and target_value = 94 and due = 2025
        """
    ).fetchall()[0]
    assert has_2025 or state != "met"


def test_the_day_of_judgement_may_lie_in_the_past(tmp_path: Path) -> None:
    as_of = date(2024, 12, 31)
    building.build(paths.DATA, tmp_path, as_of, silent)
    cursor = releases.connect(releases.path(tmp_path, releases.current(tmp_path))).cursor()
    later = cursor.execute(
        """
        select count(*) from verdicts
        join observations on observation_id in (latest_observation_id, base_observation_id)
        where observations.published_from > verdicts.as_of or observations.year > 2024
        """
    ).fetchone()
    assert later == (0,)
    assert cursor.execute(
        "select state, reason_code, growth_ratio, linear_ratio from verdicts where target_id = 'f00074'"
    ).fetchone() == ("met", "met_early", None, None)
    assert (
        cursor.execute("select count(*) from verdicts").fetchone()
        == cursor.execute("select count(*) from targets").fetchone()
    )


def test_the_nations_competitiveness_index_is_the_golden_case(cursor) -> None:
    found = cursor.execute(
        """
        select base_value, latest_value, target_value, round(growth_ratio, 3), round(linear_ratio, 3), growth_class,
            linear_class, method_sensitive
        from verdicts
        where region_code = '100000' and indicator_id = 'manufacturing_quality_competitiveness_index' and due = 2025
        """
    ).fetchone()
    assert found == (85.21, 85.6, 86, 0.99, 0.987, "on_track", "moderately_improving", True)


def test_a_figure_of_doubtful_quality_settles_nothing(cursor) -> None:
    settled = cursor.execute(
        """
        select verdicts.target_id from verdicts
        join observations on verdicts.latest_observation_id = observations.observation_id
        where observations.quality = 'c'
            and verdicts.state in ('met', 'missed', 'on_track', 'accelerate', 'limited', 'moving_away')
        """
    ).fetchall()
    assert settled == []


def test_every_figure_leads_to_its_document(cursor) -> None:
    rows = queries.run(cursor, "figure_source", lang="zh")
    assert (
        len(rows)
        == cursor.execute("select (select count(*) from targets) + (select count(*) from observations)").fetchall()[0][
            0
        ]
    )
    assert rows["phrase"].notna().all()
    assert rows["source_title"].notna().all()


def test_every_labelled_statement_of_the_seed_texts_is_there(cursor) -> None:
    counted = cursor.execute(
        """
        with rows as (select source_id from targets union all select source_id from observations)
        select count(*) from rows join sources using (source_id) where reach = 'seed'
        """
    ).fetchall()[0][0]
    left_out = cursor.execute(
        "select count(*) from corrections where subject = 'statement' and what in ('left_out', 'merged')"
    ).fetchall()[0][0]
    assert counted + left_out >= 156
