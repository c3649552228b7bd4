"""What the API offers, told to programs (``openapi.json``) and to people (a page), from the same tables it works by."""

import html
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

import queries
from api import formats, served
from api.faults import TEXTS
from api.parameters import COMMON, MOST_ROWS, PARAMETERS, PREFIX, Parameter
from api.records import RECORDS, RELEASES
from ui.words import words

_TYPES = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "bigint": {"type": "integer"},
    "double": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "timestamp": {"type": "string"},
}
_SCHEMAS = {
    "year": {"type": "integer", "minimum": 1900, "maximum": 2200},
    "day": {"type": "string", "format": "date"},
    "count": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
    "text": {"type": "string", "minLength": 1, "maxLength": 200},
}
_RELEASE_COLUMNS = {
    "release_id": "text",
    "is_current": "boolean",
    "as_of": "date",
    "built_at": "timestamp",
    "content_checksum": "text",
    "package_version": "text",
}
_CODED = ("theme", "level", "form", "state", "quality")
# English is the key of the translation.
SUMMARIES = {
    "regions": "Regions: codes of GB/T 2260, names, levels, parents.",
    "indicators": "Indicators: names, units, definitions.",
    "sources": "Documents: titles, publishers, dates, addresses.",
    "targets": "Commitments, each with its clause.",
    "observations": "Published figures, each with its document, place and words.",
    "verdicts": "Verdicts: one a target, with every input.",
    "releases": "The releases that are kept.",
}
_EXAMPLES = (
    "observations.csv?region=420000",
    "targets.json?region=520000&state=met",
    "verdicts.parquet",
    "observations?indicator=valid_registered_trademarks&from=2020&limit=100",
)
_STYLE = (
    "body{font:16px/1.6 'Source Sans Pro','Noto Sans CJK SC','Microsoft YaHei',sans-serif;max-width:60rem;margin:2rem"
    " auto;padding:0 1rem;color:#222;background:#fff}code,pre{background:#f3f5f7;padding:.1em .3em;border-radius:3px}"
    "pre{padding:.8em;overflow-x:auto}table{border-collapse:collapse;display:block;overflow-x:auto}"
    "td,th{border-bottom:1px solid #ddd;padding:.35em .7em;text-align:left;vertical-align:top}a{color:#1c5486}"
)


def openapi(request: Request) -> JSONResponse:
    """OpenAPI 3.1 of all records, with the values that the current release knows."""
    known = served.known_values(served.current())
    paths = {f"/{name}": _path(name, known) for name in (*RECORDS, RELEASES)}
    paths |= {
        f"/{name}.{suffix}": _path(name, known, suffix)
        for name in (*RECORDS, RELEASES)
        for suffix in ("json", "csv", "parquet")
    }
    return JSONResponse(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Quality Scoreboard",
                "version": "1",
                "description": "What Chinese regional quality programmes promised, and what was published of it.",
            },
            "servers": [{"url": _base(request)}],
            "paths": paths,
            "components": {"schemas": {"Problem": _problem()}},
        }
    )


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/") + PREFIX


def _path(name: str, known: dict[str, frozenset[str]], suffix: str | None = None) -> dict:
    filters = tuple(RECORDS[name].filters) if name in RECORDS else ()
    taken = [key for key in (*filters, *COMMON) if not (suffix and key == "format")]
    kinds = [suffix] if suffix else ["json", "csv", "parquet"]
    content = {formats.MEDIA_TYPES[kind].partition(";")[0]: _body(name, kind) for kind in kinds}
    faults = {"400": "Bad request", "404": "No such release", "413": "More than one answer holds", "503": "Too slow"}
    return {
        "get": {
            "operationId": f"{name}_{suffix}" if suffix else name,
            "summary": SUMMARIES[name],
            "parameters": [_parameter(key, PARAMETERS[key], known) for key in taken],
            "responses": {
                "200": {"description": "The rows.", "content": content},
                "304": {"description": "Not changed since the ETag in If-None-Match."},
                **({} if suffix else {"406": _fault("None of the formats asked for is offered")}),
                **{status: _fault(text) for status, text in faults.items()},
            },
        }
    }


def _fault(text: str) -> dict:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {"application/problem+json": {"schema": schema}}}


def _problem() -> dict:
    return {
        "type": "object",
        "required": ["status", "title", "detail"],
        "properties": {
            "status": {"type": "integer"},
            "title": {"type": "string", "enum": list(TEXTS)},
            "detail": {"type": "string"},
            "parameter": {"type": "string"},
            "value": {"type": "string"},
            "allowed": {"type": "array", "items": {"type": "string"}},
            "see": {"type": "string"},
        },
    }


