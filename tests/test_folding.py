"""What is folded is not built until it is asked for, and then it is whole: on every page, found by listing."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import PAGES, address_of, run

pytestmark = pytest.mark.usefixtures("release")


def folds(app: AppTest) -> list[str]:
    return [key for key in app.session_state if key.startswith("fold_")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_what_is_folded_opens_whole(page: str, lang: str) -> None:
    app = run(page, address_of(page, "typical") | {"lang": lang})
    shut, tables = folds(app), len(app.dataframe)
    for key in shut:
        app.session_state[key] = True
    app.run()
    assert not app.exception
    assert len(app.dataframe) == tables + len(shut)
    for key in shut:
        app.session_state[key] = False
    app.run()
    assert len(app.dataframe) == tables


def test_a_table_stays_unfolded_while_the_reader_goes_through_the_years() -> None:
    app = run("pages/indicator.py", {"lang": "en"})
    tables = len(app.dataframe)
    app.session_state["fold_ranking_valid_registered_trademarks"] = True
    app.run()
    app.query_params["year"] = "2020"
    app.run()
    assert app.query_params["year"] == "2020"
    assert len(app.dataframe) == tables + 1
