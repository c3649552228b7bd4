"""What the speaker has before them: the own notes, what is seen, and for each figure its words, place and inputs."""

from collections.abc import Mapping

import pandas as pd

from exports.slides.content import Evidence, Panel, Slide
from exports.slides.tables import printed


def notes(slide: Slide, words: Mapping[str, str], with_rows: bool = False) -> str:
    """The notes of a slide as text.

    Args:
        words: ``speech``, ``shows``, ``figure``, ``document``, ``words``, ``data``.
        with_rows: put the rows behind the picture too.
    """
    parts = [slide.speech] if slide.speech else []
    for panel in slide.panels:
        parts.append("\n".join([f"{words['shows']}: {panel.alt}", *panel.cautions]))
        parts += [evidence(one, words) for one in panel.evidence]
        if with_rows:
            parts.append(f"{words['data']}:\n{_lines(panel)}")
    return "\n\n".join(parts)


def evidence(one: Evidence, words: Mapping[str, str]) -> str:
    """One figure with all that leads to it, a few lines of text."""
    document = " · ".join(part for part in (one.document, one.publisher, one.published, one.place) if part)
    lines = [f"{one.told} [{one.figure_id}]", f"{words['words']}: “{one.phrase}”" if one.phrase else ""]
    lines += [f"{words['document']}: {document}", one.url, *one.steps]
    return "\n".join(line for line in lines if line)


def _lines(panel: Panel) -> str:
    rows: pd.DataFrame = panel.rows[list(panel.columns)]
    heading = "\t".join(panel.columns.values())
    return "\n".join([heading, *("\t".join(map(printed, row)) for row in rows.itertuples(index=False, name=None))])
