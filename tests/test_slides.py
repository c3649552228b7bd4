"""Files of PowerPoint read back: charts hold the rows, text its fonts, slides their notes, footers and alternatives."""

import importlib
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from charts import strips_by_region
from exports.slides import master, measuring, native, powerpoint, tables
from exports.slides.content import Document, Evidence, Panel, Show, Slide
from tests.test_charts import BUILDERS, example, spec_of
from ui import deck_slides

LONG = (
    "湖北省质量强省建设纲要所列各项主要目标中有效注册商标量与每万人口高价值发明专利拥有量均已提前达到目标值，其余各项尚待公布"
    * 2
)
WORDS = deck_slides._frame_words(str)


def panel(chart: str | None, lang: str = "zh", headline: str = "一句结论") -> Panel:
    """A panel of a builder's synthetic rows; without a builder, a table."""
    rows, words = example(chart or "states")
    return Panel(
        lang=lang,
        headline=headline,
        title=words["title"],
        alt="替代文字",
        rows=rows,
        columns={column: column for column in list(rows.columns)[:4]},
        whole=rows,
        chart=chart,
        drawn=rows if chart else None,
        words=words | {"lang": lang},
        spec=spec_of(chart) if chart else None,
        source="来源：合成测试数据",
        evidence=(Evidence("f1", "湖北省 · 商标: 1件", "某文件", phrase="原文一句", steps=("R = 1/2 = 0.500",)),),
    )


def show(*slides: Slide, **parts: object) -> Show:
    given = Show("标题", "副标题", "zh", "对照台 · 发布版 r1", slides, ("规则一",), (Document("某文件"),), WORDS)
    return replace(given, **parts)


def written(made: Show, template: bytes | None = None) -> Presentation:
    content, faults = powerpoint.build(made, template)
    assert faults == []
    return Presentation(io.BytesIO(content))


def content_slide(deck: Presentation) -> object:
    return deck.slides[1]


def shapes(slide: object, kind: str) -> list:
    return [shape for shape in slide.shapes if getattr(shape, f"has_{kind}", False)]


@pytest.mark.parametrize("chart", BUILDERS)
def test_every_builder_has_a_native_form_that_is_drawn(chart: str) -> None:
    slide = content_slide(written(show(Slide((panel(chart),)))))
    drawn = shapes(slide, "chart") + shapes(slide, "table")
    assert drawn
    for shape in drawn:
        properties = shape._element.find(f".//{qn('p:cNvPr')}")
        assert properties.get("descr") == "替代文字"
    for shape in shapes(slide, "chart"):
        # The data behind the chart is a workbook, which is what "edit data" opens.
        assert shape.chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")
        faces = {element.get("typeface") for element in shape.chart._chartSpace.iter(qn("a:ea"))}
        assert faces == {"Microsoft YaHei"}


def series_of(chart: str) -> dict[str, list]:
    slide = content_slide(written(show(Slide((panel(chart),)))))
    return {
        series.name: list(series.values) for plot in shapes(slide, "chart")[0].chart.plots for series in plot.series
    }


def test_bars_and_markers_hold_the_rows() -> None:
    rows, words = example("target_against_actual")
    drawn = series_of("target_against_actual")
    assert drawn[words["actual"]] == [None if pd.isna(value) else value for value in rows["actual"]]
    assert drawn[words["target"]] == list(rows["goal"])
    rows, words = example("base_latest_target")
    drawn = series_of("base_latest_target")
    for column, word in (("base", "base"), ("actual", "actual"), ("goal", "target")):
        assert drawn[words[word]] == list(rows[column])
    rows, words = example("ranking")
    assert series_of("ranking")[words["value"]] == list(rows["value"])


def test_stacked_bars_hold_the_counts() -> None:
    rows, _ = example("states")
    drawn = series_of("states")
    assert {name: sum(values) for name, values in drawn.items()} == dict(rows.groupby("state_text")["targets"].sum())
    rows, _ = example("scorecard")
    drawn = series_of("scorecard")
    assert sum(value for values in drawn.values() for value in values if value) == len(rows)


def test_bars_of_reporting_hold_what_is_due() -> None:
    rows, words = example("reporting")
    drawn = series_of("reporting")
    assert sum(value or 0 for value in drawn[words["reported"]]) == rows["reported"].sum()
    assert sum(value or 0 for values in drawn.values() for value in values) == rows["due"].sum()


def test_a_cell_of_regions_by_themes_tells_what_a_figure_speaks_of() -> None:
    slide = content_slide(written(show(Slide((panel("states_by_region_and_theme"),)))))
    table = shapes(slide, "table")[0].table
    assert [[cell.text for cell in row.cells][1:] for row in list(table.rows)[1:]] == [["●1/4", ""], ["", "2"]]


