"""Every figure on a slide with its clause, its document and, for a target, how it was judged and by what."""

import pandas as pd
import streamlit as st

import paths
from exports.slides.content import Document, Evidence
from queries import releases
from ui import numbers, states
from ui.reader import Reader, reader_of


def of_figures(reader: Reader, identifiers: list[str]) -> tuple[Evidence, ...]:
    """The figures of these ids, in their order; one that the release does not hold is left out."""
    known = _sources(*_key(reader))
    verdicts, parts = _verdicts(*_key(reader))
    return tuple(
        _worded(reader, known[identifier], verdicts.get(identifier), parts.get(identifier, []))
        for identifier in dict.fromkeys(identifiers)
        if identifier in known
    )


def documents(reader: Reader, identifiers: list[str]) -> list[Document]:
    """Documents that state these figures and the figures that judged them, each once, by publisher and title."""
    known = _sources(*_key(reader))
    _, parts = _verdicts(*_key(reader))
    used = {name: row for name in identifiers if (row := known.get(name))}
    used |= {part["figure_id"]: part for name in identifiers for part in parts.get(name, [])}
    cited = {row["source_id"]: row for row in used.values()}
    stated: dict[str, set[str]] = {}
    for name, row in used.items():
        stated.setdefault(row["source_id"], set()).add(name)
    return [
        Document(_citation(row), _text(row["url"]), frozenset(stated[row["source_id"]]))
        for row in sorted(cited.values(), key=_by_publisher)
    ]


def _worded(reader: Reader, figure: dict, verdict: dict | None, parts: list[dict]) -> Evidence:
    return Evidence(
        figure_id=figure["figure_id"],
        told=_told(reader, figure, due=figure["kind"] == "target"),
        document=figure["source_title"],
        publisher=_text(figure["publisher"]),
        published=_text(figure["published"]),
        place=_text(figure["locator"]),
        phrase=_text(figure["phrase"]),
        url=_text(figure["url"]),
        steps=_steps(reader, verdict, parts) if verdict else (),
    )


def _told(reader: Reader, figure: dict, due: bool) -> str:
    _, lang = reader.words, reader.lang
    value = numbers.figure(figure["value"], figure["unit"], lang, figure["comparator"], figure["value_high"])
    when = numbers.period(figure["period"], lang)
    when = _("due {year}").format(year=when) if due and numbers.is_known(figure["period"]) else when
    return f"{figure['region']} · {figure['indicator']}: {value}, {when}"


def _steps(reader: Reader, verdict: dict, parts: list[dict]) -> tuple[str, ...]:
    """Verdict, formulas with their inputs, and the other figures that went into it."""
    _, lang = reader.words, reader.lang
    unit = verdict["gap_unit"]
    lines = [f"{_('Verdict')}: {states.told(verdict['state'], _)} — {_(states.REASONS[verdict['reason_code']])}"]
    for name, heading in (
        ("gap", _("Gap (figure less target)")),
        ("required_per_year", _("Needed a year until due")),
        ("observed_per_year", _("Observed a year so far")),
    ):
        if numbers.is_known(verdict[name]):
            lines.append(f"{heading}: {numbers.signed(verdict[name], unit, lang)}")
    if numbers.is_known(verdict["growth_ratio"]):
        lines.append(_growth(reader, verdict))
    roles = {
        "base": _("Starting figure"),
        "latest": _("Latest actual"),
        "reference": _("Yardstick"),
        "year": _("Figure of a year"),
        "parent_target": _("Target of the level above"),
    }
    for part in parts:
        if part["part"] in roles:
            document = " · ".join(filter(None, (_text(part["source_title"]), _text(part["locator"]))))
            told = _told(reader, part, due=part["part"] == "parent_target")
            lines.append(f"{roles[part['part']]}: {told} [{part['figure_id']}] — “{_text(part['phrase'])}” {document}")
    return tuple(lines)


def _growth(reader: Reader, verdict: dict) -> str:
    """The ratio of Statistics Canada with the numbers put in."""
    base, latest, target = (f"{verdict[name]:.6g}" for name in ("base_value", "latest_value", "value"))
    first, now, due = (int(verdict[name]) for name in ("base_period", "latest_period", "due"))
    heading = reader.words("Growth ratio (Statistics Canada)")
    formula = f"R = (({latest}/{base})^(1/{now - first}) − 1) / |({target}/{base})^(1/{due - first}) − 1|"
    return f"{heading}: {formula} = {verdict['growth_ratio']:.3f}"


def _citation(row: dict) -> str:
    return ". ".join(filter(None, (_text(row["publisher"]), _text(row["source_title"]), _text(row["published"]))))


def _by_publisher(row: dict) -> tuple[str, str]:
    return _text(row["publisher"]), _text(row["source_title"])


def _text(value: object) -> str:
    return str(value) if numbers.is_known(value) else ""


def _key(reader: Reader) -> tuple[str, str, str]:
    return str(releases.path(paths.build_folder(), reader.release_id)), reader.release_id, reader.lang


# Shared by all visitors and never changed; a deck looks up hundreds of figures, one query each would be slow.
@st.cache_resource(max_entries=6, show_spinner=False)
def _sources(file: str, release_id: str, lang: str) -> dict[str, dict]:
    return {row["figure_id"]: row for row in _records(reader_of(lang, release_id).fetch("figure_source"))}


@st.cache_resource(max_entries=6, show_spinner=False)
def _verdicts(file: str, release_id: str, lang: str) -> tuple[dict[str, dict], dict[str, list[dict]]]:
    reader = reader_of(lang, release_id)
    parts: dict[str, list[dict]] = {}
    for part in _records(reader.fetch("target_detail")):
        parts.setdefault(part["target_id"], []).append(part)
    return {row["target_id"]: row for row in _records(reader.fetch("targets_with_actuals"))}, parts


def _records(rows: pd.DataFrame) -> list[dict]:
    return rows.to_dict("records")
