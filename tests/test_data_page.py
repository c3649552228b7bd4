"""The data page finds what is there, in either script and by year, and names the address of the same rows."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.test_pages import run
from ui import exhibits
from ui.api_addresses import addresses
from ui.exhibits.promised_and_published import ROWS_A_PAGE
from ui.reader import Reader
from ui.spellings import spellings

pytestmark = pytest.mark.usefixtures("reader")


def found(reader: Reader, **choices):
    return exhibits.build("promised_and_published", reader, **choices).rows


def test_simplified_finds_what_is_written_in_traditional_characters(reader: Reader) -> None:
    assert spellings("具体工作") == ["具体工作", "具體工作"]
    tasks = found(reader, search="具体工作", region=["520600"])
    assert {228.0, 28.0} <= set(tasks["value"])
    assert tasks["phrase"].str.contains("具體").all()


def test_text_of_a_document_title_finds_its_figures(reader: Reader) -> None:
    rows = found(reader, search="湖北省质量强省建设纲要", kind="target")
    assert "hubei-outline-2023" in set(rows["source_id"])


def test_the_pages_hold_every_figure_once(reader: Reader) -> None:
    first = found(reader)
    total = int(first["found"].iloc[0])
    pages = -(-total // ROWS_A_PAGE)
    seen = [figure for page in range(1, pages + 1) for figure in found(reader, page=str(page))["figure_id"]]
    assert len(seen) == len(set(seen)) == total
    targets, actuals = (found(reader, kind=kind)["found"].iloc[0] for kind in ("target", "actual"))
    assert targets + actuals == total
    assert exhibits.build("promised_and_published", reader, page=str(pages + 1)) is None


def test_years_narrow_targets_and_figures_alike(reader: Reader) -> None:
    rows = found(reader, **{"from": "2024", "to": "2025"})
    assert set(rows["year"]) == {2024, 2025}
    assert set(rows["kind"]) == {"target", "actual"}


def test_only_targets_have_a_state(reader: Reader) -> None:
    rows = found(reader, state=["met"])
    assert set(rows["state"]) == {"met"}
    assert exhibits.build("promised_and_published", reader, state=["met"], kind="actual") is None


def test_a_choice_that_is_none_is_refused(reader: Reader) -> None:
    with pytest.raises(TypeError, match="colour"):
        exhibits.build("promised_and_published", reader, colour="red")


def test_addresses_carry_the_filters_that_their_records_take() -> None:
    asked = {"region": ["420000", "520000"], "from": "2020", "state": ["met"], "search": "商标"}
    made = addresses("r1", asked)
    assert list(made) == ["targets"]
    given = parse_qs(urlsplit(made["targets"]).query)
    assert given == {
        "region": ["420000,520000"], "from": ["2020"], "state": ["met"], "release": ["r1"], "format": ["csv"],
    }  # fmt: skip
    assert list(addresses("r1", {"kind": "actual"})) == ["observations"]
    assert list(addresses("r1", {})) == ["targets", "observations"]


def test_a_page_that_is_not_there_is_dropped_with_a_word() -> None:
    app = run("pages/data.py", {"lang": "en", "region": "520600", "page": "7"})
    assert not app.exception
    assert any("page" in toast.value for toast in app.toast)
    assert 0 < len(app.dataframe[0].value) < ROWS_A_PAGE


def test_nothing_found_is_told_in_words() -> None:
    app = run("pages/data.py", {"lang": "en", "search": "no such words"})
    assert any("No figure answers" in info.value for info in app.info)
