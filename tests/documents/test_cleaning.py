"""Cleaning takes away what pages add, and every clean character still knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import cleaning

CASES = {
    "pinyin": ("湖(hú)北省質(zhì)量強(qiáng)省,科(kē)技(jì )創新(xīn)", "湖北省質量強省,科技創新"),
    "pinyin in wide brackets": ("質（zhì）量發（fā）展", "質量發展"),
    "words in brackets stay": ("首席质量官(CQO)制度、国家标准(GB)", "首席质量官(CQO)制度、国家标准(GB)"),
    "blanks between characters": ("到 2025 年,合格率 达到 98.5 % 以上", "到2025年,合格率达到98.5%以上"),
    "a number split in thousands": ("有效商标1 178 761件", "有效商标1178761件"),
    "a number broken in two": ("合格率9 8.5%", "合格率98.5%"),
    "a line that ends in a comma": ("合格率93.5%;\n注册商标7545件", "合格率93.5%;注册商标7545件"),
    "headlines stay apart": ("提出228项质量工作任务 制定28项标准", "提出228项质量工作任务 制定28项标准"),
    "menus go": ("首页\n扫一扫\n到2025年,建成5个基地。\n暂无数据", "到2025年,建成5个基地。"),
    "stars stay": ("*年,*市新增名牌2个", "*年,*市新增名牌2个"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_pages_add_is_taken_away(case: str) -> None:
    original, expected = CASES[case]
    assert cleaning.clean(original).text.rstrip("\n") == expected


def test_a_hard_wrapped_text_gets_its_paragraphs_back() -> None:
    paragraph = "为深入实施质量强市战略加快建设质量强市结合本市实际制定本方案各级各部门要认真贯彻落实" * 6
    wrapped = "\n".join(paragraph[i : i + 30] for i in range(0, len(paragraph), 30)) + "。\n一、总体要求\n"
    assert cleaning.clean(wrapped).text == paragraph + "。\n一、总体要求\n"


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("產品質量合格率達到９８．５％", "产品质量合格率达到98.5%"),
        ("産業為標准、衆裏", "产业为标准、众里"),
        ("１—２家～「一站式」", "1-2家~“一站式”"),
    ],
)
def test_characters_are_compared_simplified_and_half_width(written: str, compared: str) -> None:
    assert cleaning.fold(written) == compared


@given(st.text(alphabet="质量(zhì)強 　\t\n|12 3,。;—９％*〇A🙂", max_size=200))
def test_every_character_knows_its_place(original: str) -> None:
    document = cleaning.clean(original)
    assert len(document.text) == len(document.folded) == len(document.offsets)
    assert list(document.offsets) == sorted(document.offsets)
    for place, character in zip(document.offsets, document.text, strict=True):
        assert original[place] == character or character in "\t\n "


def test_a_span_leads_back_to_the_original() -> None:
    document = cleaning.clean("到2025年,質(zhì)量(liàng)合格率達 95%。")
    start = document.text.index("質量")
    first, last = document.original_span(start, start + 2)
    assert document.original[first:last] == "質(zhì)量"
    assert document.clean_span(first, last) == (start, start + 2)
