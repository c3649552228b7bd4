"""The provinces as tiles, shaded by one indicator; where nothing is known or comparable the frame stays empty."""

import pandas as pd

from ui import headings, numbers, ranks
from ui.exhibits import Exhibit
from ui.reader import Reader

_SHADES = 5


def build(reader: Reader, indicator: str, year: str | None = None, per: str | None = None) -> Exhibit | None:
    """Tile-grid map with the table of its figures; None where no province can be compared or has a tile."""
    _ = reader.words
    rows = ranks.ranked(reader, indicator, ranks.LEVEL, year, per)
    compared = rows[rows["rank_low"].notna()]
    if compared.empty or reader.fetch("province_tiles").empty:
        return None
    tiles = _tiles(reader, rows)
    title = ranks.title(reader, indicator, ranks.LEVEL, rows)
    return Exhibit(
        page="indicator",
        title=title,
        takeaway=_("{known} of {total} provinces have a figure that can be compared.").format(
            known=len(compared), total=len(tiles)
        )
        + " "
        + ranks.takeaway(reader, rows),
        rows=rows,
        columns=ranks.on_screen(reader),
        file_columns=ranks.in_files(reader),
        figure="observation_id",
        subject=str(reader.fetch("indicator_definition", indicator_id=indicator)["name"].iloc[0]),
        chart="tile_grid",
        drawn=tiles,
        chart_words={
            "title": title,
            "source": headings.source_line(reader),
            "region": _("Region"),
            "value": _("Figure"),
            "shade": str(rows["unit_text"].iloc[0]),
        },
    )


def _tiles(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    _ = reader.words
    tiles = reader.fetch("province_tiles").merge(rows.drop(columns="region"), on="region_code", how="left")
    unknown, apart = _("no figure"), _("figure of other years")
    compared = tiles["rank_low"].notna()
    shade, bounds = _shades(reader, tiles.loc[compared, "value"])
    tiles["shade"] = shade.reindex(tiles.index)
    has_figure = tiles["observation_id"].notna()
    return pd.DataFrame(
        {
            "figure_id": tiles["observation_id"],
            "region": tiles["region"],
            "short_name": tiles["short_name"],
            "value_text": [
                row["short_text"] if known else row["year_text"] if figure else numbers.UNKNOWN
                for row, known, figure in zip(tiles.to_dict("records"), compared, has_figure, strict=True)
            ],
            "told_text": [
                f"{row['dated_text']} · {row['rank_text']}"
                if known
                else f"{row['dated_text']} · {row['reason_text']}"
                if figure
                else unknown
                for row, known, figure in zip(tiles.to_dict("records"), compared, has_figure, strict=True)
            ],
            "shade": tiles["shade"],
            "shade_text": [
                bounds[int(shade)] if known else apart if figure else unknown
                for shade, known, figure in zip(tiles["shade"], compared, has_figure, strict=True)
            ],
            "tile_row": tiles["tile_row"],
            "tile_column": tiles["tile_column"],
        }
    )


def _shades(reader: Reader, values: pd.Series) -> tuple[pd.Series, dict[int, str]]:
    """Up to five shades with about as many provinces each, and from which figure to which each of them reaches."""
    share = values.rank(method="max") / len(values)
    shade = ((share * _SHADES).round(9).apply(lambda part: -(-part // 1)) - 1).clip(0, _SHADES - 1)
    told = {}
    for number, part in values.groupby(shade):
        low, high = numbers.number(part.min(), reader.lang), numbers.number(part.max(), reader.lang)
        told[int(number)] = low if low == high else f"{low}–{high}"
    return shade, told
