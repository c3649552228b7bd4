"""How to cite the whole, a view or one figure: GB/T 7714-2015, APA (7th edition) and BibTeX."""

import re
import zlib
from dataclasses import dataclass
from datetime import date

NAME_ZH, NAME_EN = "质量强市对照台", "Quality Scoreboard"

_IN_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    **{mark: f"\\{mark}" for mark in "%&_#$"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Origin:
    """The document behind one figure; a part that is not known is empty."""

    publisher: str = ""
    title: str = ""
    published: str = ""
    locator: str = ""
    url: str = ""


@dataclass(frozen=True)
class Cited:
    """What is cited.

    Attributes:
        title: of the view or the figure.
        release_id: the release, whose files never change.
        as_of: the release's day of judgement.
        accessed: the day of citing.
        permalink: full address, with the release in it; empty where no server is known.
        lang: ``zh`` or ``en``.
        origin: the document behind it, where one figure is cited.
    """

    title: str
    release_id: str
    as_of: date
    accessed: date
    permalink: str
    lang: str
    origin: Origin | None = None


def gbt7714(cited: Cited) -> str:
    """GB/T 7714-2015, an online data set: ``[DS/OL]``, day of the data, day of access, address."""
    edition = f"发布版 {cited.release_id}" if cited.lang == "zh" else f"Release {cited.release_id}"
    days = f"({cited.as_of.isoformat()})[{cited.accessed.isoformat()}]"
    return f"{_name(cited)}. {cited.title}[DS/OL]. {edition}. {days}.{_after(cited)}"


def apa(cited: Cited) -> str:
    """APA, 7th edition: a data set with its version."""
    return (
        f"{_name(cited)}. ({cited.as_of.year}). {cited.title} (Version {cited.release_id}) [Data set].{_after(cited)}"
    )


def bibtex(cited: Cited) -> str:
    """BibTeX ``@misc``; its key is the same for the same view of the same release, and no other."""
    note = _origin(cited.origin) if cited.origin else ""
    fields = {
        "author": "{" + _bibtex(f"{NAME_ZH} {NAME_EN}") + "}",
        "title": "{" + _bibtex(cited.title) + "}",
        "year": str(cited.as_of.year),
        "version": cited.release_id,
        "howpublished": "Data set",
        "url": cited.permalink,
        "urldate": cited.accessed.isoformat(),
        "note": _bibtex(note),
    }
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    release = re.sub(r"[^0-9a-z]", "_", cited.release_id)
    view = zlib.crc32(f"{cited.title} {cited.permalink}".encode())
    return f"@misc{{quality_scoreboard_{release}_{view:08x},\n{lines}\n}}"


def _name(cited: Cited) -> str:
    return NAME_ZH if cited.lang == "zh" else NAME_EN


def _after(cited: Cited) -> str:
    """The address, with no full stop that a click would take for a part of it, and the document behind a figure."""
    address = f" {cited.permalink}" if cited.permalink else ""
    if cited.origin is None:
        return address
    told = _origin(cited.origin)
    return f"{address} （原始出处：{told}）" if cited.lang == "zh" else f"{address} (Original source: {told})"


def _origin(origin: Origin) -> str:
    parts = (origin.publisher, origin.title, origin.published, origin.locator, origin.url)
    return ". ".join(part for part in parts if part) + "."


def _bibtex(text: str) -> str:
    return "".join(_IN_BIBTEX.get(mark, mark) for mark in text)
