"""Columns that several kinds of files share, by name to their English heading; the interface translates the headings.

The ETL reads the headings of a downloaded table back by this table, so a heading stands for one column only.
"""

# What leads a row to its document and its words.
CLAUSE = {
    "source_title": "Document",
    "publisher": "Publisher",
    "published": "Published",
    "url": "Address",
    "locator": "Place in the document",
    "phrase": "Words",
    "quality": "Quality",
    "note": "Note",
}

# A published figure: everything the data package holds of it, and the names of its codes.
OBSERVATIONS = {
    "observation_id": "Figure id",
    "region_code": "Region code",
    "region": "Region",
    "level_name": "Level",
    "indicator_id": "Indicator id",
    "indicator": "Indicator",
    "theme_name": "Theme",
    "period_start": "First year of the period",
    "period": "Period",
    "as_of": "Standing at",
    "comparator": "Comparator",
    "comparator_text": "Comparator in words",
    "value": "Figure",
    "value_high": "Figure, high end",
    "unit": "Unit in Chinese",
    "unit_text": "Unit",
    "sample_size": "Sample size",
    "is_preferred": "Preferred figure of its period",
    "source_id": "Document id",
    **CLAUSE,
    "release_id": "Release",
}
