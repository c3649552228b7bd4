"""From the text as a file holds it to the text the rules read, keeping the place of every character."""

import re
import unicodedata
from collections import Counter
from functools import cache

import opencc

from etl.documents import lexicons
from etl.documents.document import Document, Table

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300-\u0304\u030c\u0308]{1,4}(?:ng|n|r)?"
)
# 質(zhì)量, 技(jì )術, 發(fā)達: the reading of a character, put behind it by machines that turn pages traditional.
_PINYIN = re.compile(rf"(?:(?<=[{_HAN}])|(?<=[{_HAN}]\n))[(（]\s*{_SYLLABLE}\s*[)）]")
_SPACE = re.compile(r"[ \u00a0\u2002-\u200a\u3000\u200b\ufeff]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028\u2029\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
_CLOSED = re.compile(r"[。.!！?？:：”\"』」》)）】]$")
_GOES_ON = re.compile(r"[,，、;；]$")
_OPENS = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．)](?!\d)|第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]是|(?:附件|联系人|来源|记者)[:：\d]|[—-]{2}|[●■◆★•·▲※①-⑳])"
)
# Glyphs beside simplified ones that conversion tables leave alone.
_SAME = {"—": "-", "–": "-", "－": "-", "‒": "-", "―": "-", "−": "-", "─": "-", "～": "~", "〜": "~", "∼": "~",
         "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "‟": "“", "＂": "“",
         "○": "〇", "﹪": "%", "﹡": "*", "×": "*", "✕": "*", "＊": "*", "•": "·", "・": "·", "︰": ":",
         "\u00a0": " ", "\u3000": " ", "｡": "。", "､": "、", "﹐": ",", "﹔": ";"}  # fmt: skip


@cache
def _folded_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character < "\x80" or character in "“”‘’《》。、…":
        return character
    plain = unicodedata.normalize("NFKC", character)
    plain = plain if len(plain) == 1 else character
    plain = _SAME.get(plain, plain)
    simplified = _simplifier().convert(plain) if plain >= "\u3400" else plain
    return simplified if len(simplified) == 1 else plain


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """The text in simplified characters and half-width signs, character for character."""
    return text.translate({ord(character): _folded_character(character) for character in set(text)})


def clean(original: str, name: str = "", form: str = "text") -> Document:
    """The document of a text whose tables, if any, have their cells parted by tabs."""
    keep = [True] * len(original)
    _drop(keep, _INVISIBLE, original)
    _drop(keep, _PINYIN, original)
    pieces = _joined(*_lines(original, keep), is_laid_out=form in ("text", "pdf"))
    characters: list[str] = []
    offsets: list[int] = []
    tables: list[Table] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    for line in [*pieces, []]:
        cells = _cells(line)
        if len(cells) >= 2:
            row = []
            for cell in cells:
                start = len(characters)
                for place, character in _unspaced(cell):
                    characters.append(character)
                    offsets.append(place)
                row.append((start, len(characters)))
                characters.append("\t")
                offsets.append(cell[-1][0] if cell else offsets[-1] if row[1:] else line[0][0])
            characters[-1] = "\n"
            rows.append(tuple(row))
            continue
        if len(rows) >= 2:
            tables.append(Table(tuple(rows)))
        rows = []
        if line:
            for place, character in _unspaced(line):
                characters.append(character)
                offsets.append(place)
            characters.append("\n")
            offsets.append(line[-1][0])
    text = "".join(characters)
    return Document(name, form, original, text, fold(text), tuple(offsets), tuple(tables))


Line = list[tuple[int, str]]


def _drop(keep: list[bool], pattern: re.Pattern[str], text: str) -> None:
    for match in pattern.finditer(text):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())


def _lines(original: str, keep: list[bool]) -> tuple[list[Line], list[int]]:
    """Lines that carry text, as (place, character) pairs, without the menus and frames of pages; and their widths.

    The width is that on the page, in half-width columns and with what is dropped from the line.
    """
    frames = _frames()
    lines, widths, place = [], [], 0
    for raw in original.splitlines(keepends=True):
        line = [
            (place + i, character) for i, character in enumerate(raw) if keep[place + i] and character not in "\r\n"
        ]
        place += len(raw)
        while line and line[0][1].isspace() and line[0][1] != "\t":
            line.pop(0)
        while line and line[-1][1].isspace():
            line.pop()
        if line and not (len(line) <= 120 and any(frame.search(fold(_string(line))) for frame in frames)):
            lines.append(line)
            widths.append(sum(2 if character > "\u2e7f" else 1 for character in raw.rstrip()))
    return lines, widths


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in lexicons.rows("boilerplate"))


def _string(line: Line) -> str:
    return "".join(character for _, character in line)


def _joined(lines: list[Line], widths: list[int], is_laid_out: bool) -> list[Line]:
    """Lines of one paragraph put together: those that end in a comma, and those a page's width has broken.

    ``is_laid_out``: the lines are those of a page, not paragraphs that the file tells apart.
    """
    page = _page_width(lines, widths)
    joined: list[Line] = []
    previous = 0
    for line, width in zip(lines, widths, strict=True):
        is_open = is_laid_out and bool(joined) and previous >= _LEAST_WIDTH and _is_unfinished(_string(joined[-1]))
        if joined and _is_soft(joined[-1], line, is_open or (bool(page) and previous >= page * 0.7)):
            joined[-1] = joined[-1] + line
        else:
            joined.append(line)
        previous = width
    return joined


