"""The API answers what it is asked, in every format the same; says what it cannot; keeps to its own description."""

import io
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.schemas import BaseSchema
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from api import parameters, records
from api.records import RECORDS
from queries import releases

NAMES = [*RECORDS, "releases"]


@pytest.fixture(scope="module")
def client(release_folder: Path) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
        yield TestClient(Starlette(routes=api.routes()))


def rows(client: TestClient, path: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(client.get(f"/api/v1/{path}").raise_for_status().content), dtype=str)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_holds_the_same_rows(client: TestClient, name: str) -> None:
    table = pq.read_table(io.BytesIO(client.get(f"/api/v1/{name}.parquet").raise_for_status().content))
    data = client.get(f"/api/v1/{name}.json?limit=10000").raise_for_status().json()["data"]
    raw = pd.read_csv(
        io.BytesIO(client.get(f"/api/v1/{name}.csv?format=raw").raise_for_status().content),
        dtype=str, keep_default_na=False,
    )  # fmt: skip
    assert table.num_rows == len(data) == len(raw) > 0
    assert table.column_names == list(data[0]) == list(raw.columns)
    for column in table.column_names:
        in_json_rows = [row[column] for row in data]
        for stored, in_json, in_csv in zip(table[column].to_pylist(), in_json_rows, raw[column], strict=True):
            assert in_json == stored or in_json == str(stored)
            if isinstance(stored, str):
                assert in_csv == stored
            elif isinstance(stored, float):
                assert float(in_csv) == stored


def test_the_suffix_the_parameter_and_the_header_choose_the_format(client: TestClient) -> None:
    assert client.get("/api/v1/regions.csv").headers["content-type"].startswith("text/csv")
    assert client.get("/api/v1/regions?format=csv").headers["content-type"].startswith("text/csv")
    assert client.get("/api/v1/regions", headers={"Accept": "text/csv"}).headers["content-type"].startswith("text/csv")
    assert client.get("/api/v1/regions").headers["content-type"] == "application/json"
    assert client.get("/api/v1/regions", headers={"Accept": "image/png"}).status_code == 406
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert client.get("/api/v1/regions", headers=browser).headers["content-type"] == "application/json"


def test_filters_are_those_of_the_pages(client: TestClient) -> None:
    of_page = client.get(
        "/api/v1/targets?lang=en&by=region&region=420000&state=met&level=province&due=2025&theme=trademarks"
    ).json()["data"]
    assert [row["target_id"] for row in of_page] == ["f00074"]
    assert {row["region_code"] for row in client.get("/api/v1/observations?regions=420000,520000").json()["data"]} == {
        "420000",
        "520000",
    }
    years = rows(client, "observations.csv?indicator=valid_registered_trademarks&from=2023&to=2024")["period"]
    assert set(years.str[:4]) <= {"2023", "2024"}


def test_a_filter_of_other_records_is_named_as_ignored(client: TestClient) -> None:
    answer = client.get("/api/v1/observations?state=met&limit=1")
    assert answer.json()["ignored"] == ["state"]
    assert answer.headers["x-ignored-parameters"] == "state"


def test_links_lead_through_all_rows_once(client: TestClient) -> None:
    seen, address = [], "/api/v1/observations?region=420000&limit=50"
    while address:
        answer = client.get(address).raise_for_status().json()
        assert len(answer["data"]) <= 50
        seen += [row["observation_id"] for row in answer["data"]]
        address = answer["next"]
    assert seen == list(rows(client, "observations.csv?region=420000")["observation_id"])
    assert len(seen) == len(set(seen)) > 50


def test_csv_parts_carry_their_link_in_the_header(client: TestClient) -> None:
    first = client.get("/api/v1/regions.csv?limit=2")
    assert 'rel="next"' in first.headers["link"]
    last = client.get("/api/v1/regions.csv?region=420000&limit=2")
    assert "link" not in last.headers


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("observations?region=999999", 400, "region"),
        ("observations?colour=red", 400, "colour"),
        ("observations?from=20x3", 400, "from"),
        ("observations?limit=0", 400, "limit"),
        ("observations?limit=10001", 413, "limit"),
        ("observations?region=" + ",".join(str(number) for number in range(501)), 413, "region"),
        ("observations?from=2020&from=2021", 400, "from"),
        ("observations?format=xml", 400, "format"),
        ("observations?release=20200101-00000000", 404, "release"),
        ("observations?release=../../etc/passwd", 404, "release"),
        ("observations?as_of=1999-01-01", 404, "as_of"),
        ("observations?as_of=yesterday", 400, "as_of"),
        ("targets?state=great", 400, "state"),
        ("targets?theme=';drop table targets;--", 400, "theme"),
        ("observations.xml", 404, None),
        ("nothing", 404, None),
        ("a/b/c", 404, None),
    ],
)
def test_what_cannot_be_answered_is_told_with_what_can(
    client: TestClient, path: str, status: int, parameter: str | None
) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told.get("parameter") == parameter
    assert told["detail"]
    if parameter and status == 400 and parameter not in ("from",):
        assert told.get("allowed") or told.get("see")


