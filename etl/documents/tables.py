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
# Titles of the column that names what is counted, the surest first.
_NAME_COLUMNS = tuple(map(re.compile, ("指标|名称", "项目|内容|主要目标", "类别|类型")))
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_SERIAL_COLUMN = re.compile(r"^(?:序号|编号|No\.?)$")
_ASIDE_COLUMN = re.compile(r"属性|性质|责任单位|牵头|备注|数据来源|完成时限|类别$|增长|增速|同比|排名|位次")
_TARGET_COLUMN = re.compile(r"目标|规划|预期|计划")
_BASE_COLUMN = re.compile(r"基期|基数|基准|现状|完成|实际|实绩")


RowCells = list[tuple[int, int, str]]


@dataclass(frozen=True)
class _Head:
    """What the first row and the line above a table say of its columns."""

    titles: tuple[str, ...]
    name: int
    unit: int | None
    unit_of_all: str

    def counts(self, column: int) -> bool:
        """Whether a column can hold figures."""
        if column in (self.name, self.unit) or column >= len(self.titles):
            return False
        return not _SERIAL_COLUMN.match(self.titles[column]) and not _ASIDE_COLUMN.search(self.titles[column])


def cells(document: Document, table: Table, whole: Outline) -> Iterator[Cell]:
    """The figures of a table, row by row. The first row is its head, with a second one under its merged cells.

    A table without a head is not read. A name merged over several rows is that of each.
    """
    text = document.folded
    rows = [[(start, end, text[start:end].strip()) for start, end in row] for row in table.rows]
    caption = text[max(0, table.start - 60) : table.start].rstrip("\n").rpartition("\n")[2]
    titles = [cell for _, _, cell in rows[0]]
    second = _second_head(titles, rows[1])
    head = _head(second or titles, caption)
    if head is None:
        return
    name: tuple[int, int, str] | None = None
    for number, row in enumerate(rows[2 if second else 1 :], start=2 if second else 1):
        if len(row) > head.name:
            name = row[head.name] if row[head.name][2] or name is None else name
            row = [name if column == head.name else cell for column, cell in enumerate(row)]
        for column in range(len(row)):
            if len(row) > head.name and head.counts(column):
                cell = _cell(row, column, head, f"table row {number}", whole)
                if cell is not None:
                    yield cell


def _second_head(titles: list[str], row: RowCells) -> list[str] | None:
    """The titles of a head of two rows, 目标值 over 2023年 and 2025年 put together; None where the head is one row."""
    below = [cell for _, _, cell in row]
    titles = titles + [""] * (len(below) - len(titles))  # empty cells at the end of a line are not kept
    has_merged = "" in titles and "" in below and len(below) == len(titles)
    if not has_merged or any(_NUMBER.match(cell) and not _YEAR.match(cell) for cell in below):
        return None
    joined, over = [], ""
    for title, under in zip(titles, below, strict=True):
        over = title or over
        joined.append(over + under if under else title)
    return joined


def _head(titles: list[str], caption: str) -> _Head | None:
    figures = sum(bool(_NUMBER.match(title) and not _YEAR.match(title)) for title in titles)
    if not any(titles) or figures > len(titles) / 2:
        return None
    unit = next((i for i, title in enumerate(titles) if _UNIT_COLUMN.match(title)), None)
    named = [i for way in _NAME_COLUMNS for i, title in enumerate(titles) if way.search(title)]
    other = [i for i, title in enumerate(titles) if not _SERIAL_COLUMN.match(title) and i != unit]
    return _Head(tuple(titles), (named or other or [0])[0], unit, _named_unit(caption))


def _cell(row: RowCells, column: int, head: _Head, locator: str, whole: Outline) -> Cell | None:
    start, end, written = row[column]
    name, title = row[head.name][2], head.titles[column]
    quantity = _quantity(written) if _NUMBER.match(written) else None
    year = _YEAR.search(title) or _YEAR.fullmatch(name)
    is_region = bool(re.search(r"[省市县区州盟]$|^全[国省市]$", name)) and not _YEAR.search(title)
    subject = _bare(title) if is_region or _YEAR.fullmatch(name) else _bare(name)
    if quantity is None or not re.search(r"[\u4e00-\u9fff]{2,}", subject):
        return None
    in_row = row[head.unit][2] if head.unit is not None and len(row) > head.unit else ""
    scale, unit = _scaled(quantity.unit or in_row or _named_unit(name) or _named_unit(title) or head.unit_of_all)
    period = int(year[1]) if year else whole.report_year
    kind = _kind(title, period, whole)
    return Cell(
        start=min(row[head.name][0], start), end=end, figure_start=start, figure_end=end, subject=subject,
        value=float(f"{quantity.value * scale:.12g}"),
        value_high=None if quantity.high is None else float(f"{quantity.high * scale:.12g}"),
        unit=unit, basis=_basis(unit, subject, title), kind=kind, comparator=_comparator(written, quantity, kind),
        period=period, period_words=year[0] if year else "", region=name if is_region else "", locator=locator,
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
