"""Due targets for the reader's own calendar."""

import pandas as pd
import streamlit as st

from exports.calendar import DueTarget, to_ics
from ui import numbers
from ui.exhibits import Exhibit
from ui.frame import View
from ui.reader import Reader


def entries(reader: Reader, rows: pd.DataFrame) -> list[DueTarget]:
    """Calendar entries of targets that name a year, in the reader's language."""
    return [_entry(reader, row) for row in rows.itertuples() if numbers.is_known(row.due)]


def _entry(reader: Reader, row: object) -> DueTarget:
    _ = reader.words
    told = {
        _("State"): row.state_text,
        _("Words"): row.phrase,
        _("Document"): row.source_title,
        _("Place in the document"): row.locator,
        _("Publisher"): row.publisher,
        _("Address"): row.url,
        _("Release"): row.release_id,
    }
    return DueTarget(
        target_id=row.target_id,
        due=int(row.due),
        summary=_("Due: {region}, {indicator}, {target}").format(
            region=row.region, indicator=row.indicator, target=row.goal_text
        ),
        description="\n".join(f"{name}: {value}" for name, value in told.items() if numbers.is_known(value)),
        url=row.url if numbers.is_known(row.url) else None,
    )


def offer_calendar(view: View, exhibit: Exhibit) -> None:
    """The exhibit's targets as an ``.ics`` file, made when it is asked for."""
    _ = view.words
    st.download_button(
        _("Add to a calendar (.ics)"),
        data=lambda: to_ics(exhibit.title, entries(view, exhibit.rows), view.as_of),
        file_name=f"{exhibit.stem}_{view.release_id}.ics",
        mime="text/calendar",
        key=f"ics_{exhibit.key}",
        on_click="ignore",
        icon=":material/event:",
        help=_("One all-day entry for each target, on the last day of the year it falls due."),
    )
