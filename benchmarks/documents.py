"""How fast documents are read: characters a second on 200 pages, peak memory, and a 10 000-character outline.

The texts are synthetic: clauses of the usual make, numbered and varied so that nothing is found twice.

    python benchmarks/documents.py
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from etl import documents

PAGE = 800  # characters a page of an official document, about
CLAUSES = (
    "到2025年,制造业产品质量合格率达到{n}.5%以上,农产品质量安全例行监测合格率和食品抽检合格率均达到98.{n}%以上。",
    "力争培育质量标杆企业{n}家,建成省级产业计量测试中心{n}个、国家级质检中心1—2个,新增有效注册商标{n}万件左右。",
    "深入开展质量提升行动,推动企业加快产品创新、服务升级、质量改进,完善消费争议多元化解机制,健全质量政策。",
    "每年组织不少于{n}家企业开展对标达标,制修订国家标准、行业标准{n}项以上,培训首席质量官{n}00人次。",
    "目前,全市有效发明专利{n}00余件,同比增长{n}.2%,位居全省第三,未发生重大产品质量安全事故。",
)
NUMERALS = "一二三四五六七八九十"


def outline(length: int) -> str:
    """A plan of about that many characters."""
    parts, size, number = ["青禾市质量强市建设实施方案"], 14, 0
    while size < length:
        head = f"{NUMERALS[number // 10 % 10]}、主要任务之{number}" if number % 10 == 0 else ""
        line = f"({NUMERALS[number % 10]})重点工作。" + "".join(clause.format(n=number % 89 + 10) for clause in CLAUSES)
        parts += [head, line] if head else [line]
        size += len(head) + len(line) + 2
        number += 1
    return "\n".join(parts)[:length]


def measured(work: Callable[[], list]) -> tuple[float, int]:
    """Seconds of processor time (one core), and how many statements."""
    started = time.process_time()
    found = work()
    return time.process_time() - started, len(found)


def main() -> None:
    started = time.process_time()
    catalogue = documents.load_catalogue()
    documents.find(documents.read("到2025年,培育企业5家。", "first"), catalogue)
    print(f"{'catalogue and grammar, once':36} {time.process_time() - started:8.2f} s")
    for name, length in (("outline of 10 000 characters", 10_000), ("document of 200 pages", 200 * PAGE)):
        text = outline(length)
        seconds, count = measured(lambda text=text: documents.find(documents.read(text, "plan"), catalogue))
        print(f"{name:36} {seconds:8.2f} s  {length / seconds:10,.0f} characters/s  {count:,} statements")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory':36} {peak:8.0f} MB")


if __name__ == "__main__":
    main()
