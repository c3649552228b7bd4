"""Headings of the tables that people take away, and the source line under every picture."""

from exports import columns
from ui import numbers
from ui.reader import Reader
from ui.words import Words


def source_line(reader: Reader) -> str:
    """The line under a picture's title: whose figures, which release, which day."""
    return reader.words("Quality Scoreboard, release {release}, as of {day}; sources in the table").format(
        release=reader.release_id, day=numbers.day(reader.as_of, reader.lang)
    )


def footer(reader: Reader) -> str:
    """The line at the foot of every slide and printed page."""
    return reader.words("Quality Scoreboard · release {release} · as of {day}").format(
        release=reader.release_id, day=numbers.day(reader.as_of, reader.lang)
    )


def clause(_: Words) -> dict[str, str]:
    """Columns that lead a row to its document."""
    return {column: _(heading) for column, heading in columns.CLAUSE.items()}


def observations(_: Words) -> dict[str, str]:
    """Columns of downloaded figures; ``rows.figures_in_words`` has them all. The ETL reads such a table back."""
    return {column: _(heading) for column, heading in columns.OBSERVATIONS.items()}


def promised_and_published(_: Words) -> dict[str, str]:
    """Columns of downloaded figures where targets stand among the actuals."""
    return {
        "figure_id": _("Figure id"),
        "kind": _("Kind"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "level_name": _("Level"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "theme_name": _("Theme"),
        "form_text": _("Form of the commitment"),
        "comparator": _("Comparator"),
        "comparator_text": _("Comparator in words"),
        "value": _("Value"),
        "value_high": _("Value, high end"),
        "unit_text": _("Unit"),
        "period": _("Period or due year"),
        "as_of": _("Standing at"),
        "sample_size": _("Sample size"),
        "state": _("State code"),
        "state_text": _("State"),
        "is_preferred": _("Preferred figure of its period"),
        "source_id": _("Document id"),
        **clause(_),
        "release_id": _("Release"),
    }


def documents(_: Words) -> dict[str, str]:
    """Columns of a downloaded list of documents with what they hold."""
    return {
        "source_id": _("Document id"),
        "title": _("Document"),
        "publisher": _("Publisher"),
        "published": _("Published"),
        "url": _("Address"),
        "targets": _("Targets"),
        "figures": _("Figures"),
    }


def coverage(_: Words) -> dict[str, str]:
    """Columns of downloaded counts by region and theme."""
    return {
        "region_code": _("Region code"),
        "region": _("Region"),
        "theme": _("Theme code"),
        "theme_name": _("Theme"),
        "targets": _("Targets"),
        "figures": _("Figures"),
    }


def states_counted(_: Words, by: str) -> dict[str, str]:
    """Columns of downloaded counts by state, and by ``region`` or by ``theme``."""
    code = {"region_code": _("Region code")} if by == "region" else {"theme": _("Theme code")}
    return {
        **code,
        "group": _("Region") if by == "region" else _("Theme"),
        "state": _("State code"),
        "state_text": _("State"),
        "targets": _("Targets"),
    }


def rates_in_files(_: Words) -> dict[str, str]:
    """Columns of downloaded achievement rates: with the group's code and the rates as numbers."""
    return {
        "group_key": _("Group code"),
        **rates(_),
        "silent": _("Due, not reported"),
        "unable": _("Figures not usable"),
        "not_quantified": _("No number in the text"),
        "achievement_rate": _("Met, of met and missed (0 to 1)"),
        "reporting_rate": _("Reported, of those due (0 to 1)"),
    }


def rates(_: Words) -> dict[str, str]:
    """Columns of achievement rates: never without the reporting rate."""
    return {
        "group": _("Group"),
        "total": _("Targets"),
        "due": _("Due year over"),
        "reported": _("Reported"),
        "met": _("Met"),
        "missed": _("Missed"),
        "uncertain": _("Uncertain"),
        "achievement_text": _("Met, of met and missed"),
        "reporting_text": _("Reported, of those due"),
    }


def silent(_: Words) -> dict[str, str]:
    """Columns of a downloaded silence board."""
    return {
        "target_id": _("Target id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "comparator": _("Comparator"),
        "comparator_text": _("Comparator in words"),
        "value": _("Target value"),
        "value_high": _("Target value, high end"),
        "unit_text": _("Unit"),
        "due": _("Due"),
        "state": _("State code"),
        "state_text": _("State"),
        "reason_text": _("Reason"),
        "programme": _("Programme"),
        "issuer_or_publisher": _("Issuer or publisher"),
        **clause(_),
        "release_id": _("Release"),
    }


def targets_on_screen(_: Words, by: str) -> dict[str, str]:
    """Columns of targets as a page shows them, by ``indicator`` or by ``region``."""
    return {
        "region" if by == "indicator" else "indicator": _("Region") if by == "indicator" else _("Indicator"),
        "state_text": _("State"),
        "goal_text": _("Target"),
        "due_text": _("Due"),
        "actual_text": _("Latest actual"),
        "gap_text": _("Gap"),
        "pace_text": _("Pace"),
        "reason_text": _("Reason"),
        "source_title": _("Document"),
        "locator": _("Place in the document"),
        "phrase": _("Words"),
    }


def targets(_: Words) -> dict[str, str]:
    """Columns of downloaded targets with their actuals and verdicts."""
    return {
        "target_id": _("Target id"),
        "region_code": _("Region code"),
        "region": _("Region"),
        "level_name": _("Level"),
        "indicator_id": _("Indicator id"),
        "indicator": _("Indicator"),
        "theme_name": _("Theme"),
        "form_text": _("Form of the commitment"),
        "comparator": _("Comparator"),
        "comparator_text": _("Comparator in words"),
        "value": _("Target value"),
        "value_high": _("Target value, high end"),
        "unit_text": _("Unit"),
        "due": _("Due"),
        "state": _("State code"),
        "state_text": _("State"),
        "reason_text": _("Reason"),
        "latest_period": _("Year of the figure"),
        "latest_comparator": _("Comparator of the figure"),
        "latest_value": _("Figure"),
        "gap": _("Gap (figure less target)"),
        "attainment": _("Share of the target reached"),
        "required_per_year": _("Needed a year until due"),
        "programme": _("Programme"),
        **clause(_),
        "latest_observation_id": _("Figure id"),
        "latest_source_title": _("Document of the figure"),
        "latest_publisher": _("Publisher of the figure"),
        "latest_published": _("Published (figure)"),
        "latest_url": _("Address (figure)"),
        "latest_locator": _("Place in the document (figure)"),
        "latest_phrase": _("Words (figure)"),
        "latest_quality": _("Quality (figure)"),
        "release_id": _("Release"),
    }
