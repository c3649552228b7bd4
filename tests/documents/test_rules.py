"""Each rule of the extraction with its example: what is found in it, and that nothing else is."""

import csv
from pathlib import Path

import pytest

from etl import documents
from etl.documents import lexicons, quantities
from etl.documents.dating import dating

TITLES = {"plan": "青禾市质量强市建设实施方案", "report": "青禾市市场监督管理局工作总结"}
with (Path(__file__).parent / "rules.csv").open(encoding="utf-8", newline="") as stream:
    RULES = list(csv.DictReader(stream))


def told(statement: documents.Statement) -> str:
    """A statement as rules.csv writes it: value, unit, comparator, basis."""
    value = "-" if statement.value is None else f"{statement.value:.12g}"
    value += "" if statement.value_high is None else f"-{statement.value_high:.12g}"
    return f"{value} {statement.unit or '-'} {statement.comparator or '-'} {statement.basis}"


@pytest.mark.parametrize("rule", RULES, ids=[rule["rule"] for rule in RULES])
def test_a_rule_finds_what_its_example_says(rule: dict[str, str]) -> None:
    document = documents.read(f"{TITLES[rule['kind']]}\n{rule['sentence']}\n", "example")
    found = documents.find(document, documents.load_catalogue())
    assert " | ".join(map(told, found)) == rule["found"]
    for statement in found:
        assert len(statement.phrase) <= 30
        assert statement.start <= statement.figure_start < statement.figure_end <= statement.end
        assert document.text[statement.start : statement.end] == statement.phrase


@pytest.mark.parametrize(
    ("words", "kind", "start", "year"),
    [
        ("到2025年", "due", None, 2025),
        ("2023年", "year", 2023, 2023),
        ("2021-2025年", "span", 2021, 2025),
        ("“十四五”末", "due", None, 2025),
        ("“十三五”期间", "span", 2016, 2020),
        ("截至2023年6月底", "as_of", None, 2023),
        ("2019年以来", "since", 2019, None),
        ("截至目前", "now", None, None),
        ("*年", "star", None, None),
        ("去年", "year", 2023, 2023),
        ("二〇二五年", "year", 2025, 2025),
    ],
)
def test_dating_words(words: str, kind: str, start: int | None, year: int | None) -> None:
    meaning = dating(words, written_in=2024)
    assert (meaning.kind, meaning.period_start, meaning.period) == (kind, start, year)


def test_a_date_that_opens_a_clause_governs_it_and_no_other() -> None:
    text = (
        "青禾市质量强市建设实施方案\n二、主要目标\n(一)总体目标。到2025年,质量强市建设取得明显成效。\n"
        "——产品质量合格率达到95%以上。\n(二)品牌目标。培育省级名牌产品20个。\n到2035年,名牌产品达到100个。\n"
    )
    found = documents.find(documents.read(text, "plan"), documents.load_catalogue())
    assert [(statement.value, statement.period) for statement in found] == [(95, 2025), (20, None), (100, 2035)]
    assert [statement.locator for statement in found] == ["二(一)", "二(二)", "二(二)"]


def test_headings_and_cues_part_promises_from_results() -> None:
    text = (
        "青禾市市场监督管理局2023年工作总结\n一、工作成效\n全年抽检产品500批次。力争新增名牌2个。\n"
        "二、2024年工作打算\n培育质量标杆企业10家。\n"
    )
    found = documents.find(documents.read(text, "report"), documents.load_catalogue())
    assert [(statement.kind, statement.period) for statement in found][::2] == [("actual", 2023), ("target", 2024)]
    assert found[1].kind == "target"


def test_a_headline_gives_way_to_the_clause() -> None:
    text = (
        "提出228项质量工作任务\n贵州省铜仁市推进质量强市\n记者获悉,方案提出228项具体工作任务,覆盖产品、工程和服务质量。\n"
        * 1
    )
    found = documents.find(documents.read(text + "会议要求抓好落实。\n" * 8, "news"), documents.load_catalogue())
    assert [(statement.value, statement.locator) for statement in found] == [(228, "para 1")]
    assert found[0].region_code == "520600"


def test_nothing_is_linked_by_force() -> None:
    text = "青禾市实施方案\n建设太空电梯观测站12个。\n建设省级质量标准实验室10个以上。\n"
    found = documents.find(documents.read(text, "plan"), documents.load_catalogue())
    assert [statement.indicator_id for statement in found] == [None, "provincial_quality_standard_laboratories"]
    assert "no_indicator" in found[0].reasons
    assert found[1].candidates[0].score > found[1].candidates[1].score


