"""The release over HTTP: ``/api/v1/<records>`` as JSON, CSV or Parquet, by named queries with bound parameters only."""

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route

from api import dataset, description, faults, records
from api.parameters import PREFIX

_EXPOSED = ["ETag", "Link", "X-Ignored-Parameters"]


def routes() -> list[BaseRoute]:
    """The API as routes of a server; answers may be read from pages of any origin."""
    records_and_description = Mount(
        PREFIX,
        routes=[
            Route("/", description.page),
            Route("/openapi.json", description.openapi),
            Route("/{name}", records.answer),
            Route("/{rest:path}", faults.no_such_path),
        ],
        middleware=[
            Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=_EXPOSED),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
            Middleware(faults.AsProblems),
        ],
    )
    described = Route("/dataset.jsonld", dataset.describe, middleware=[Middleware(faults.AsProblems)])
    return [Route(PREFIX, lambda request: RedirectResponse(f"{PREFIX}/")), described, records_and_description]