def _parameter(name: str, parameter: Parameter, known: dict[str, frozenset[str]]) -> dict:
    if parameter.kind == "codes":
        item = {"type": "string"} | ({"enum": sorted(known[name])} if name in _CODED and name in known else {})
        schema = {"type": "array", "items": item, "minItems": 1}
        return _described(name, parameter, schema) | {"style": "form", "explode": False}
    schema = {"type": "string", "enum": list(parameter.choices)} if parameter.choices else _SCHEMAS[parameter.kind]
    return _described(name, parameter, schema)


def _described(name: str, parameter: Parameter, schema: dict) -> dict:
    return {"name": name, "in": "query", "required": False, "description": parameter.text, "schema": schema}


def _columns(name: str) -> dict[str, str]:
    return _RELEASE_COLUMNS if name == RELEASES else queries.columns(RECORDS[name].query)


def _body(name: str, kind: str) -> dict:
    if kind == "parquet":
        return {"schema": {"type": "string", "contentEncoding": "binary"}}
    if kind != "json":
        return {"schema": {"type": "string"}}
    cells = {column: {"anyOf": [_TYPES[type_name], {"type": "null"}]} for column, type_name in _columns(name).items()}
    row = {"type": "object", "properties": cells, "required": list(cells), "additionalProperties": False}
    return {
        "schema": {
            "type": "object",
            "required": ["release", "data", "next"],
            "properties": {
                "release": {"type": "string"},
                "as_of": {"type": "string", "format": "date"},
                "ignored": {"type": "array", "items": {"type": "string"}},
                "data": {"type": "array", "items": row},
                "next": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            },
        }
    }


def page(request: Request) -> Response:
    """The description for people, in Chinese or English."""
    lang = "en" if request.query_params.get("lang") == "en" else "zh"
    return HTMLResponse("".join(_page(lang, _base(request))))


def _page(lang: str, base: str) -> Iterator[str]:
    _ = words(lang)
    other, other_name = ("en", "English") if lang == "zh" else ("zh", "中文")
    yield f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{_told(_('Quality Scoreboard'))} API</title><style>{_STYLE}</style></head><body><main>"
    yield f'<p><a href="?lang={other}" lang="{"en" if other == "en" else "zh-CN"}">{other_name}</a></p>'
    yield f"<h1>{_told(_('Quality Scoreboard'))} · API</h1>"
    yield f"<p>{_told(_('Every figure of a release, with its document, place and words, for programs.'))}</p>"
    yield f'<p><a href="{base}/openapi.json">openapi.json</a></p>'
    yield f"<h2>{_told(_('Records'))}</h2><table>"
    for name in (*RECORDS, RELEASES):
        links = " ".join(
            f'<a href="{base}/{name}{end}">{end or "/" + name}</a>' for end in ("", ".json", ".csv", ".parquet")
        )
        yield f"<tr><td>{links}</td><td>{_told(_(SUMMARIES[name]))}</td></tr>"
    yield f"</table><h2>{_told(_('Parameters'))}</h2>"
    yield f"<p>{_told(_('They are named as on the pages: change the path of a page’s address to get its rows.'))}</p>"
    yield "<table>"
    for name, parameter in PARAMETERS.items():
        where = [records for records, kind in RECORDS.items() if name in kind.filters] or ["…"]
        yield f"<tr><td><code>{name}</code></td><td>{_told(_(parameter.text))}</td><td>{', '.join(where)}</td></tr>"
    yield f"</table><h2>{_told(_('Examples'))}</h2><ul>"
    for example in _EXAMPLES:
        yield f'<li><a href="{base}/{html.escape(example)}"><code>{html.escape(example)}</code></a></li>'
    yield "</ul><pre>"
    yield html.escape(
        f'import pandas\npandas.read_csv("{base}/observations.csv?region=420000", dtype={{"region_code": str}})'
    )
    yield "</pre><pre>"
    yield html.escape(f'read.csv("{base}/observations.csv?region=420000", colClasses = c(region_code = "character"))')
    yield "</pre>"
    limits = _(
        "JSON comes in parts of {rows} rows at most, with a link to the next; CSV and Parquet come whole. Answers "
        "carry an ETag; ask with If-None-Match to learn that nothing changed. A question that takes longer than ten "
        "seconds is stopped."
    )
    yield f"<h2>{_told(_('Limits'))}</h2><p>{_told(limits.format(rows=MOST_ROWS))}</p></main></body></html>"


def _told(text: str) -> str:
    return html.escape(text)