def test_every_reason_is_told_in_both_languages() -> None:
    document = documents.read("到2025年,质量强省建设进入全国第一方阵。", "plan")
    (statement,) = documents.find(document, documents.load_catalogue())
    assert statement.confidence == "low"
    for reason in statement.reasons:
        assert documents.reason_text(reason, "zh") != documents.reason_text(reason, "en")


@pytest.mark.parametrize("row", lexicons.rows("masks"), ids=lambda row: f"{row['why']}: {row['example']}")
def test_every_mask_hides_its_example(row: dict[str, str]) -> None:
    kinds = {sign.kind for sign in quantities.signs(f"按{row['example']},")}
    assert not kinds & {"quantity", "rank"}


def test_every_sentence_is_accepted_whatever_it_holds() -> None:
    odd = "以上以内约近第前百分之成3至至5个多余余万亿分别均~--12-13-14家%%(((》“”第第一前前"
    for start in range(len(odd)):
        assert "".join(sign.text for sign in quantities.signs(odd[start:])) == odd[start:]


@pytest.mark.parametrize("piece", ["一", "百分之", "2025年", "达到", "“", "5万", "建设企业5家、"])
def test_a_text_made_to_be_slow_is_read_all_the_same(piece: str) -> None:
    text = "青禾市实施方案\n" + piece * 3000 + "。\n到2025年,建成示范基地7个。\n"
    found = documents.find(documents.read(text, "odd"), documents.load_catalogue())
    assert found[-1].value == 7


PLAN = "湖北省质量强省建设纲要\n"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # A year behind 由 dates its own figure; what follows is due as the sentence says.
        (
            PLAN + "到2025年,产品质量合格率由2020年的92.1%提高到94%以上;新增省级质量奖企业10家以上。\n",
            [("baseline", 92.1, 2020), ("target", 94, 2025), ("target", 10, 2025)],
        ),
        # A year before any that the plan promises for, and a plain "is": what was.
        (
            PLAN + "到2025年,有效注册商标量达到100万件以上。2022年,产品质量合格率为93.58%。\n",
            [("target", 1e6, 2025), ("actual", 93.58, 2022)],
        ),
        (PLAN + "到2025年,名牌产品达到100个。2023年,新建实验室3个。\n", [("target", 100, 2025), ("target", 3, 2023)]),
        # 去年 counts back from the latest year told.
        (
            "质量工作纪实\n截至2024年6月底,有效发明专利1200件。去年,新认定名牌产品12个。\n",
            [("actual", 1200, 2024), ("actual", 12, 2023)],
        ),
        # The heading of a chapter dates what stands under its clauses, and parts the done from the planned.
        (
            "青禾市市场监管局2023年工作总结和2024年工作安排\n一、2023年工作情况\n(一)抓质量。\n抽检产品500批次。\n"
            "二、2024年工作安排\n(一)抓标准。\n新增团体标准20项。\n",
            [("actual", 500, 2023), ("target", 20, 2024)],
        ),
        # The date of a speech is not the year it tells of.
        (
            "在质量大会上的讲话\n(2022年3月25日)\n过去一年,新增名牌产品12个。当前,名牌企业只有5家。\n"
            "今年,要新增名牌产品15个。\n",
            [("actual", 12, 2021), ("actual", 5, None), ("target", 15, 2022)],
        ),
        # A period of the plan is that of its title.
        (
            "青禾市“十四五”质量发展规划\n2020年,名牌产品达到20个。规划期内,新增名牌产品30个。\n",
            [("actual", 20, 2020), ("target", 30, 2025)],
        ),
    ],
)
def test_a_figure_has_its_year_and_is_promise_or_result(text: str, read: list[tuple]) -> None:
    found = documents.find(documents.read(text, "example"), documents.load_catalogue())
    assert [(statement.kind, statement.value, statement.period) for statement in found] == read


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("新增高新技术企业12家。", "high_tech_enterprises_new"),
        ("新增省级质量奖企业10家以上。", "provincial_quality_award_winners_new"),
        ("新增有效认证证书860张,累计达1.2万张。", "valid_certificates"),
        ("参与制修订国家标准、行业标准6项。", "national_and_industry_standards_led_or_participated_new"),
        ("研究与试验发展(R&D)经费支出68.3亿元,占地区生产总值比重为2.39%。", "rd_intensity"),
        ("完成食品抽检1600批次。", "food_sampling_batches"),
        ("占地区生产总值比重为12%。", None),
        ("第二产业增加值1120亿元,增长6.8%。", None),
        ("食品抽检合格率98%;学校食堂明厨亮灶覆盖率95%。", None),
    ],
)
def test_the_last_figure_is_linked_by_its_own_words(sentence: str, indicator: str | None) -> None:
    found = documents.find(documents.read(f"青禾市工作总结\n2023年,{sentence}\n"), documents.load_catalogue())
    assert found[-1].indicator_id == indicator
