"""The figures that were published last, each with its document, place and words."""

from exports.telling import of_figure
from ui import headings
from ui.exhibits import Exhibit
from ui.reader import Reader
from ui.rows import figures_in_words


def build(reader: Reader) -> Exhibit | None:
    """A table of published figures, newest first."""
    _ = reader.words
    asked = reader.fetch("newest_figures")
    if asked.empty:
        return None
    title = _("Newest figures")
    rows = figures_in_words(reader, asked)
    newest = rows.iloc[0]
    return Exhibit(
        page="overview",
        title=title,
        takeaway=_("Among those published last, on {day}: {region} · {indicator} {figure}, {period}.").format(
            day=newest.published,
            region=newest.region,
            indicator=newest.indicator,
            figure=of_figure(newest.value_text, newest.observation_id),
            period=newest.period_text,
        ),
        rows=rows,
        columns={
            "published": _("Published"),
            "region": _("Region"),
            "indicator": _("Indicator"),
            "value_text": _("Figure"),
            "period_text": _("Period"),
            "source_title": _("Document"),
            "phrase": _("Words"),
        },
        file_columns=headings.observations(_),
        figure="observation_id",
    )
