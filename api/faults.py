"""Faults as RFC 9457 problem details: what, which parameter, which value, what is allowed, in the reader's language."""

import logging
import secrets
from collections.abc import Sequence

import duckdb
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.words import words

log = logging.getLogger("quality_scoreboard")

# English is the key of the translation.
TEXTS = {
    "unknown_parameter": "There is no such parameter here.",
    "doubled_parameter": "The parameter stands twice; give several values by comma.",
    "malformed_value": "The value is not of the expected form.",
    "unknown_value": "There is no such value.",
    "too_many_values": "These are too many values for one question.",
    "too_many_rows": (
        "This is more than one answer holds; take a smaller limit and follow the links, or leave the limit out with "
        "CSV or Parquet to get everything."
    ),
    "unknown_release": "This release is not kept; the list of releases names those that are.",
    "no_release": "No release has been published yet.",
    "unknown_records": "There are no such records.",
    "unknown_format": "There is no such format.",
    "not_acceptable": "None of the formats asked for is offered.",
    "method_not_allowed": "Only GET and HEAD are answered here.",
    "too_slow": "The answer took too long to find; ask for less.",
    "unexpected": "Something went wrong on the server; tell us the reference number.",
}


class Problem(Exception):
    """A question that cannot be answered as it stands. ``code`` names the message."""

    def __init__(
        self,
        status: int,
        code: str,
        parameter: str | None = None,
        value: str | None = None,
        allowed: Sequence[str] | None = None,
        see: str | None = None,
    ):
        super().__init__(code)
        self.status, self.code, self.parameter, self.value = status, code, parameter, value
        self.allowed, self.see = allowed, see


def respond(problem: Problem, request: Request) -> JSONResponse:
    """The problem as ``application/problem+json``."""
    lang = request.query_params.get("lang")
    _ = words(lang if lang in ("zh", "en") else "en")
    told = {
        "status": problem.status,
        "title": problem.code,
        "detail": _(TEXTS[problem.code]),
        "parameter": problem.parameter,
        "value": problem.value and problem.value[:200],
        "allowed": problem.allowed,
        "see": problem.see,
    }
    return JSONResponse(
        {key: part for key, part in told.items() if part is not None},
        status_code=problem.status,
        media_type="application/problem+json",
        headers={"Cache-Control": "no-store"} | ({"Allow": "GET, HEAD"} if problem.status == 405 else {}),
    )


def no_such_path(request: Request) -> Response:
    """404 for a path that is none of the API's."""
    raise Problem(404, "unknown_records", see="/api/v1/")


class AsProblems:
    """Turns what a route raises into a problem; the log holds the trace of what was not foreseen."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def tell(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, tell)
        except Exception as fault:
            # What has begun cannot be taken back: the connection breaks, so that nobody takes a half for the whole.
            if begun or scope["type"] != "http":
                raise
            await respond(_as_problem(fault), Request(scope))(scope, receive, send)


def _as_problem(fault: Exception) -> Problem:
    if isinstance(fault, Problem):
        return fault
    if isinstance(fault, HTTPException) and fault.status_code == 405:
        return Problem(405, "method_not_allowed", allowed=["GET", "HEAD"])
    if isinstance(fault, duckdb.InterruptException):
        return Problem(503, "too_slow")
    reference = secrets.token_hex(4)
    log.error("reference %s", reference, exc_info=fault)
    return Problem(500, "unexpected", value=reference)