def test_lines_hold_the_figures_of_their_years() -> None:
    rows, words = example("trend")
    slide = content_slide(written(show(Slide((panel("trend"),)))))
    charts = shapes(slide, "chart")
    assert len(charts) == rows["panel"].nunique()
    plot = charts[0].chart.plots[0]
    first = rows[rows["panel"] == rows["panel"].iloc[0]]
    own = first[(first["series"] == "湖北省") & ~first["is_target"]].set_index("year")["value"]
    line = next(series for series in plot.series if series.name == "湖北省")
    by_year = dict(zip((int(label) for label in plot.categories), line.values, strict=True))
    assert {year: value for year, value in by_year.items() if value is not None} == own.to_dict()
    assert any(words["target"] in series.name for series in plot.series)


def test_a_builder_without_a_native_form_is_a_picture_with_its_rows_in_the_notes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(native, "names", lambda: [])
    slide = content_slide(written(show(Slide((panel("states"),)))))
    pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == 1
    assert pictures[0].image.size[0] > 3000
    notes = slide.notes_slide.notes_text_frame.text
    assert "● 已达标\t" in notes


def test_notes_footer_number_and_fonts() -> None:
    deck = written(show(Slide((panel("states"),), speech="先说结论。")))
    slide = content_slide(deck)
    notes = slide.notes_slide.notes_text_frame.text
    for told in ("先说结论。", "替代文字", "原文一句", "某文件", "R = 1/2 = 0.500", "[f1]"):
        assert told in notes
    for made in deck.slides:
        kinds = {shape.placeholder_format.type: shape for shape in made.placeholders}
        assert kinds[PP_PLACEHOLDER.FOOTER].text_frame.text == "对照台 · 发布版 r1"
        assert PP_PLACEHOLDER.SLIDE_NUMBER in kinds
        runs = [run for shape in made.shapes if shape.has_text_frame for run in shape._element.iter(qn("a:rPr"))]
        faces = {run.find(qn("a:ea")).get("typeface") for run in runs if run.find(qn("a:ea")) is not None}
        assert faces <= {"Microsoft YaHei"}
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)
    texts = [shape.text_frame.text for made in deck.slides for shape in made.shapes if shape.has_text_frame]
    assert any("规则一" in text for text in texts)
    assert any("[1] 某文件" in text for text in texts)


@pytest.mark.parametrize("headline", ["短", LONG, "A claim of many words that goes on and on " * 5])
def test_a_headline_stays_in_its_box(headline: str) -> None:
    title = content_slide(written(show(Slide((panel("states", headline=headline),))))).shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size
    lines = measuring.lines(headline, title.width / size)
    assert lines * size * 1.25 <= title.height * 1.12


def test_both_languages_stand_beside_each_other() -> None:
    slide = content_slide(written(show(Slide((panel("states"), panel("states", "en", "One claim"))))))
    first, second = shapes(slide, "chart")
    assert first.left + first.width <= second.left
    assert slide.shapes.title.text_frame.text.split("\n") == ["一句结论", "One claim"]


def test_a_fault_names_its_slide_and_the_rest_is_made() -> None:
    broken = replace(panel("states"), drawn=pd.DataFrame({"nothing": [1]}), headline="坏的一页")
    content, faults = powerpoint.build(
        show(Slide((broken,)), Slide((panel("states"),)), Slide((), fault="第 3 页：没有"))
    )
    assert len(faults) == 2
    assert "坏的一页" in faults[0]
    deck = Presentation(io.BytesIO(content))
    assert len(shapes(deck.slides[2], "chart")) == 1
    assert deck.slides[3].shapes.title.text_frame.text == "第 3 页：没有"


