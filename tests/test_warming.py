"""The server reads its own pages: then a visitor asks the release nothing more, and faults never stop the server."""

import asyncio
import json
import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import paths
from queries import releases
from ui import exhibits, warming
from ui.exhibits import scorecard
from ui.reader import reader_of
from ui.remembered import remembered
from ui.words import LANGUAGES

# In a process of its own, since a process has one runtime of Streamlit only.
_SERVE = """
import itertools, json, sys, time
from datetime import date
from pathlib import Path

from starlette.testclient import TestClient

import queries, server
from etl import building
from ui import warming
from ui.words import LANGUAGES

warming._SECONDS_BETWEEN_LOOKS = 0.2


def until_warm(client, release=None):
    for _ in range(1_000):
        told = client.get("/readyz").json()
        if told["warm"] and release in (None, told["release"]):
            return told
        time.sleep(0.1)
    raise SystemExit(f"still cold: {told}")


def asked_by_visitors(client):
    asked, run = [], queries.run
    queries.run = lambda cursor, name, **params: asked.append([name, params]) or run(cursor, name, **params)
    for script, lang in itertools.product(warming.scripts(), LANGUAGES):
        client.portal.call(warming.visit, server.app, script, lang)
    queries.run = run
    return asked


with TestClient(server.app) as client:
    ready = client.get("/readyz").json()
    first = until_warm(client)
    asked = asked_by_visitors(client)
    package, out, day = sys.argv[1:]
    published = building.build(Path(package), Path(out), date.fromisoformat(day), lambda *_: None)[0]
    second = until_warm(client, published)
    asked_again = asked_by_visitors(client)
print(json.dumps({"ready": ready, "first": first, "asked": asked, "second": second, "asked_again": asked_again}))
"""


def test_pages_are_warm_soon_after_the_start_and_after_another_release(build, package: Path, tmp_path: Path) -> None:
    first = build()
    command = [sys.executable, "-c", _SERVE, str(package), str(tmp_path / "out"), "2026-12-01"]
    environment = os.environ | {"QUALITY_SCOREBOARD_BUILD": str(tmp_path / "out"), "PYTHONPATH": str(paths.ROOT)}
    served = subprocess.run(command, cwd=paths.ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert served.returncode == 0, served.stderr[:4_000]
    told = json.loads(served.stdout.splitlines()[-1])
    assert told["ready"]["ready"], "a server is ready before its pages are warm"
    assert told["first"]["release"] == first
    assert told["asked"] == []
    assert told["second"]["release"] != first
    assert told["asked_again"] == []
    assert "could not be warmed" not in served.stderr


def test_a_page_that_cannot_be_read_is_logged_and_the_others_are_read(caplog: pytest.LogCaptureFixture) -> None:
    visited = []

    async def closing(scope: dict, receive, send) -> None:
        visited.append(scope["path"])
        await send({"type": "websocket.close", "code": 1008})

    # In a thread of its own: a browser test before it may have left this one with a loop that runs.
    with caplog.at_level(logging.ERROR, logger="quality_scoreboard"), ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, warming._read_all(closing)).result()
    pages = len(warming.scripts()) * len(LANGUAGES)
    assert visited == ["/_stcore/stream"] * pages
    assert sum("could not be warmed" in record.message for record in caplog.records) == pages


@pytest.fixture
def reader(release_folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    return reader_of("zh", releases.current(release_folder))


def together(ask, visitors: int = 30) -> list:
    """What so many visitors get who ask in the same moment."""
    gate = threading.Barrier(visitors)

    def visitor(_: int):
        gate.wait()
        return ask()

    with ThreadPoolExecutor(visitors) as pool:
        return list(pool.map(visitor, range(visitors)))


def test_visitors_who_ask_for_one_cold_exhibit_have_it_built_once(reader, monkeypatch: pytest.MonkeyPatch) -> None:
    built, build = [], scorecard.build

    def counting(*args, **choices):
        built.append(choices)
        return build(*args, **choices)

    monkeypatch.setattr(scorecard, "build", counting)
    got = together(lambda: exhibits.build("scorecard", reader, region="320300"))
    assert built == [{"region": "320300"}]
    assert all(one is got[0] for one in got)
    specs = together(lambda: got[0].spec)
    assert all(one is specs[0] for one in specs)


def test_visitors_who_ask_for_one_cold_fact_have_it_worked_out_once(reader) -> None:
    made = []

    def regions_counted(reader, code: str) -> int:
        made.append(code)
        return len(reader.fetch("regions"))

    got = together(lambda: remembered(regions_counted, reader, "320300"))
    assert made == ["320300"]
    assert len(set(got)) == 1
