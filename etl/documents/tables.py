"""Figures in tables: rows of indicators under columns of years, or rows of regions and years under indicators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.documents.document import Document, Table
from etl.documents.quantities import Quantity, signs, unit_and_kind
from etl.documents.structure import Outline


@dataclass(frozen=True)
class Cell:
    """A figure of a table with what its row and column say; places are in the clean text."""

    start: int
    end: int
    figure_start: int
    figure_end: int
    subject: str
    value: float
    value_high: float | None
    unit: str
    basis: str
    kind: str
    comparator: str
    period: int | None
    period_words: str
    region: str
    locator: str


_NUMBER = re.compile(r"^[≥>≤<~约]?\s*-?\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_UNIT_IN_NAME = re.compile(r"\(([^()]{1,8})\)$|\[([^\[\]]{1,8})\]$|(?:单位|计量单位):(\S{1,6})")
_NAME_COLUMN = re.compile(r"指标|项目|名称|内容|类别|类型|主要目标")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_SERIAL_COLUMN = re.compile(r"^(?:序号|编号|No\.?)$")
_ASIDE_COLUMN = re.compile(r"属性|性质|责任单位|牵头|备注|数据来源|完成时限|类别$|增长|增速|同比|排名|位次")
_TARGET_COLUMN = re.compile(r"目标|规划|预期|计划")
_BASE_COLUMN = re.compile(r"基期|基数|基准|现状|完成|实际|实绩")


def cells(document: Document, table: Table, whole: Outline) -> Iterator[Cell]:
    """The figures of a table, row by row. The first row is its head; a table without a head is not read."""
    text = document.folded
    rows = [[(start, end, text[start:end].strip()) for start, end in row] for row in table.rows]
    head = [cell for _, _, cell in rows[0]]
    if not any(head) or sum(bool(_NUMBER.match(cell) and not _YEAR.match(cell)) for cell in head) > len(head) / 2:
        return
    caption = text[max(0, table.start - 60) : table.start].rstrip("\n").rpartition("\n")[2]
    unit_of_all = _named_unit(caption)
    name_column = next((i for i, cell in enumerate(head) if _NAME_COLUMN.search(cell)), None)
    if name_column is None:
        name_column = next(
            (i for i, cell in enumerate(head) if not _SERIAL_COLUMN.match(cell) and not _UNIT_COLUMN.match(cell)), 0
        )
    unit_column = next((i for i, cell in enumerate(head) if _UNIT_COLUMN.match(cell)), None)
    for number, row in enumerate(rows[1:], start=1):
        if len(row) <= name_column:
            continue
        yield from _row(row, head, name_column, unit_column, unit_of_all, f"table row {number}", text, whole)


RowCells = list[tuple[int, int, str]]


def _row(
    row: RowCells, head: list[str], name_column: int, unit_column: int | None, unit_of_all: str, locator: str, text: str,
    whole: Outline,
) -> Iterator[Cell]:  # fmt: skip
    name = row[name_column][2]
    for column, (start, end, cell) in enumerate(row):
        if column in (name_column, unit_column) or column >= len(head) or not _NUMBER.match(cell):
            continue
        title = head[column]
        if _SERIAL_COLUMN.match(title) or _ASIDE_COLUMN.search(title):
            continue
        quantity = _quantity(cell)
        if quantity is None:
            continue
        year = _YEAR.search(title)
        row_year = _YEAR.fullmatch(name)
        is_region = bool(re.search(r"[省市县区州盟]$|^全[国省市]$", name)) and not year
        subject = _bare(title) if (is_region or row_year) else _bare(name)
        if not re.search(r"[\u4e00-\u9fff]{2,}", subject):
            continue
        unit = quantity.unit or (row[unit_column][2] if unit_column is not None and len(row) > unit_column else "")
        unit = unit or _named_unit(name) or _named_unit(title) or unit_of_all
        scale, unit = _scaled(unit)
        used = year or row_year
        period = int(used[1]) if used else whole.report_year
        kind = _kind(title, period, whole)
        yield Cell(
            min(row[name_column][0], start), end, start, end, subject, float(f"{quantity.value * scale:.12g}"),
            None if quantity.high is None else float(f"{quantity.high * scale:.12g}"), unit, _basis(unit, subject, title),
            kind, _comparator(cell, quantity, kind), period, used[0] if used else "", name if is_region else "", locator,
        )  # fmt: skip


def _quantity(cell: str) -> Quantity | None:
    """The number of a cell that holds nothing but a number with its bounds and unit."""
    plain = re.sub(r"^[≥>≤<]=?", "", cell).strip()
    found = [sign for sign in signs(plain + "\n") if sign.kind != "STOP"]
    numbers = [sign for sign in found if isinstance(sign, Quantity)]
    words = "".join(sign.text for sign in found if not isinstance(sign, Quantity))
    return numbers[0] if len(numbers) == 1 and len(words) <= 4 else None


def _bare(name: str) -> str:
    return re.sub(r"^\d+[.、]?|\([^()]*\)$|(?:19|20)\d\d年?|目标值?|[:\s]+$", "", name).strip()


def _named_unit(name: str) -> str:
    match = _UNIT_IN_NAME.search(name)
    if match is None:
        return ""
    unit = next(part for part in match.groups() if part)
    return unit if _scaled(unit)[1] == "%" or re.search(r"[个家件项张分人次元米吨亩名批台套起户]", unit) else ""


def _scaled(unit: str) -> tuple[float, str]:
    """万件 counts 10 000 件; money keeps its 万元 or 亿元."""
    match = re.fullmatch(r"(万|亿)(.+)", unit)
    if match and not match[2].startswith("元"):
        return (1e4 if match[1] == "万" else 1e8), unit_and_kind(match[2])[0]
    return 1.0, unit if match else unit_and_kind(unit)[0]


def _kind(title: str, period: int | None, whole: Outline) -> str:
    if _BASE_COLUMN.search(title):
        return "baseline" if whole.kind == "target" else "actual"
    if _TARGET_COLUMN.search(title):
        return "target"
    if period is not None and whole.year is not None:
        if period > whole.year:
            return "target"
        return "baseline" if whole.kind == "target" and period < whole.year else whole.kind
    return whole.kind


def _basis(unit: str, subject: str, title: str) -> str:
    if unit in ("%", "个百分点"):
        return "share"
    if unit in ("", "分"):
        return "score"
    if unit == "名":
        return "rank"
    if "每年" in subject + title:
        return "annual"
    if "累计" in subject + title:
        return "cumulative"
    return "new" if re.search("新增|申请量|授权量|批次|查处|立案", subject + title) else "stock"


def _comparator(cell: str, quantity: Quantity, kind: str) -> str:
    if cell[0] in "≥>" or ">=" in quantity.after:
        return ">=" if cell[0] != ">" else ">"
    if cell[0] in "≤<" or "<=" in quantity.after:
        return "<=" if cell[0] != "<" else "<"
    if quantity.is_about or "~" in quantity.after or cell[0] in "~约":
        return "~"
    return ">=" if ">=" in quantity.before else "="
