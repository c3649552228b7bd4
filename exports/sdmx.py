"""The figures as SDMX sees them: dimensions, measure and attributes, where each comes from, and its codes.

Two data structures: figures of a period, and figures that their documents do not date. SDMX has no way to say that a
period is unknown, and an undated figure stays undated.
"""

from dataclasses import dataclass

AGENCY = "QUALITY_SCOREBOARD"
VERSION = "1.0.0"
DATED, UNDATED = "QUALITY_FIGURES", "QUALITY_FIGURES_UNDATED"
# The dimensions that an undated figure does not have.
OF_TIME = ("FREQ", "TIME_PERIOD")

DIMENSION, MEASURE, ATTRIBUTE = "dimension", "measure", "attribute"


@dataclass(frozen=True)
class Component:
    """A part of the data structure.

    Attributes:
        id: its SDMX id.
        column: the column of our rows that it takes its values from.
        heading: English name of its concept.
        role: dimension, measure or attribute.
        text_type: SDMX text type, where it has no code list.
        codelist: id of its code list; empty for free text.
    """

    id: str
    column: str
    heading: str
    role: str
    text_type: str = ""
    codelist: str = ""


COMPONENTS = (
    Component("FREQ", "period", "Frequency", DIMENSION, codelist="CL_FREQ"),
    Component("REF_AREA", "region_code", "Region", DIMENSION, codelist="CL_AREA"),
    Component("INDICATOR", "indicator_id", "Indicator", DIMENSION, codelist="CL_INDICATOR"),
    Component("KIND", "kind", "Kind", DIMENSION, codelist="CL_KIND"),
    # Several documents may state a figure for one region, indicator and year; all of them stay.
    Component("FIGURE", "figure_id", "Figure id", DIMENSION, text_type="String"),
    Component("TIME_PERIOD", "period", "Period or due year", DIMENSION, text_type="ObservationalTimePeriod"),
    Component("OBS_VALUE", "value", "Value", MEASURE, text_type="Double"),
    Component("UNIT_MEASURE", "unit", "Unit in Chinese", ATTRIBUTE, text_type="String"),
    Component("OBS_STATUS", "quality", "Observation status", ATTRIBUTE, codelist="CL_OBS_STATUS"),
    Component("COMPARATOR", "comparator", "Comparator", ATTRIBUTE, codelist="CL_COMPARATOR"),
    Component("VALUE_HIGH", "value_high", "Value, high end", ATTRIBUTE, text_type="Double"),
    Component("PERIOD_START", "period_start", "First year of the period", ATTRIBUTE, text_type="GregorianYear"),
    Component("STANDING_AT", "as_of", "Standing at", ATTRIBUTE, text_type="String"),
    Component("SAMPLE_SIZE", "sample_size", "Sample size", ATTRIBUTE, text_type="Long"),
    Component("PREFERRED", "is_preferred", "Preferred figure of its period", ATTRIBUTE, text_type="Boolean"),
    Component("FORM", "form", "Form of the commitment", ATTRIBUTE, codelist="CL_FORM"),
    Component("STATE", "state", "State", ATTRIBUTE, codelist="CL_STATE"),
    Component("REASON", "reason_code", "Reason", ATTRIBUTE, codelist="CL_REASON"),
    Component("QUALITY", "quality", "Quality", ATTRIBUTE, codelist="CL_QUALITY"),
    Component("SOURCE", "source_id", "Document id", ATTRIBUTE, text_type="String"),
    Component("SOURCE_TITLE", "source_title", "Document", ATTRIBUTE, text_type="String"),
    Component("PUBLISHER", "publisher", "Publisher", ATTRIBUTE, text_type="String"),
    Component("PUBLISHED", "published", "Published", ATTRIBUTE, text_type="String"),
    Component("URL", "url", "Address", ATTRIBUTE, text_type="String"),
    Component("LOCATOR", "locator", "Place in the document", ATTRIBUTE, text_type="String"),
    Component("PHRASE", "phrase", "Words", ATTRIBUTE, text_type="String"),
    Component("NOTE", "note", "Note", ATTRIBUTE, text_type="String"),
    Component("RELEASE", "release_id", "Release", ATTRIBUTE, text_type="String"),
)

FREQUENCIES = {"A": "Annual", "S": "Half-yearly", "Q": "Quarterly", "M": "Monthly"}
KINDS = {"A": "Published figure", "T": "Target"}
# SDMX's own code list; a doubtful figure has low reliability.
STATUSES = {"A": "Normal value", "U": "Low reliability"}
STATUS_OF_QUALITY = {"a": "A", "b": "A", "c": "U"}
KIND_IDS = {"actual": "A", "target": "T"}
# Signs cannot be ids in SDMX.
COMPARATOR_IDS = {">=": "GE", ">": "GT", "<=": "LE", "<": "LT", "=": "EQ", "~": "AP"}


def components(dataflow: str) -> tuple[Component, ...]:
    """The components of one of the two data structures, in their order."""
    return tuple(part for part in COMPONENTS if dataflow == DATED or part.id not in OF_TIME)


def structure_id(dataflow: str) -> str:
    """A dataflow as SDMX-CSV names it."""
    return f"{AGENCY}:{dataflow}({VERSION})"
