"""The server's own visits: it reads every page in every language once, so that no visitor waits for a cold one.

A visit is a WebSocket of this process with what a browser would send, so the pages themselves say what they need, and
what they work out is remembered for all visitors.
"""

import asyncio
import gc
import itertools
import logging
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.types import ASGIApp
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import paths
from queries import releases
from ui.frame import MENU
from ui.words import LANGUAGES

log = logging.getLogger("quality_scoreboard")

_SECONDS_BETWEEN_LOOKS = 10.0
_PATIENCE_SECONDS = 120.0


class UnansweredVisit(RuntimeError):
    """The page was not shown to its end."""


class Warmth:
    """Which release the pages were last read from by the server itself.

    Attributes:
        release_id: None before the first round of visits has ended.
    """

    def __init__(self) -> None:
        self.release_id: str | None = None

    async def keep(self, app: ASGIApp) -> None:
        """Read all pages of the current release, and again whenever another one is published; until cancelled."""
        while True:
            if (published := _current()) not in (None, self.release_id):
                await _read_all(app)
                # What is remembered now stays: no collection needs to walk through it again.
                gc.unfreeze()
                gc.collect()
                gc.freeze()
                self.release_id = published
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)


def scripts() -> list[str]:
    """The names of all pages in the address; empty for the first page."""
    return ["" if key == "overview" else Path(page.script).stem for key, page in MENU.items()]


async def visit(app: ASGIApp, script: str, lang: str) -> None:
    """Ask for a page in a language, and wait until it has been shown.

    Args:
        script: one of ``scripts``.

    Raises:
        UnansweredVisit: the server closed the connection, or the script did not end as it should.
    """
    question = BackMsg()
    question.rerun_script.query_string = urlencode({"lang": lang})
    question.rerun_script.page_name = script
    asked: asyncio.Queue[MutableMapping[str, object]] = asyncio.Queue()
    asked.put_nowait({"type": "websocket.connect"})
    ends: list[int] = []

    async def answer(message: MutableMapping[str, object]) -> None:
        if message["type"] == "websocket.accept":
            asked.put_nowait({"type": "websocket.receive", "bytes": question.SerializeToString()})
        elif message["type"] == "websocket.send":
            told = ForwardMsg.FromString(message["bytes"])
            if told.WhichOneof("type") == "script_finished":
                ends.append(told.script_finished)
                asked.put_nowait({"type": "websocket.disconnect", "code": 1000})

    await app(_scope(), asked.get, answer)
    if ends != [ForwardMsg.FINISHED_SUCCESSFULLY]:
        raise UnansweredVisit(f"page “{script}” in “{lang}”")


async def _read_all(app: ASGIApp) -> None:
    for lang, script in itertools.product(LANGUAGES, scripts()):
        try:
            await asyncio.wait_for(visit(app, script, lang), _PATIENCE_SECONDS)
        except Exception:  # visitors can still read the page, only later; the log says why
            log.exception("the page “%s” could not be warmed in “%s”", script, lang)


def _scope() -> dict[str, object]:
    """A connection to the stream of Streamlit, as a server of ASGI describes it."""
    place = "/".join(["", *st.get_option("server.baseUrlPath").split("/"), "_stcore/stream"]).replace("//", "/")
    return {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "ws",
        "path": place,
        "raw_path": place.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"sec-websocket-protocol", b"streamlit")],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 0),
        "subprotocols": ["streamlit"],
    }


def _current() -> str | None:
    try:
        return releases.current(paths.build_folder())
    except releases.NoRelease:
        return None
