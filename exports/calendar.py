"""Due targets as an iCalendar file (RFC 5545): one all-day entry on the last day of the year a target falls due in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

_PRODUCT = "-//Quality Scoreboard//Due targets//EN"
_DOMAIN = "quality-scoreboard"


@dataclass(frozen=True)
class DueTarget:
    """One entry: its stable id, the year it falls due, what is due, what is known of it, and the document's address."""

    target_id: str
    due: int
    summary: str
    description: str
    url: str | None = None


def to_ics(name: str, targets: Iterable[DueTarget], stamped: date) -> bytes:
    """A calendar of due targets.

    The library folds lines at 75 octets and escapes the texts. An entry keeps its id in every release and language, so
    that a calendar taken again replaces the entries of the earlier one.

    Args:
        name: what the calendar is called in the reader's program.
        targets: one entry each.
        stamped: day the release judges as of; the same release gives the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    for target in targets:
        calendar.add_component(_event(target, stamped))
    return calendar.to_ical()


def _event(target: DueTarget, stamped: date) -> Event:
    last_day = date(target.due, 12, 31)
    event = Event()
    event.add("uid", f"{target.target_id}@{_DOMAIN}")
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", last_day)
    # The end of an all-day entry is the first day that no longer belongs to it.
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", target.summary)
    event.add("description", target.description)
    event.add("transp", "TRANSPARENT")
    if target.url:
        event.add("url", target.url)
    return event
