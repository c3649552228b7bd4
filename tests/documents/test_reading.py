"""Every kind of file that is read, and every kind that is refused, with its reason in both languages."""

import io
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
import weasyprint

from etl import documents, words
from etl.documents import reading

TEXT = "青禾市质量强市建设实施方案\n到2025年,有效注册商标量超过100万件,制造业产品质量合格率达到95%以上。\n"


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def word_document() -> bytes:
    word = docx.Document()
    word.add_paragraph("青禾市质量强市建设实施方案")
    word.add_paragraph("到2025年,有效注册商标量超过100万件。")
    table = word.add_table(2, 3)
    for row, cells in zip(
        table.rows, (("指标", "单位", "2025年目标"), ("制造业产品质量合格率", "%", "≥94")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def blank_pdf() -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def locked_pdf() -> bytes:
    """A PDF with the standard lock and a password that nobody knows."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    text, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    identity = b"<" + b"00" * 16 + b">"
    head = b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID ["
    return text + head + identity + identity + b"] >>\nstartxref\n%d\n%%%%EOF" % len(text)


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
REFUSED = {
    "empty": (b"", "plan.txt"),
    "too_large": (b"a" * (reading.MAX_BYTES + 1), "plan.txt"),
    "binary": (bytes(range(256)) * 50, "plan.txt"),
    "encrypted_pdf": (locked_pdf(), "plan.pdf"),
    "scanned_pdf": (blank_pdf(), "plan.pdf"),
    "damaged_pdf": (b"%PDF-1.7\nnothing follows", "plan.pdf"),
    "not_docx": (archive(notes_dot_txt=b"hello"), "plan.docx"),
    "damaged_docx": (archive(word__document_dot_xml=b"<not closed"), "plan.docx"),
    "old_word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "plan.doc"),
    "entities": (archive(word__document_dot_xml=BOMB), "plan.docx"),
    "no_text": (b" \n\n \n", "plan.txt"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_file_that_cannot_be_read_says_why(code: str) -> None:
    content, name = REFUSED[code]
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(content, name)
    assert refusal.value.code == code
    assert refusal.value.name == name
    chinese, english = (documents.describe_fault(refusal.value, language) for language in words.LANGUAGES)
    assert chinese != english
    assert chinese.startswith(name)


def test_fifty_megabytes_are_refused_before_they_are_loaded(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as stream:
        stream.truncate(50 * 2**20)
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(file)
    assert refusal.value.code == "too_large"


def test_an_archive_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_UNPACKED", 1000)
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(archive(word__document_dot_xml=b"0" * 2000), "plan.docx")
    assert refusal.value.code == "bomb"


def test_a_pasted_text_and_a_pdf_have_their_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_CHARACTERS", 10)
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read("质量" * 10, "pasted")
    assert refusal.value.code == "too_long"
    monkeypatch.setattr(reading, "MAX_PAGES", 0)
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(blank_pdf(), "long.pdf")
    assert refusal.value.code == "too_many_pages"


def test_slow_reading_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_SECONDS", -1.0)
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(blank_pdf(), "slow.pdf")
    assert refusal.value.code == "too_slow"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(tmp_path / "gone.txt")
    assert (refusal.value.name, refusal.value.code) == ("gone.txt", "missing")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_encodings_are_told_apart(encoding: str) -> None:
    assert documents.read(TEXT.encode(encoding), "plan.txt").text == TEXT


def test_big5_is_read() -> None:
    traditional = "青禾市質量強市建設實施方案\n全市有效註冊商標量超過100萬件,產品質量合格率達到95%以上。\n"
    assert documents.read(traditional.encode("big5hkscs"), "plan.txt").text == traditional


def test_a_page_loses_its_menu_and_keeps_article_and_table() -> None:
    page = """<html><head><title>质量强市方案</title><script>alert("99个")</script></head><body>
      <nav>首页 栏目12个</nav><div><h1>青禾市质量强市建设实施方案</h1>
      <p>到2025年,有效注册商标量超过100万件,制造业产品质量合格率达到95%以上,各级各部门要认真贯彻落实。</p>
      <table><tr><th>指标</th><th>2025年目标</th></tr><tr><td>发明专利</td><td>1200</td></tr></table></div>
      <img src="http://127.0.0.1:9/never-fetched.png"><footer>电话 0717-1234567 共5个</footer></body></html>"""
    document = documents.read(page.encode(), "plan.html")
    assert document.form == "html"
    assert "有效注册商标量超过100万件" in document.text
    assert "指标\t2025年目标\n发明专利\t1200" in document.text
    assert not any(word in document.text for word in ("栏目", "alert", "0717"))


def test_a_page_with_entities_of_its_own_is_refused() -> None:
    with pytest.raises(documents.UnreadableDocument) as refusal:
        documents.read(b'<!DOCTYPE html [<!ENTITY a "b">]><html><body>&a;</body></html>', "plan.html")
    assert refusal.value.code == "entities"


def test_word_paragraphs_and_tables_are_read_in_order() -> None:
    document = documents.read(word_document(), "plan.docx")
    assert document.text.splitlines()[1] == "到2025年,有效注册商标量超过100万件。"
    assert len(document.tables) == 1
    assert document.text.endswith("制造业产品质量合格率\t%\t≥94\n")


def test_a_pdf_with_a_text_layer_is_read() -> None:
    page = "<p style='font-size:14pt'>到2025年,有效注册商标量超过100万件。</p>"
    document = documents.read(weasyprint.HTML(string=page).write_pdf(), "plan.pdf")
    assert document.form == "pdf"
    assert "2025" in document.text
    if "有效注册商标" not in document.text:
        pytest.skip("no Chinese font on this machine to set the page with")
    (statement,) = documents.find(document, documents.load_catalogue(), "420000")
    assert (statement.value, statement.unit, statement.period) == (1_000_000, "件", 2025)


def test_english_and_empty_findings_are_told() -> None:
    english = documents.read("The plan sets 25 targets for 2025.", "plan.txt")
    chinese = documents.read("本方案自印发之日起施行,由市政府负责解释。", "plan.txt")
    assert documents.find(english, documents.load_catalogue()) == []
    assert "Chinese" in documents.notice(english, [], "en")
    assert "没有找到" in documents.notice(chinese, [], "zh")
    assert documents.notice(chinese, ["one"], "zh") is None


def _merged_word() -> bytes:
    """A table whose head has 目标 over two years and whose 类别 reaches over two rows."""
    word = docx.Document()
    word.add_paragraph("青禾市行动方案(2022—2025年)")
    word.add_paragraph("为落实质量强国战略,制定本方案。")
    table = word.add_table(rows=4, cols=5)
    for row, texts in enumerate(
        [
            ("类别", "指标", "单位", "目标", ""),
            ("", "", "", "2023年", "2025年"),
            ("质量", "制造业产品质量合格率", "%", "93", "94以上"),
            ("", "有效发明专利", "万件", "1.2", "1.5"),
        ]
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(2, 0).merge(table.cell(3, 0))
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


_MERGED_PAGE = """<html><body><h1>青禾市行动方案(2022—2025年)</h1><p>为落实质量强国战略,制定本方案。</p><table>
<tr><td rowspan="2">类别</td><td rowspan="2">指标</td><td rowspan="2">单位</td><td colspan="2">目标</td></tr>
<tr><td>2023年</td><td>2025年</td></tr>
<tr><td rowspan="2">质量</td><td>制造业产品质量合格率</td><td>%</td><td>93</td><td>94以上</td></tr>
<tr><td>有效发明专利</td><td>万件</td><td>1.2</td><td>1.5</td></tr></table></body></html>"""


@pytest.mark.parametrize("name", ["merged.docx", "merged.html"])
def test_merged_cells_keep_names_and_years_in_their_columns(name: str) -> None:
    source = _merged_word() if name.endswith("docx") else _MERGED_PAGE.encode()
    found = documents.find(documents.read(source, name), documents.load_catalogue())
    told = [(statement.subject, statement.value, statement.unit, statement.period) for statement in found]
    assert told == [
        ("制造业产品质量合格率", 93, "%", 2023),
        ("制造业产品质量合格率", 94, "%", 2025),
        ("有效发明专利", 12000, "件", 2023),
        ("有效发明专利", 15000, "件", 2025),
    ]


def test_lines_broken_by_a_page_are_put_together_again() -> None:
    text = (
        "青禾县质量提升实施方案\n一、主要目标\n到 2025 年，全县质量水平显著提升。有效商标注册量突破 5000\n"
        "件，每万人口有效发明专利拥有量达\n到 4.2 件，产品质量监测合格率稳定在 98.5%以\n上。\n二、重点任务\n"
    )
    found = documents.find(documents.read(text, "plan"), documents.load_catalogue())
    told = [(statement.value, statement.unit, statement.comparator, statement.period) for statement in found]
    assert told == [(5000, "件", ">=", 2025), (4.2, "件", ">=", 2025), (98.5, "%", ">=", 2025)]