def test_faults_are_told_in_chinese(client: TestClient) -> None:
    assert client.get("/api/v1/observations?region=999999&lang=zh").json()["detail"] == "没有这个取值。"


def test_only_get_and_head(client: TestClient) -> None:
    answer = client.post("/api/v1/regions")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert client.head("/api/v1/regions").status_code == 200


def test_an_etag_saves_the_second_answer(client: TestClient) -> None:
    first = client.get("/api/v1/observations?region=420000&limit=5")
    again = client.get("/api/v1/observations?region=420000&limit=5", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    other = client.get("/api/v1/observations?region=520000&limit=5", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_remembered_answers_are_the_same(client: TestClient) -> None:
    address = "/api/v1/observations?region=420000&limit=5"
    first, again = client.get(address), client.get(address)
    assert first.content == again.content
    assert first.headers["link"] == again.headers["link"]
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert plain.content == first.content
    assert "content-encoding" not in plain.headers


def test_gzip_and_any_origin(client: TestClient) -> None:
    answer = client.get(
        "/api/v1/observations.csv", headers={"Origin": "https://example.org", "Accept-Encoding": "gzip"}
    )
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_release_and_day_choose_the_release(client: TestClient, release_folder: Path) -> None:
    newest = releases.current(release_folder)
    assert client.get(f"/api/v1/regions?release={newest}&limit=1").json()["release"] == newest
    assert client.get("/api/v1/regions?as_of=2030-01-01&limit=1").json()["release"] == newest
    listed = client.get("/api/v1/releases").json()["data"]
    assert [row["release_id"] for row in listed if row["is_current"]] == [newest]


def test_text_that_a_spreadsheet_would_run_is_guarded_unless_raw(client: TestClient) -> None:
    guarded = rows(client, "observations.csv?region=420000")["comparator"]
    raw = rows(client, "observations.csv?region=420000&format=raw")["comparator"]
    assert "=" in set(raw)
    assert "=" not in set(guarded)
    assert list("'" + raw.where(raw.str[0] == "=").dropna()) == list(guarded[guarded.str[0] == "'"])


def test_a_large_answer_comes_in_parts_of_one_table(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get("/api/v1/observations.csv").content
    monkeypatch.setattr(records, "_PART", 100)
    assert client.get("/api/v1/observations.csv").content == whole
    table = pq.read_table(io.BytesIO(client.get("/api/v1/observations.parquet").content))
    assert table["observation_id"].to_pylist() == sorted(table["observation_id"].to_pylist())
    assert table.num_rows == len(whole.decode().splitlines()) - 1


def test_a_question_that_takes_too_long_is_stopped(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **kwargs: object) -> None:
        raise duckdb.InterruptException("INTERRUPT Error: Query exceeded maximum execution time")

    monkeypatch.setattr("api.served.queries.table", interrupted)
    answer = client.get("/api/v1/observations.csv?region=520000")
    assert answer.status_code == 503
    assert answer.json()["title"] == "too_slow"


def test_what_is_not_foreseen_gives_a_reference_and_no_trace(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.served.queries.table", lambda *args, **kwargs: 1 / 0)
    answer = client.get("/api/v1/observations.csv?region=520000")
    assert answer.status_code == 500
    assert len(answer.json()["value"]) == 8
    assert "division" not in answer.text


def test_without_a_release_the_answer_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(tmp_path))
    answer = TestClient(Starlette(routes=api.routes())).get("/api/v1/observations")
    assert answer.status_code == 503
    assert answer.json()["title"] == "no_release"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_describes_every_parameter(client: TestClient, lang: str) -> None:
    page = client.get(f"/api/v1/?lang={lang}").text
    assert all(f"<code>{name}</code>" in page for name in parameters.PARAMETERS)
    assert all(f"/{name}.csv" in page for name in NAMES)


def test_the_prefix_alone_leads_to_the_description(client: TestClient) -> None:
    assert client.get("/api/v1").url.path == "/api/v1/"


@pytest.fixture(scope="module")
def described(client: TestClient) -> BaseSchema:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("suffix", ["", ".json", ".csv", ".parquet"])
@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_one_that_the_description_does_not_know(
    described: BaseSchema, name: str, suffix: str, mode: schemathesis.GenerationMode
) -> None:
    """Fuzzed, with what the description allows and with what it forbids."""

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=described[f"/{name}{suffix}"]["GET"].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(
            checks=[
                checks.not_a_server_error,
                checks.status_code_conformance,
                checks.content_type_conformance,
                checks.response_schema_conformance,
            ]
        )

    ask()


def test_catalogues_find_the_release_and_its_files(client: TestClient, release_folder: Path) -> None:
    answer = client.get("/dataset.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    told = answer.json()
    assert "Dataset" in told["@type"]
    assert told["version"] == releases.current(release_folder)
    assert len(told["distribution"]) == 3 * len(RECORDS)
    for part in told["distribution"]:
        file = client.get(part["contentUrl"].removeprefix("http://testserver"), headers={"Range": "bytes=0-1"})
        assert file.status_code == 200
        assert file.headers["content-type"].split(";")[0] == part["encodingFormat"].split(";")[0]
