"""Figures of several regions in the reader's words, as they are set side by side."""

from collections.abc import Sequence

import pandas as pd

from ui import denominators, numbers
from ui.reader import Reader
from ui.words import Words

# What a visitor without a choice sees: four provinces with figures over years, and two indicators that they share.
_REGIONS = ("420000", "520000", "210000", "340000")
_INDICATORS = ("valid_invention_patents_per_ten_thousand_people", "valid_registered_trademarks")

FEWEST_REGIONS, MOST_REGIONS, MOST_INDICATORS = 2, 8, 8


def regions_to_start_with(reader: Reader) -> list[str]:
    """The regions of a page without a choice; where the release has none of them, its first ones with figures."""
    rows = reader.fetch("regions")
    known = [code for code in _REGIONS if code in {*rows["region_code"]}]
    return known or list(rows[rows["figures"] > 0]["region_code"].head(4))


def indicators_to_start_with(reader: Reader) -> list[str]:
    """The indicators of a page without a choice; where the release has none of them, the one of most regions."""
    ranked = list(reader.fetch("indicators_to_compare")["indicator_id"])
    return [name for name in _INDICATORS if name in ranked] or ranked[:1]


def indicator_labels(reader: Reader, regions: Sequence[str]) -> dict[str, str]:
    """Indicators by id, each with its name and with how many of the chosen regions, and of all, have a figure of it.

    Those with figures of most of the chosen regions come first.
    """
    rows = reader.fetch("indicators_to_compare", region_codes=list(regions))
    label = reader.words("{name} · {named} of {chosen}, {all} in all").format
    columns = (rows[column] for column in ("indicator_id", "name", "regions_named", "regions"))
    return {
        key: label(name=name, named=named, chosen=len(regions), all=published)
        for key, name, named, published in zip(*columns, strict=True)
    }


def years_of(reader: Reader, indicators: Sequence[str], regions: Sequence[str], per: str) -> list[str]:
    """Years in which, or in the year before which, any of the regions has a figure of the indicators; newest first."""
    rows = reader.fetch(
        "years_to_compare", indicator_ids=list(indicators), region_codes=list(regions), per=denominators.divisor(per)
    )
    return sorted({str(year) for year in rows[rows["regions_named"] > 0]["year"]}, reverse=True)


def named(reader: Reader, regions: Sequence[str]) -> dict[str, str]:
    """Region codes to names, in the order asked for; a code that the release does not know falls away."""
    known = reader.fetch("regions").set_index("region_code")["name"]
    return {code: known[code] for code in regions if code in known.index}


def series(
    reader: Reader,
    indicator: str,
    regions: Sequence[str],
    per: str = denominators.AS_PUBLISHED,
    year: str | None = None,
) -> pd.DataFrame:
    """Figures of regions by year in words, the regions in the order asked for.

    Returns: the columns of ``queries/series_by_indicator.sql`` with ``figure_id``, ``unit_text``, ``figure_text``,
        ``year_text``, ``interval_text``, ``stated_text`` and ``denominator_text``.
    """
    rows = reader.fetch(
        "series_by_indicator",
        indicator_id=indicator,
        region_codes=list(regions),
        per=denominators.divisor(per),
        year=int(year) if year else None,
    )
    rows = rows.sort_values("region_code", key=lambda codes: codes.map(list(regions).index), kind="stable")
    rows = rows.reset_index(drop=True).assign(figure_id=rows["observation_id"].to_numpy())
    return rows.assign(**_told(reader, rows))


def _told(reader: Reader, rows: pd.DataFrame) -> dict[str, list[str]]:
    lang, records = reader.lang, rows.to_dict("records")
    return {
        "unit_text": [denominators.unit(reader, row["unit"], row["per"]) for row in records],
        "figure_text": [figure_of(reader, row) for row in records],
        "year_text": [numbers.period(row["year"], lang) for row in records],
        "interval_text": [_interval(reader, row) for row in records],
        "stated_text": [
            numbers.figure(row["stated_value"], row["unit"], lang, row["comparator"], row["stated_value_high"])
            for row in records
        ],
        "denominator_text": [_denominator(reader, row) for row in records],
    }


def figure_of(reader: Reader, row: dict) -> str:
    """A figure as it is compared, with its comparator and the unit it is then in."""
    high = row["upper"] if numbers.is_known(row["stated_value_high"]) else None
    unit = row["unit"] if not row["per"] else denominators.unit(reader, row["unit"], row["per"])
    return numbers.figure(row["value"], unit, reader.lang, row["comparator"], high)


def _interval(reader: Reader, row: dict) -> str:
    if row["interval_kind"] == "none":
        return numbers.UNKNOWN
    unit = row["unit"] if not row["per"] else denominators.unit(reader, row["unit"], row["per"])
    if not numbers.is_known(row["upper"]):
        return numbers.figure(row["lower"], unit, reader.lang, ">=")
    if not numbers.is_known(row["lower"]):
        return numbers.figure(row["upper"], unit, reader.lang, "<=")
    # 约16.09 is 16.085 to 16.095: two places would hide what the words leave open.
    digits = 2 if round(row["lower"], 2) != round(row["upper"], 2) else 4
    ends = numbers.figure(row["lower"], unit, reader.lang, "=", row["upper"], digits)
    if row["interval_kind"] != "sampling":
        return ends
    return reader.words("{ends} (95% Wilson interval, {samples} samples)").format(
        ends=ends, samples=numbers.number(row["sample_size"], reader.lang)
    )


def _denominator(reader: Reader, row: dict) -> str:
    if not row["per"] or not numbers.is_known(row["denominator_value"]):
        return numbers.UNKNOWN
    size = numbers.number(row["denominator_value"], reader.lang)
    return f"{size} · {numbers.period(row['denominator_year'], reader.lang)}"


def why_missing(reader: Reader, indicator: str, region: str, per: str = denominators.AS_PUBLISHED) -> str:
    """Why a region has no figure to set beside the others'."""
    _ = reader.words
    rows = reader.fetch(
        "rates_by_indicator",
        indicator_id=indicator,
        region_codes=[region],
        per=denominators.divisor(per) or "resident_population",
    )
    if denominators.divisor(per) and not rows.empty:
        return {
            "denominator_years_apart": _("published; divisor known for other years only"),
            "denominator_not_reported": _("published; divisor unknown"),
        }.get(rows["reason"].dropna().iloc[0] if rows["reason"].notna().any() else "", _("no figure of these years"))
    return _("no figure found")


def targets_of(reader: Reader, indicator: str, regions: Sequence[str]) -> pd.DataFrame:
    """Targets of the regions for one indicator, as ``queries/targets_with_actuals.sql`` gives them."""
    rows = reader.fetch("targets_with_actuals", indicator_id=indicator)
    return rows[rows["region_code"].isin(list(regions))]


def sourced(_: Words) -> dict[str, str]:
    """Columns that every table of compared figures ends with on the screen."""
    return {
        "source_title": _("Document"),
        "locator": _("Place in the document"),
        "phrase": _("Words"),
    }
