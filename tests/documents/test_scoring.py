"""Scoring counts as it says, the saved score is the present one, and the rules hold on labelled texts."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import paths
from etl import documents
from etl.__main__ import main
from etl.documents import labelled, measured, scoring
from etl.documents.scoring import Label

SHARED = paths.ROOT.parent / "shared"
GOLD, FOLDER = SHARED / "gold" / "gold.csv", SHARED / "documents"
labelled_documents = pytest.mark.skipif(not GOLD.exists(), reason="the labelled documents are not beside this folder")


@pytest.fixture(scope="module")
def catalogue() -> documents.Catalogue:
    return documents.load_catalogue()


def label(document: documents.Document, phrase: str, value: float, **fields: object) -> Label:
    common = {"unit": "件", "comparator": ">=", "kind": "target", "basis": "stock", "period": 2025} | fields
    return Label("plan", phrase, "", "", value=value, value_high=None, indicator_id=None,
                 spans=scoring.spans_of(phrase, document.folded), **common)  # fmt: skip


def test_found_missed_and_false_are_counted(catalogue: documents.Catalogue) -> None:
    document = documents.read("实施方案\n到2025年,有效注册商标量超过100万件,有效发明专利达到1200件。\n", "plan")
    found = documents.find(document, catalogue)
    labels = [
        label(document, "有效注册商标量超过100万件", 1_000_000, basis="new"),
        label(document, "有效发明专利达到1200件", 1300),
    ]
    outcomes = scoring.match(labels, found, "plan")
    score = scoring.score(outcomes)
    assert (score.found, score.missed, score.false) == (1, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)
    assert score.fields["basis"] == (0, 1)
    assert score.fields["comparator"] == (1, 1)
    assert score.accuracy("indicator") is None


def test_a_statement_answers_one_label_only(catalogue: documents.Catalogue) -> None:
    document = documents.read("实施方案\n有效发明专利达到1200件。\n", "plan")
    twice = [label(document, "有效发明专利达到1200件", 1200), label(document, "发明专利达到1200件", 1200)]
    assert scoring.score(scoring.match(twice, documents.find(document, catalogue), "plan")).missed == 1


def test_our_own_sentences_are_many_and_half_are_held_out() -> None:
    rows = labelled.rows()
    assert len(rows) >= 150
    splits = [row["split"] for row in rows]
    assert set(splits) == set(labelled.SPLITS)
    assert abs(splits.count("train") - splits.count("test")) <= 2
    assert len({row["sentence_id"] for row in rows}) == len(rows)
    for row in rows:
        for marked in re.findall(r"\{([^{}]*)\}", row["marked"]):
            assert all(part.count("|") == 7 for part in marked.split("//")), row["sentence_id"]


def test_our_own_documents_are_marked_and_half_are_held_out() -> None:
    counts = {folder: len(labelled.files(folder)) for folder in labelled.FOLDERS}
    assert counts["worked"] >= 7
    assert counts["unseen"] >= counts["worked"]
    for file in (file for folder in labelled.FOLDERS for file in labelled.files(folder)):
        text = file.read_text(encoding="utf-8")
        assert 350 <= len(labelled.plain(text)) <= 3000, file.name
        for marked in re.findall(r"\{([^{}]*)\}", text):
            assert all(part.count("|") == 7 for part in marked.split("//")), f"{file.name}: {marked}"


def test_a_label_that_says_none_fits_is_missed_by_any_link() -> None:
    catalogue = documents.load_catalogue()
    document = documents.read("实施方案\n有效发明专利达到1200件。\n建设太空电梯观测站12个。\n", "plan")
    labels = [
        replace(label(document, "有效发明专利达到1200件", 1200), indicator_id=""),
        replace(label(document, "建设太空电梯观测站12个", 12), unit="个", indicator_id=""),
    ]
    outcomes = scoring.match(labels, documents.find(document, catalogue), "plan")
    assert [outcome.is_right("indicator") for outcome in outcomes] == [False, True]


def test_the_saved_score_is_the_present_one(catalogue: documents.Catalogue) -> None:
    saved = documents.measured_score()
    assert saved["version"] == measured.VERSION
    assert date.fromisoformat(saved["measured"])
    now = measured.of_own_texts(catalogue)
    assert now == {name: saved["sets"][name] for name in labelled.SETS}, (
        "rules or catalogue have changed: measure again with `python -m etl documents score GOLD.csv DOCUMENTS/ --save`"
    )


@pytest.mark.parametrize("name", labelled.SETS)
def test_our_own_texts_are_found(name: str) -> None:
    saved = documents.measured_score()["sets"][name]
    assert saved["f1"] >= 0.92
    assert all(field["accuracy"] >= 0.85 for field in saved["fields"].values())


@labelled_documents
def test_the_saved_score_of_the_labelled_documents_is_the_present_one() -> None:
    outcomes = scoring.compare(GOLD, FOLDER)
    saved = documents.measured_score()["sets"]["gold"]
    assert measured.summary(outcomes) == saved
    assert saved["f1"] >= 0.97
    assert all(field["accuracy"] >= 0.95 for field in saved["fields"].values())


def test_score_prints_documents_categories_and_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.txt").write_text("实施方案\n有效发明专利达到1200件。\n新增名牌3个。\n", encoding="utf-8")
    gold = tmp_path / "gold.csv"
    gold.write_text(
        "doc_id,region_code,indicator_zh,category,kind,comparator,value,value_high,unit,basis,period,phrase\n"
        "plan,420000,有效发明专利,patent,target,=,1200,,件,stock,,有效发明专利达到1200件\n"
        "plan,420000,不存在,brand,target,=,9,,个,new,,新增名牌3个\n",
        encoding="utf-8",
    )
    assert main(["documents", "score", str(gold), str(tmp_path), "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"plan +0\.500 +0\.500", printed)
    assert re.search(r"patent +1\.000 +1\.000", printed)
    for fault in (
        "missed  plan  新增名牌3个",
        "false  plan  新增名牌3个",
        "wrong comparator  plan  有效发明专利达到1200件  >= (=)",
    ):
        assert fault in printed


def test_extract_writes_candidates_and_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, scan = tmp_path / "plan.txt", tmp_path / "empty.txt"
    plan.write_text("湖北省实施方案\n到2025年,有效注册商标量超过100万件。\n", encoding="utf-8")
    scan.write_bytes(b"")
    out = tmp_path / "out"
    command = ["documents", "extract", str(plan), str(scan), "--region", "420000", "--out", str(out), "--lang", "zh"]
    assert main(command) == 1
    told = capsys.readouterr().err
    assert "empty.txt：" in told or "empty.txt: 文件为空" in told
    assert "找到 1 条陈述" in told
    assert "valid_registered_trademarks" in (out / "plan.candidates.csv").read_text(encoding="utf-8")
    header, row = (out / "plan" / "targets.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("target_id,programme_id,region_code")
    assert row.startswith("plan-001,plan-420000,420000,valid_registered_trademarks,level,>=,1000000,")


def test_extract_prints_a_table_where_no_folder_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("实施方案\n有效发明专利达到1200件。\n", encoding="utf-8")
    assert main(["documents", "extract", str(plan), "--lang", "en"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0].startswith("doc_id,region_code,subject,indicator_id")
    assert printed.out.splitlines()[1].startswith("plan,,有效发明专利,valid_invention_patents")
    assert "1 statements found" in printed.err
