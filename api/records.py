"""``/api/v1/<records>``: which rows are asked for, from which release, in which format, and their answer."""

import gzip
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from urllib.parse import parse_qsl, urlencode

import pandas as pd
import pyarrow as pa
from cachetools import LRUCache
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

import paths
import queries
from api import formats, parameters, served
from api.faults import Problem
from api.parameters import PREFIX, Asked
from queries import releases

# Rows of one query while a whole table is streamed: the memory that an answer needs.
_PART = 25_000
# JSON is for programs that page; the others are files.
_JSON_ROWS = 1_000
# Answers of a release that is never changed can be kept; larger ones are made again.
_KEPT_BYTES = 64 * 2**20
_KEPT_ROWS = 2_000
_kept: LRUCache = LRUCache(_KEPT_BYTES, getsizeof=len)
_lock = Lock()


@dataclass(frozen=True)
class Records:
    """One kind of records: the query that finds them, the column that names each, and the filters they take."""

    query: str
    identifier: str
    filters: dict[str, str]


_BY_REGION = {"region": "region_codes", "level": "levels"}
_BY_INDICATOR = {"indicator": "indicator_ids", "theme": "themes"}
_YEARS = {"from": "year_from", "to": "year_to"}
_OF_TARGETS = {"form": "forms", "state": "states", "programme": "programme_ids", "due": "due"}
_OF_FIGURES = {"quality": "qualities", "source": "source_ids"}

RECORDS = {
    "regions": Records("region_records", "region_code", _BY_REGION),
    "indicators": Records("indicator_records", "indicator_id", _BY_INDICATOR),
    "sources": Records("source_records", "source_id", {"source": "source_ids"}),
    "targets": Records("target_records", "target_id", _BY_REGION | _BY_INDICATOR | _OF_TARGETS | _YEARS | _OF_FIGURES),
    "observations": Records("observation_records", "observation_id", _BY_REGION | _BY_INDICATOR | _YEARS | _OF_FIGURES),
    "verdicts": Records("verdict_records", "target_id", _BY_REGION | _BY_INDICATOR | _OF_TARGETS | _YEARS),
}
# The releases are files, not rows of one release.
RELEASES = "releases"


def answer(request: Request) -> Response:
    """The records that a path names.

    Raises:
        Problem: 400, 404, 406 or 413, each with what is allowed.
    """
    name, _, suffix = request.path_params["name"].partition(".")
    if name == RELEASES:
        asked = parameters.read(request.query_params.multi_items(), ())
        return _answer_with(_release_table(), _format(suffix, asked, request), {"release": served.current()})
    if name not in RECORDS:
        raise Problem(404, "unknown_records", value=name, allowed=[*RECORDS, RELEASES], see=f"{PREFIX}/")
    records = RECORDS[name]
    asked = parameters.read(request.query_params.multi_items(), tuple(records.filters))
    kind = _format(suffix, asked, request)
    release_id = served.release_for(asked.release, asked.as_of)
    _check_codes(asked, release_id)
    tag = _tag(records, asked, kind, release_id, str(request.url))
    headers = {"ETag": tag, "Vary": "Accept", "Cache-Control": _keeping(asked)}
    if asked.ignored:
        headers["X-Ignored-Parameters"] = ", ".join(asked.ignored)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers |= _named(name, kind, release_id)
    if asked.limit is None and kind != "json":
        return _whole(records, asked, kind, release_id, headers)
    return _page(request, records, asked, kind, release_id, headers)


def _whole(records: Records, asked: Asked, kind: str, release_id: str, headers: dict[str, str]) -> Response:
    """All rows as a stream; the first part is found before the answer begins, so that a fault can still be told."""
    parts = _parts(records, asked, release_id)
    parts = itertools.chain([next(parts)], parts)
    stream = formats.written(parts, kind, {}, {})
    return StreamingResponse(stream, media_type=formats.MEDIA_TYPES[kind], headers=headers)


def _page(
    request: Request, records: Records, asked: Asked, kind: str, release_id: str, headers: dict[str, str]
) -> Response:
    """At most ``limit`` rows, with a link to those that follow; small ones are remembered."""
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    key = (headers["ETag"], zipped)
    with _lock:
        kept = _kept.get(key)
    if kept is not None:
        link, _, body = kept.partition(b"\n")
        return _ready(body, link.decode(), kind, zipped, headers)
    limit = asked.limit or _JSON_ROWS
    rows = _rows(records, asked, release_id, asked.after, limit + 1)
    following = _following(request.url, rows[records.identifier][limit - 1].as_py()) if len(rows) > limit else ""
    head = {"release": release_id, "as_of": served.about(release_id).as_of.date().isoformat()}
    head |= {"ignored": list(asked.ignored)} if asked.ignored else {}
    body = b"".join(formats.written([rows.slice(0, limit)], kind, head, {"next": following or None}))
    body = gzip.compress(body, compresslevel=5) if zipped else body
    if len(rows) <= _KEPT_ROWS:
        with _lock:
            _kept[key] = following.encode() + b"\n" + body
    return _ready(body, following, kind, zipped, headers)


