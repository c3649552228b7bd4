"""What a release says of itself to catalogues and libraries: schema.org and DCAT in JSON-LD, and CITATION.cff."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exports.citation import NAME_EN, NAME_ZH


@dataclass(frozen=True)
class Described:
    """A release as catalogues see it.

    Attributes:
        title_zh, title_en, description, keywords, license: as the data package states them.
        release_id, issued, as_of: the release, the day it was built, its day of judgement.
        first_year, last_year: of the figures; None where there are none.
        address: of the server, without a slash at its end; empty where it is not known.
        files: address or path of each file, to its media type.
        variables: names of the indicators.
    """

    title_zh: str
    title_en: str
    description: str
    keywords: Sequence[str]
    license: str
    release_id: str
    issued: date
    as_of: date
    first_year: int | None
    last_year: int | None
    address: str
    files: Mapping[str, str]
    variables: Sequence[str] = ()


def as_declared(declared: Mapping[str, Any]) -> dict[str, Any]:
    """What ``Described`` takes over from ``datapackage.json``, by the names of its attributes."""
    return {
        "title_zh": declared["title_zh"],
        "title_en": declared["title"],
        "description": declared["description"],
        "keywords": declared["keywords"],
        "license": declared["licenses"][0]["path"],
    }


def json_ld(described: Described) -> bytes:
    """One ``schema.org/Dataset`` that is a ``dcat:Dataset`` too, with a distribution for every file."""
    dataset = {
        "@context": {
            "@vocab": "https://schema.org/",
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
        },
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": f"{described.address}/?release={described.release_id}" if described.address else described.release_id,
        "name": [_in("zh", described.title_zh), _in("en", described.title_en)],
        "alternateName": [NAME_ZH, NAME_EN],
        "description": described.description,
        "identifier": described.release_id,
        "version": described.release_id,
        "dateModified": described.issued.isoformat(),
        "datePublished": described.issued.isoformat(),
        "dct:issued": described.issued.isoformat(),
        "inLanguage": ["zh-CN", "en"],
        "keywords": list(described.keywords),
        "license": described.license,
        "dct:license": {"@id": described.license},
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": NAME_EN, "alternateName": NAME_ZH},
        "spatialCoverage": {"@type": "Place", "name": "China"},
        "distribution": [_distribution(path, kind) for path, kind in described.files.items()],
    }
    if described.address:
        dataset["url"] = f"{described.address}/"
        dataset["dcat:landingPage"] = {"@id": f"{described.address}/"}
    if described.first_year and described.last_year:
        dataset["temporalCoverage"] = f"{described.first_year}/{described.last_year}"
    if described.variables:
        dataset["variableMeasured"] = list(described.variables)
    return (json.dumps(dataset, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def citation_cff(described: Described) -> bytes:
    """CITATION.cff 1.2.0 of the data set."""
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them with the release and the documents behind the figures.",
        "type": "dataset",
        "title": described.title_en,
        "abstract": described.title_zh,
        "version": described.release_id,
        "date-released": described.issued.isoformat(),
        "license": _spdx(described.license),
        "url": f"{described.address}/?release={described.release_id}" if described.address else "",
    }
    # JSON's strings are YAML's.
    told = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in lines.items() if text]
    authors = ["authors:", f"  - name: {json.dumps(f'{NAME_ZH} {NAME_EN}', ensure_ascii=False)}"]
    keywords = ["keywords:", *(f"  - {json.dumps(word, ensure_ascii=False)}" for word in described.keywords)]
    return ("\n".join([*told, *authors, *keywords]) + "\n").encode("utf-8")


def _in(lang: str, text: str) -> dict[str, str]:
    return {"@language": lang, "@value": text}


def _distribution(path: str, kind: str) -> dict[str, object]:
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "contentUrl": path,
        "encodingFormat": kind,
        "dcat:downloadURL": {"@id": path},
        "dcat:mediaType": kind,
    }


def _spdx(license_address: str) -> str:
    """The SPDX id of a Creative Commons address: ``.../licenses/by/4.0/`` is ``CC-BY-4.0``."""
    *_, name, version = license_address.rstrip("/").split("/")
    return f"CC-{name.upper()}-{version}"
