"""The parts of a document: its title lines, chapters, clauses and paragraphs, and what each says of what it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.documents import lexicons
from etl.documents.document import Document


@dataclass(frozen=True)
class Passage:
    """One paragraph: ``start:end`` in the clean text.

    ``locator`` is 一(二) or para 3; ``section`` numbers the clause that the paragraph belongs to (0: none), so that a
    date which opens a clause governs it, ``chapter`` the chapter likewise; ``kind`` is what its heading announces:
    target, actual or nothing.
    """

    start: int
    end: int
    locator: str
    section: int
    kind: str
    is_heading: bool
    chapter: int = 0


@dataclass(frozen=True)
class Outline:
    """Passages, and what the document as a whole is: ``kind`` target (a plan) or actual (a report)."""

    passages: tuple[Passage, ...]
    title: str
    kind: str
    year: int | None
    report_year: int | None
    plan_year: int | None
    span: tuple[int, int] | None = None


_CHAPTER = re.compile(r"^([一二三四五六七八九十]{1,3})、|^第([一二三四五六七八九十]+)[章编部分]")
_CLAUSE = re.compile(r"^\(([一二三四五六七八九十]{1,3})\)")
_ITEM = re.compile(r"^(\d{1,2})(?:[.、](?!\d)|\)|(?=[\u4e00-\u9fff]{4}))|^\((\d{1,2})\)")
_CLOSED = re.compile(r"[。;!?:”)]$")
_TITLE_LENGTH = 60
_ISSUED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|[-./]\d{1,2}[-./]\d{1,2})")


def outline(document: Document) -> Outline:
    """The passages of a document in order; tables are left to ``tables.py``."""
    text = document.folded
    lines = [line for line in _lines(text) if not _inside_table(document, line)]
    head = _title_lines(text, lines)
    title = " ".join(text[start:end] for start, end in lines[:head])
    kind = _genre(title, text, document.name)
    year, report_year = _years(title, text, document.name)
    return Outline(tuple(_passages(text, lines, head)), title, kind, year, report_year, _plan_year(title),
                   _plan_span(title))  # fmt: skip


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _inside_table(document: Document, line: tuple[int, int]) -> bool:
    return any(table.start <= line[0] < table.end for table in document.tables)


def _title_lines(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines stand above the body: short ones, with no sentence in them."""
    for number, (start, end) in enumerate(lines[:8]):
        line = text[start:end]
        if len(line) > _TITLE_LENGTH or "。" in line or ";" in line or _CHAPTER.match(line) or _CLAUSE.match(line):
            return number
    return 8 if len(lines) > 8 else min(1, len(lines) - 1)


def _passages(text: str, lines: list[tuple[int, int]], head: int) -> Iterator[Passage]:
    chapter = clause = item = kind = chapter_kind = ""
    section = paragraph = chapters = 0
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if number < head:
            yield Passage(start, end, "title", 0, "", True)
            continue
        opening = line[: line.find("。") if 0 < line.find("。") <= 40 else 40]
        if match := _CHAPTER.match(line):
            chapter, clause, item = match[1] or match[2], "", ""
            chapter_kind = kind = heading_kind(opening)
            section, chapters = section + 1, chapters + 1
        elif match := _CLAUSE.match(line):
            clause, item = f"({match[1]})", ""
            kind = heading_kind(opening) or chapter_kind
            section += 1
        elif match := _ITEM.match(line):
            item = f".{match[1] or match[2]}"
            section += 1
        paragraph += 1
        place = f"{chapter}{clause}{item}" or f"para {paragraph}"
        is_heading = len(line) <= 30 and not _CLOSED.search(line)
        yield Passage(start, end, place, section, kind, is_heading, chapters)


@cache
def heading_kind(heading: str) -> str:
    """What a heading announces: 主要目标 targets, 工作成效 actuals, 组织保障 neither."""
    found = [(match.start(), kind) for pattern, kind in lexicons.meaning("sections", "kind")
             if (match := pattern.search(heading))]  # fmt: skip
    return max(found)[1].replace("none", "") if found else ""