def office_template(ending: str) -> bytes:
    """A template of an office (synthetic): 4:3, its own theme name, one slide that must go."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text_frame.text = "旧页"
    deck.slide_master.name = "本局母版"
    kept = io.BytesIO()
    deck.save(kept)
    if ending == "pptx":
        return kept.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(kept) as packed, zipfile.ZipFile(out, "w") as written_:
        for entry in packed.infolist():
            body = packed.read(entry)
            if entry.filename == "[Content_Types].xml":
                body = body.replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
            written_.writestr(entry, body)
    return out.getvalue()


@pytest.mark.parametrize("ending", ["pptx", "potx"])
def test_an_offices_template_keeps_its_masters(ending: str) -> None:
    template = office_template(ending)
    deck = written(show(Slide((panel("target_against_actual"),))), template)
    assert deck.slide_master.name == "本局母版"
    assert len(deck.slide_layouts) == 11
    assert "旧页" not in [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert deck.slide_width / deck.slide_height == pytest.approx(4 / 3)
    for shape in content_slide(deck).shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize("content", [b"", b"nothing", office_template("pptx")[:2000]])
def test_what_is_no_template_is_told(content: bytes) -> None:
    with pytest.raises(master.TemplateFault):
        master.open_master(content)


def test_forty_slides() -> None:
    deck = written(show(*[Slide((panel(BUILDERS[number % len(BUILDERS)]),)) for number in range(40)]))
    assert len(deck.slides) == 43
    names = [name for name in zipfile.ZipFile(io.BytesIO(_bytes(deck))).namelist() if "/embeddings/" in name]
    assert len(names) == len(set(names)) > 20


def _bytes(deck: Presentation) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_tables_break_into_pages_that_hold_every_row_once() -> None:
    rows = pd.DataFrame(
        {"name": [f"第{number}行" + "很长的文字" * (number % 7) for number in range(137)], "n": range(137)}
    )
    parts = tables.pages(rows, {"name": "名称", "n": "数"})
    assert [number for part in parts for number in range(part.start, part.stop)] == list(range(137))
    assert len(parts) > 5


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: slides are not drawn")
def test_another_office_program_opens_it(tmp_path: Path) -> None:
    content, _ = powerpoint.build(show(*[Slide((panel(chart, headline=LONG),)) for chart in BUILDERS]))
    (tmp_path / "deck.pptx").write_bytes(content)
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
        "deck.pptx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    pdfplumber = importlib.import_module("pdfplumber")
    with pdfplumber.open(tmp_path / "deck.pdf") as pages:
        assert len(pages.pages) == len(BUILDERS) + 3
        for page in pages.pages:
            assert all(word["x0"] >= 0 and word["x1"] <= page.width + 1 for word in page.extract_words())
            assert all(word["bottom"] <= page.height + 1 for word in page.extract_words())


def test_regions_of_a_long_picture_share_years_and_scale_over_its_slides() -> None:
    rows, words = example("strips_by_region")
    column, at_most = native.row_column("strips_by_region")
    assert (column, at_most) == ("region", 3)
    whole = panel("strips_by_region")
    for name, part in rows.groupby("region", sort=False):
        slide = content_slide(written(show(Slide((replace(whole, drawn=part),)))))
        spec = strips_by_region.build(part, words).to_dict()
        assert spec["height"] == strips_by_region.STRIP_HEIGHT, name
        if part["value"].isna().all():
            told = [cell.text for row in shapes(slide, "table")[0].table.rows for cell in row.cells]
            assert told[2:] == [name, part["newest_text"].iloc[0]]
            continue
        chart = shapes(slide, "chart")[0].chart
        assert list(chart.plots[0].categories) == [str(year) for year in range(2021, 2026)], name
        assert chart.value_axis.maximum_scale > rows["value"].max()


def test_a_bullet_lies_on_one_axis_the_frame_over_the_bar() -> None:
    slide = content_slide(written(show(Slide((panel("target_against_actual"),)))))
    chart = shapes(slide, "chart")[0].chart
    assert len(chart._chartSpace.findall(f".//{qn('c:barChart')}")) == 1
    assert chart.plots[0].overlap == 100
    actual, target = chart.plots[0].series
    _, words = example("target_against_actual")
    assert (actual.name, target.name) == (words["actual"], words["target"])
    assert target._element.find(f".//{qn('a:noFill')}") is not None


def test_markers_of_a_row_are_joined_from_the_lowest_to_the_highest() -> None:
    rows, _ = example("base_latest_target")
    slide = content_slide(written(show(Slide((panel("base_latest_target"),)))))
    bars = shapes(slide, "chart")[0].chart._chartSpace.find(f".//{qn('c:errBars')}")
    figures = rows[["base", "actual", "goal"]].astype(float)
    for tag, lengths in (
        ("minus", figures["base"] - figures.min(axis=1)),
        ("plus", figures.max(axis=1) - figures["base"]),
    ):
        written_ = [float(point.text) for point in bars.find(qn(f"c:{tag}")).iter(qn("c:v"))]
        assert written_ == pytest.approx(list(lengths))


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    made = panel("target_against_actual", headline="一句\x00结\ud800论 <b>&")
    assert content_slide(written(show(Slide((made,))))).shapes.title.text_frame.text == "一句结论 <b>&"


def test_every_part_of_a_file_has_a_name_of_its_own_in_an_offices_template_too() -> None:
    first = _bytes(written(show(*[Slide((panel("trend"),))] * 3)))
    again = _bytes(written(show(*[Slide((panel("trend"),))] * 3), first))
    names = zipfile.ZipFile(io.BytesIO(again)).namelist()
    assert len(names) == len(set(names))
    charts = [shape for slide in Presentation(io.BytesIO(again)).slides for shape in shapes(slide, "chart")]
    assert len({shape.chart.part.partname for shape in charts}) == len(charts) > 3
