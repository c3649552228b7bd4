"""The server: the dashboard with security headers, readiness and calm errors; ``python -m uvicorn server:app``."""

import asyncio
import gc
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import quote

import pandas  # noqa: F401  (imported before threads start, then frozen)
import streamlit as st
from altair.utils import schemapi
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import api
import paths
from queries import releases, run
from ui import deck as decks
from ui import deck_files
from ui.warming import Warmth
from ui.words import words

log = logging.getLogger("quality_scoreboard")
warmth = Warmth()

# Vega compiles expressions, hence unsafe-eval; everything comes from this server.
_CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src 'self' blob:;"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
    " connect-src 'self' ws: wss: data: blob:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """Puts the security headers on every answer that does not bring its own."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Freeze what the imports left behind, so that no collection walks through it; then read all pages once.

    Altair's check of each part against its schema is left to the tests: it takes a third of the time of a new picture.
    """
    schemapi.disable_debug_mode()
    gc.collect()
    gc.freeze()
    reading = asyncio.create_task(warmth.keep(app))
    yield
    reading.cancel()
    with suppress(asyncio.CancelledError):
        await reading


def ready(request: Request) -> JSONResponse:
    """200 with the release's id if the current release opens and answers, else 503 with the reason.

    ``warm`` says whether every page has been read once from this release: until then the first visitors wait longer.
    """
    try:
        release_id = releases.current(paths.build_folder())
        with releases.connect(releases.path(paths.build_folder(), release_id)) as connection:
            counts = run(connection.cursor(), "release_counts").iloc[0]
    except Exception as fault:  # whatever it is, the server is not ready; the log and the answer say why
        log.exception("not ready")
        return JSONResponse({"ready": False, "reason": type(fault).__name__}, status_code=503)
    warm = warmth.release_id == release_id
    return JSONResponse({"ready": True, "release": release_id, "figures": int(counts.figures), "warm": warm})


def presenter(request: Request) -> Response:
    """The deck of the address (``deck``) as a page that presents itself; ``download=1`` hands it over as a file.

    400 where the address holds no deck, 410 where the deck's release is no longer kept; both say so in words.
    """
    lang = request.query_params.get("lang")
    _ = words(lang if lang in ("zh", "en") else "zh")
    try:
        deck = deck_files.settled(decks.of_address(request.query_params.get("deck", "")))
        page = deck_files.page(deck)
    except decks.DeckFault as fault:
        return PlainTextResponse(_("This address holds no presentation: {reason}").format(reason=fault.told(_)), 400)
    except releases.NoRelease as fault:
        told = _(
            "This presentation stands at release {release}, which can no longer be opened. "
            "Open it on the page “Present”."
        )
        return PlainTextResponse(told.format(release=fault), 410)
    headers = {}
    if request.query_params.get("download"):
        name = quote(deck_files.name_of(deck, "html"))
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return HTMLResponse(page, headers=headers)


def tell_calmly(fault: Exception) -> bool:
    """Show a reference number instead of a trace; the log holds the trace under the same number."""
    reference = secrets.token_hex(4)
    log.error("reference %s", reference, exc_info=fault)
    lang = st.query_params.get("lang")
    _ = words(lang if lang in ("zh", "en") else "zh")
    st.error(
        _("This page could not be shown. Reload it; if it happens again, tell us the reference {number}.").format(
            number=reference
        )
    )
    return True


app = st.App(
    "app.py",
    lifespan=lifespan,
    routes=[Route("/readyz", ready), Route("/presenter", presenter), *api.routes()],
    middleware=[Middleware(SecurityHeaders)],
    on_script_error=tell_calmly,
)