def _ready(body: bytes, following: str, kind: str, zipped: bool, headers: dict[str, str]) -> Response:
    link = {"Link": f'<{following}>; rel="next"'} if following else {}
    encoding = {"Content-Encoding": "gzip"} if zipped else {}
    return Response(body, media_type=formats.MEDIA_TYPES[kind], headers=headers | link | encoding)


def _answer_with(rows: pa.Table, kind: str, head: dict[str, object]) -> Response:
    body = b"".join(formats.written([rows], kind, head, {"next": None}))
    return Response(body, media_type=formats.MEDIA_TYPES[kind], headers={"Cache-Control": "no-cache"})


def _parts(records: Records, asked: Asked, release_id: str) -> Iterator[pa.Table]:
    """All rows, a part at a time: each a query of its own, so that a slow reader holds nothing open."""
    after = asked.after
    for number in itertools.count():
        part = _rows(records, asked, release_id, after, _PART)
        if number == 0 or len(part):
            yield part
        if len(part) < _PART:
            return
        after = part[records.identifier][-1].as_py()


def _rows(records: Records, asked: Asked, release_id: str, after: str | None, limit: int) -> pa.Table:
    bound = {records.filters[name]: value for name, value in asked.filters.items()}
    return served.table(release_id, records.query, **bound, after=after, row_limit=limit)


def _format(suffix: str, asked: Asked, request: Request) -> str:
    """By the path's ending, else by the parameter, else by the Accept header, else JSON."""
    if suffix:
        if suffix not in formats.MEDIA_TYPES or suffix == "raw":
            raise Problem(404, "unknown_format", value=suffix, allowed=["json", "csv", "parquet"])
        return "raw" if (suffix, asked.format) == ("csv", "raw") else suffix
    if asked.format:
        return asked.format
    accepted = request.headers.get("accept") or "*/*"
    wanted = [entry.partition(";")[0].strip() for entry in accepted.split(",")]
    # A browser asks for HTML first and takes anything: it gets JSON, which it can show.
    fitting = [formats.ACCEPTED[kind] for kind in wanted if kind in formats.ACCEPTED]
    if not fitting:
        raise Problem(406, "not_acceptable", value=accepted, allowed=list(formats.MEDIA_TYPES.values()))
    return fitting[0]


def _check_codes(asked: Asked, release_id: str) -> None:
    known = served.known_values(release_id)
    lists = {"region": f"{PREFIX}/regions", "indicator": f"{PREFIX}/indicators", "source": f"{PREFIX}/sources"}
    for name, values in asked.filters.items():
        if not isinstance(values, list):
            continue
        for value in values:
            if value not in known.get(name, ()):
                allowed = None if name in lists else sorted(known.get(name, ()))
                raise Problem(400, "unknown_value", parameter=name, value=value, allowed=allowed, see=lists.get(name))


def _tag(records: Records, asked: Asked, kind: str, release_id: str, address: str) -> str:
    """Weak, since the same rows may come zipped or not: release, question, format, and the query's own text."""
    checksum = served.about(release_id).content_checksum
    parts = "|".join((checksum, release_id, queries.text(records.query), kind, repr(asked), address))
    return f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:32]}"'


def _keeping(asked: Asked) -> str:
    return "public, max-age=86400, immutable" if asked.release else "public, max-age=60"


def _following(url: URL, last: str) -> str:
    """The same address, from behind the last row on."""
    kept = [(name, value) for name, value in parse_qsl(url.query, keep_blank_values=True) if name != "next"]
    return str(url.replace(query=urlencode([*kept, ("next", last)])))


def _named(name: str, kind: str, release_id: str) -> dict[str, str]:
    if kind == "json":
        return {}
    return {"Content-Disposition": f'inline; filename="{name}_{release_id}.{"csv" if kind == "raw" else kind}"'}


def _release_table() -> pa.Table:
    """One row a kept release, newest first."""
    newest = served.current()
    rows = [
        {
            "release_id": release_id,
            "is_current": release_id == newest,
            "as_of": served.about(release_id).as_of.date(),
            "built_at": served.about(release_id).built_at.to_pydatetime(),
            "content_checksum": served.about(release_id).content_checksum,
            "package_version": served.about(release_id).package_version,
        }
        for release_id in releases.ids(paths.build_folder())
    ]
    return pa.Table.from_pandas(pd.DataFrame(rows), preserve_index=False)