_ISSUING = re.compile(
    r"制定本(?:纲要|方案|规划|意见|计划|办法)|(?:提出|制定)(?:以下|如下)[^,。]{0,8}(?:意见|方案)|主要内容如下|现印发给你们"
)
_REPORTING = re.compile(r"[讯電电]\(|记者|报告如下|总结如下|汇报如下|同志们|各位代表|通讯员")


def _genre(title: str, text: str, name: str) -> str:
    """Whether the document promises or reports, by its title, its opening and the name of its file."""
    opening = text[:1500]
    if _ISSUING.search(opening):
        return "target"
    if _REPORTING.search(opening):
        return "actual"
    for place in (title, name):
        found = [(match.start(), kind) for pattern, kind in lexicons.meaning("genres", "kind")
                 if (match := pattern.search(place))]  # fmt: skip
        if found:
            return max(found)[1]
    targets = len(re.findall(lexicons.written("cues", "kind", "target"), text))
    actuals = len(re.findall(lexicons.written("cues", "kind", "actual"), text))
    return "target" if targets > actuals + 1 else "actual"


_YEARLY = re.compile(r"((?:19|20)\d\d)年(?!.*(?:19|20)\d\d).*(?:要点|意见|计划|任务|方案|安排)")


def _plan_year(title: str) -> int | None:
    """The one year that a yearly plan is for, by its title: 2009年质量振兴工作意见."""
    match = _YEARLY.search(re.sub(r"[到至](?:19|20)\d\d年", "", title))
    return int(match[1]) if match else None


def _plan_span(title: str) -> tuple[int, int] | None:
    """First and last year of the plan that a title names: (2023—2025年), “十四五”规划."""
    if match := _SPAN.search(title):
        return int(match[1]), int(match[2])
    if match := re.search(r"十([二三四五])五", title):
        start = _FIVE_YEARS[match[1]]
        return start, start + 4
    return None


_FIVE_YEARS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026}
_FULL_DATE = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?")
_SPAN = re.compile(r"((?:19|20)\d\d)年?[-—~至到]+((?:19|20)\d\d)年?")
_REPORTED = re.compile(r"((?:19|20)\d\d)年(?:度)?[^、,和及\d]{0,16}?(?:总结|情况|回顾|报告|成效|公报|状况|白皮书)")
_WRITTEN_FROM = re.compile(r"(?<![到至])((?:19|20)\d\d)年")


def _years(title: str, text: str, name: str) -> tuple[int | None, int | None]:
    """The year the document was written in (by the last year its head names), and the year its title reports on.

    A plan for 2023—2025 was written about when it begins. A full date says when something was issued or said, not what
    it reports on.
    """
    head = re.sub(r"到20\d\d年", "", title + " " + name)
    spans = [int(match[1]) for match in _SPAN.finditer(head)]
    spans += [_FIVE_YEARS[mark] for mark in re.findall(r"十([二三四五])五", head)]
    plain = _SPAN.sub("", _FULL_DATE.sub("", head))
    title_years = [int(year) for year in re.findall(r"((?:19|20)\d\d)年", plain)]
    stamped = re.search(r"((?:19|20)\d\d)[-./年]\d{1,2}[-./月]\d{1,2}", text[:600])
    issued = int(stamped[1]) if stamped else None
    reported = {int(year) for year in _REPORTED.findall(plain)} or set(title_years)
    report_year = reported.pop() if len(reported) == 1 else None
    return issued or max(title_years + spans, default=None), report_year


def latest_year(text: str, before: int) -> int | None:
    """The latest year that a text tells of up to a place, promises (到2025年) left out: what 去年 counts back from."""
    years = [int(year) for year in _WRITTEN_FROM.findall(re.sub("截[至止]到?", "", text[:before]))]
    return max(years, default=None)
