"""The brief of a region read back: two pages, its words, figures, documents and faces, in both languages."""

import io
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from exports.brief import printed, word
from queries import releases
from tests.test_pages import run
from ui.brief import brief_of
from ui.reader import reader_of

HUBEI, WITHOUT_TARGETS = "420000", "320371"


@pytest.fixture(autouse=True)
def release(release_folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("QUALITY_SCOREBOARD_BUILD", str(release_folder))
    return releases.current(release_folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("region", [HUBEI, WITHOUT_TARGETS])
def test_the_printed_brief_has_at_most_two_pages_that_say_everything(lang: str, region: str, release: str) -> None:
    brief = brief_of(reader_of(lang, release), region)
    with pdfplumber.open(io.BytesIO(printed.build(brief))) as pdf:
        assert len(pdf.pages) == 2 if region == HUBEI else len(pdf.pages) <= 2
        assert pdf.pages[0].width == pytest.approx(595, abs=1)
        text = "".join(page.extract_text() for page in pdf.pages).replace("\n", "").replace(" ", "")
        faces = {mark["fontname"] for page in pdf.pages for mark in page.chars}
    for told in (brief.title, *brief.headline, *brief.headings.values(), brief.footer):
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
    assert len(document.tables[0].rows) == len(brief.scorecard.rows) + 1
    pictures = document.element.body.findall(f".//{qn('wp:docPr')}")
    assert [picture.get("descr") for picture in pictures] == [picture.alt for picture in brief.pictures]
    assert brief.footer in [paragraph.text for paragraph in section.footer.paragraphs]


def test_the_region_page_offers_both() -> None:
    app = run("pages/region.py", {"lang": "en", "region": HUBEI})
    labels = [button.proto.label for button in app.get("download_button")]
    assert any("PDF" in label for label in labels)
    assert any("DOCX" in label for label in labels)
