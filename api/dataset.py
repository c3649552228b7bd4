"""``/dataset.jsonld``: what the current release says of itself to catalogues and search engines."""

import json

from starlette.requests import Request
from starlette.responses import Response

import paths
from api import served
from api.formats import MEDIA_TYPES
from api.parameters import PREFIX
from api.records import RECORDS
from exports import catalogue

_SUFFIXES = ("csv", "json", "parquet")


def describe(request: Request) -> Response:
    """The release as schema.org and DCAT in JSON-LD, each of its records in each format as a distribution."""
    release_id = served.current()
    about = served.about(release_id)
    years = served.table(release_id, "years").column("year").to_pylist()
    indicators = served.table(release_id, "indicators", lang="en").column("name").to_pylist()
    declared = json.loads((paths.DATA / "datapackage.json").read_text(encoding="utf-8"))
    address = str(request.base_url).rstrip("/")
    files = {
        f"{address}{PREFIX}/{name}.{suffix}?release={release_id}": MEDIA_TYPES[suffix]
        for name in RECORDS
        for suffix in _SUFFIXES
    }
    described = catalogue.Described(
        **catalogue.as_declared(declared),
        release_id=release_id,
        issued=about.built_at.date(),
        as_of=about.as_of.date(),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        address=address,
        files=files,
        variables=indicators,
    )
    return Response(catalogue.json_ld(described), media_type="application/ld+json")
