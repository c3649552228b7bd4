"""What is known to be true of the committed data."""

from pathlib import Path

import pytest

import queries
from queries import releases


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
