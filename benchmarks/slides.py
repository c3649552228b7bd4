"""How long a slide takes in a file of PowerPoint, and how much memory a deck, against python-pptx's bare charts.

The rows are synthetic and describe no real region. Run it with ``python benchmarks/slides.py``; ``--help`` for sizes.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pandas as pd
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exports.slides import powerpoint  # noqa: E402
from exports.slides.content import Document, Evidence, Panel, Show, Slide  # noqa: E402

AIM_RATIO = 2.0
ROWS = 5
WORDS = {
    **{"title": "合成", "source": "合成", "axis": "%", "actual": "实绩", "target": "目标", "state": "状态"},
    **{"label": "指标", "lang": "zh", "starts_at_zero": "yes", "method": "方法", "sources": "来源"},
    **{"shows": "要点", "figure": "数据", "document": "文件", "words": "原文", "data": "数据"},
}


def bullets() -> pd.DataFrame:
    """Rows of the bullet chart."""
    return pd.DataFrame(
        {
            "figure_id": [f"t{number}" for number in range(ROWS)],
            "label": [f"指标{number}" for number in range(ROWS)],
            "actual": [80.0 + number for number in range(ROWS)],
            "low": [None] * ROWS,
            "high": [None] * ROWS,
            "goal": [100.0] * ROWS,
            "actual_text": ["80件（2024年）"] * ROWS,
            "goal_text": ["不低于 100件"] * ROWS,
            "state_text": ["○ 到期未公布"] * ROWS,
            "state_colour": ["#7d7d7d"] * ROWS,
        }
    )


def show(slides: int) -> Show:
    """A deck of so many bullet charts with notes, sources and footers."""
    rows = bullets()
    told = {"phrase": "到2025年达到100件", "steps": ("差距：-20件",)}
    evidence = tuple(Evidence(f"t{number}", "湖北省 · 指标", "某文件", **told) for number in range(ROWS))
    one = Panel(
        "zh", "一句结论", "目标与实绩", "替代文字", rows, {"label": "指标"}, rows,
        chart="target_against_actual", drawn=rows, words=WORDS, source="来源：合成", evidence=evidence,
    )  # fmt: skip
    made = tuple(Slide((one,)) for _ in range(slides))
    return Show("标题", "副标题", "zh", "对照台", made, ("规则",), (Document("某文件"),), WORDS)


def ours(slides: int) -> None:
    """Our slides."""
    powerpoint.build(show(slides))


def bare(slides: int) -> None:
    """The same charts with nothing else: no type, colours, labels, notes, footers or second axis."""
    rows = bullets()
    deck = Presentation()
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        data = CategoryChartData()
        data.categories = list(rows["label"])
        data.add_series("目标", list(rows["goal"]))
        data.add_series("实绩", list(rows["actual"]))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(1), Inches(1), Inches(8), Inches(5), data)
    deck.save(BytesIO())


MAKERS: dict[str, Callable[[int], None]] = {"ours": ours, "bare": bare}


def measured(maker: str, slides: int) -> dict[str, float]:
    """Seconds and peak memory of one deck, made in a process of its own after a small one to warm up."""
    command = [sys.executable, __file__, "--only", maker, "--slides", str(slides)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def only(maker: str, slides: int) -> None:
    """Make one deck and print what it took."""
    MAKERS[maker](2)
    start = time.perf_counter()
    MAKERS[maker](slides)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def main() -> None:
    """Print a line a size; end with 1 where the ratio misses its aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, nargs="*", default=[20, 100])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", choices=MAKERS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        only(asked.only, asked.slides[0])
        return
    missed = False
    for slides in asked.slides:
        best = {}
        for maker in MAKERS:
            runs = [measured(maker, slides) for _ in range(asked.repeats)]
            best[maker] = min(runs, key=lambda run: run["seconds"])
        ratio = best["ours"]["seconds"] / best["bare"]["seconds"]
        missed |= ratio > AIM_RATIO
        print(
            f"{slides} slides: {1000 * best['ours']['seconds'] / slides:.1f} ms a slide, "
            f"{best['ours']['mib']:.0f} MiB at most; bare charts {1000 * best['bare']['seconds'] / slides:.1f} ms, "
            f"{best['bare']['mib']:.0f} MiB; ratio {ratio:.2f} (aim: at most {AIM_RATIO})"
        )
    sys.exit(int(missed))


if __name__ == "__main__":
    main()
