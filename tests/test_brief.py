"""The brief of a region read back: two pages, its words, figures, documents and faces, in both languages."""

import io
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from exports.brief import fitting, printed, word
from exports.brief.fitting import Block, Room
from tests.test_pages import run
from ui.brief import brief_of
from ui.reader import reader_of

HUBEI, WITHOUT_TARGETS = "420000", "320371"
# The regions with most rows, one with few, and one with nothing due.
REGIONS = [HUBEI, "520600", "350500", WITHOUT_TARGETS]
ADDRESS = "https://scoreboard.example/region?lang=zh&region=420000&release=20261124-00000000"
SMALLEST_TYPE = 9


pytestmark = pytest.mark.usefixtures("release")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_the_printed_brief_has_at_most_two_pages_that_say_everything(lang: str, region: str, release: str) -> None:
    brief = brief_of(reader_of(lang, release), region, ADDRESS)
    with pdfplumber.open(io.BytesIO(printed.build(brief))) as pdf:
        assert len(pdf.pages) == 2 if region == HUBEI else len(pdf.pages) <= 2
        assert pdf.pages[0].width == pytest.approx(595, abs=1)
        text = "".join(page.extract_text() for page in pdf.pages).replace("\n", "").replace(" ", "")
        faces = {mark["fontname"] for page in pdf.pages for mark in page.chars}
    for told in (brief.title, *brief.headline, *brief.headings.values(), brief.footer, brief.whole):
        assert told.replace(" ", "") in text
    assert any("CJK-SC" in face for face in faces)
    for picture in brief.pictures:
        assert picture.title.replace(" ", "") in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_brief_tells_the_rates_of_the_region(lang: str, release: str) -> None:
    reader = reader_of(lang, release)
    brief = brief_of(reader, HUBEI)
    rate = reader.fetch("achievement_rate", group_by="all", region_code=HUBEI).iloc[0]
    for count in (rate.met, rate.missed, rate.due, rate.reported):
        assert str(count) in brief.headline[0]
    assert brief.scorecard.rows["total"].sum() == rate.total
    assert len(brief.pictures) == 3
    assert len(brief.silent.rows) == len(reader.fetch("silence_board", region_code=HUBEI))
    assert brief.documents


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: pages are not counted")
def test_the_document_to_edit_has_two_pages_where_it_is_opened(release: str, tmp_path: Path) -> None:
    for region in REGIONS:
        for lang in ("zh", "en"):
            brief = brief_of(reader_of(lang, release), region, ADDRESS)
            (tmp_path / f"{region}_{lang}.docx").write_bytes(word.build(brief))
    files = sorted(file.name for file in tmp_path.glob("*.docx"))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, *files], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    for file in files:
        with pdfplumber.open((tmp_path / file).with_suffix(".pdf")) as paper:
            assert len(paper.pages) == 2 if HUBEI in file else len(paper.pages) <= 2, file


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_has_no_room_is_counted_and_has_an_address(lang: str, release: str) -> None:
    brief = brief_of(reader_of(lang, release), HUBEI, ADDRESS)
    document = Document(io.BytesIO(word.build(brief)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    silent = next(
        table for table in document.tables if table.cell(0, 0).text == next(iter(brief.silent.columns.values()))
    )
    shown = len(silent.rows) - 1
    assert 0 < shown < len(brief.silent.rows)
    assert brief.more.format(count=len(brief.silent.rows) - shown) in texts
    cited = sum(text.startswith("[") for text in texts)
    assert brief.more.format(count=len(brief.documents) - cited) in texts
    assert texts[-1] == brief.whole
    assert ADDRESS in brief.whole


def test_blocks_are_not_broken_and_headings_stay_with_what_follows() -> None:
    assert fitting.pages([Block(40), Block(40), Block(40)], 100) == 2
    assert fitting.pages([Block(60), Block(20, keeps_next=True), Block(30)], 100) == 2
    assert fitting.pages([Block(60), Block(20, keeps_next=True), Block(20)], 100) == 1
    assert fitting.pages([], 100) == 1


def test_rows_grow_in_turn_until_nothing_more_fits() -> None:
    fewest = fitting.largest(lambda room: False)
    assert fewest == Room(1, 1, 4)
    whole = fitting.largest(lambda room: True)
    assert whole == Room(16, 30, 20)
    shared = fitting.largest(lambda room: room.silent + room.documents + room.themes <= 16)
    assert shared.silent + shared.documents + shared.themes == 16
    assert min(shared.silent, shared.documents) > 1


def runs_of(table: object) -> list:
    return [
        run for row in table.rows for cell in row.cells for part in cell.paragraphs for run in part.runs if run.text
    ]


def test_the_document_to_edit_is_laid_out_as_offices_do(release: str) -> None:
    brief = brief_of(reader_of("zh", release), HUBEI)
    document = Document(io.BytesIO(word.build(brief)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(side.mm) for side in (section.top_margin, section.left_margin, section.right_margin)] == [37, 28, 26]
    title, body = document.paragraphs[0], document.paragraphs[3]
    assert title.text == brief.title
    assert title.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    assert body.text == brief.headline[0]
    assert body.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert body.paragraph_format.first_line_indent.pt == 32
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert [text[:2] for text in texts if text[1:2] == "、"] == ["一、", "二、", "三、", "四、", "五、"]
    assert brief.documents[0].citation in "".join(texts)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == list(brief.scorecard.columns.values())
    shown = len(document.tables[0].rows) - 1
    assert 4 <= shown <= len(brief.scorecard.rows)
    assert brief.more.format(count=len(brief.scorecard.rows) - shown) in texts
    sizes = {run.font.size.pt for table in document.tables for run in runs_of(table)}
    assert min(sizes) >= SMALLEST_TYPE
    pictures = document.element.body.findall(f".//{qn('wp:docPr')}")
    assert [picture.get("descr") for picture in pictures] == [picture.alt for picture in brief.pictures]
    assert brief.footer in [paragraph.text for paragraph in section.footer.paragraphs]


def test_the_region_page_offers_both() -> None:
    app = run("pages/region.py", {"lang": "en", "region": HUBEI})
    labels = [button.proto.label for button in app.get("download_button")]
    assert any("PDF" in label for label in labels)
    assert any("DOCX" in label for label in labels)