def _page_width(lines: list[Line], widths: list[int]) -> int:
    """Columns a line of a hard-wrapped text; 0 where lines are paragraphs."""
    measured = [(width, line) for width, line in zip(widths, lines, strict=True) if width >= 24 and not _is_row(line)]
    if len(measured) < 6:
        return 0
    longest = sorted(width for width, _ in measured)[int(len(measured) * 0.9)]
    full = [line for width, line in measured if longest * 0.85 <= width <= longest * 1.1]
    unfinished = sum(not _CLOSED.search(_string(line)) for line in full)
    is_wrapped = longest <= 160 and len(full) >= 0.4 * len(measured) and unfinished >= 0.5 * len(full)
    return longest if is_wrapped else 0


# Columns of the narrowest page.
_LEAST_WIDTH = 20
_IN_SENTENCE = re.compile(r"[,，;；。]")


def _is_unfinished(line: str) -> bool:
    """Whether a line, which has begun as a sentence does, breaks off in the middle of one."""
    return bool(_IN_SENTENCE.search(line)) and bool(re.search(rf"[{_HAN}\d%％]$", line))


def _is_soft(before: Line, after: Line, is_full: bool) -> bool:
    if _is_row(before) or _is_row(after) or _OPENS.match(_string(after[:8])):
        return False
    end = _string(before[-2:])
    return bool(_GOES_ON.search(end)) or (is_full and not _CLOSED.search(end))


def _is_row(line: Line) -> bool:
    return len(_cells(line)) >= 2


_BAR = re.compile(r"\s*[|｜│]\s*")
_GAP = re.compile(r"\t|\s{2,}")
_RULE = re.compile(r"^[\s|+:=—-]+$")


def _cells(line: Line) -> list[Line]:
    """Cells of a table row; a line that is no row is one cell.

    Cells are parted by tabs or bars, or by wide gaps where most cells are figures.
    """
    text = _string(line)
    if not line or _RULE.match(text):
        return []
    if "\t" in text:
        separator = re.compile("\t")
    elif len(_BAR.findall(text)) >= 2:
        separator = _BAR
    elif len(re.findall(r"\S\s+(?=[\d—-])", text)) >= 2 and len(re.findall(r"[\d%]\s+|\s+[\d—-]", text)) >= 2:
        separator = re.compile(r"\s+")
        parts = [part for part in separator.split(text) if part]
        figures = sum(bool(re.fullmatch(r"[\d,.%*—-]+", fold(part))) for part in parts)
        is_split = parts[0][-1:].isdigit() and not parts[0].isdigit()  # 有效商标1 178 761件 is one number
        is_sentence = bool(re.search("[，；。]", text))  # 到 2025 年，有效商标突破 5000 is no row
        if len(parts) < 3 or is_split or is_sentence or figures < max(2, len(parts) - 2):
            return [line]
    elif len(re.findall(r"\S\s{2,}(?=\S)", text)) >= 2 and max(len(part) for part in _GAP.split(text)) <= 20:
        separator = _GAP
    else:
        return [line]
    cells, start = [], 0
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        cells.append([pair for pair in line[start:end]])
        start = match.end() if match else end
    while cells and not _string(cells[0]).strip() and "\t" not in text:
        cells.pop(0)
    while cells and not _string(cells[-1]).strip():
        cells.pop()
    return cells if len(cells) >= 2 else [line]


_LATIN = re.compile(r"[A-Za-z]")


def _unspaced(cell: Line) -> Line:
    """The characters of a paragraph or cell without layout blanks: between Han characters, around and in numbers."""
    kept: Line = []
    text = _string(cell)
    for index, (place, character) in enumerate(cell):
        if not character.isspace():
            kept.append((place, character))
            continue
        before = kept[-1][1] if kept else ""
        after = text[index + 1 :].lstrip()[:1]
        if not before or not after or before.isspace():
            continue
        between_words = _LATIN.match(before) or _LATIN.match(after)
        between_numbers = before.isdigit() and after.isdigit() and not _is_split_number(text, index)
        # A headline's two halves stand apart by a blank: it stays as the only sign between them.
        between_halves = _is_headline_gap(text, index)
        if between_words or between_numbers or between_halves:
            kept.append((place, " "))
    return kept


_FRAGMENT = re.compile(r"[\d,.]+$")


def _is_split_number(text: str, index: int) -> bool:
    """Whether a blank between digits stands inside one number: 1 178 761件, 9 8.5%, but not 12 34 56 in a table."""
    start, end = index, index
    while start > 0 and (text[start - 1].isdigit() or text[start - 1] in " ,."):
        start -= 1
    while end < len(text) and (text[end].isdigit() or text[end] in " ,."):
        end += 1
    run = text[start:end].strip()
    if end < len(text) and not re.match(r"[\u4e00-\u9fff%％]", text[end]):
        return False
    groups = run.split()
    thousands = len(groups[0]) <= 3 and all(re.fullmatch(r"\d{3}(?:\.\d+)?", group) for group in groups[1:])
    fragments = len(groups) <= 3 and any(len(group) == 1 for group in groups[:-1]) and len(run) <= 8
    return thousands or fragments


def _is_headline_gap(text: str, index: int) -> bool:
    if len(text) > 60 or re.search("[,，。;；]", text):
        return False
    return bool(re.match(rf"[{_HAN}”》)）]", text[index - 1]) and re.match(rf"\s*[{_HAN}“《\d]", text[index:])) and (
        min(len(part) for part in text.split()) >= 4
    )


def is_chinese(text: str) -> bool:
    """Whether the text has Chinese characters to speak of."""
    counted = Counter("han" if "\u4e00" <= mark <= "\u9fff" else "latin" if mark.isalpha() else "" for mark in text)
    return counted["han"] >= 4 and counted["han"] * 4 >= counted["latin"]
