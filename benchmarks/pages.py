"""Each page's full warm run against an empty page of the same frame, on the real release and on a large synthetic one;
then thirty visitors at once over the WebSocket.

The large release is synthetic. Run it with ``python benchmarks/pages.py``; ``--help`` for sizes.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import paths  # noqa: E402  (the repository is not an installed package)
from benchmarks.api import our_server  # noqa: E402
from benchmarks.load import make_package  # noqa: E402

AIM_AGAINST_EMPTY = 4.0
AIM_LARGE_AGAINST_REAL = 1.5
AIM_P95_MS = 500
PAGES = {"overview": "", **{file.stem: file.stem for file in sorted((paths.ROOT / "pages").glob("*.py"))}}
# A page that does nothing but stand in the frame.
_EMPTY = """
from ui.frame import close_page, open_page

view = open_page("overview")
close_page(view)
"""
# Measured in a process of its own, so that no page pays for what another one left in memory.
_MEASURE = """
import json, sys, time
from streamlit.testing.v1 import AppTest

script, page, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
app = AppTest.from_file(script, default_timeout=300)
if page:
    app.switch_page(page)
app.run()
if app.exception:
    sys.exit(str(app.exception))
taken = []
for _ in range(rounds):
    started = time.perf_counter()
    app.run()
    taken.append(time.perf_counter() - started)
print(json.dumps(sorted(taken)[len(taken) // 2]))
"""


def warm_run(folder: Path, script: Path, page: str, rounds: int) -> float:
    """Median seconds of a warm run of a page's script, everything it fetches being remembered.

    Raises:
        subprocess.CalledProcessError: the page raised.
    """
    environment = os.environ | {"QUALITY_SCOREBOARD_BUILD": str(folder), "PYTHONPATH": str(paths.ROOT)}
    command = [sys.executable, "-c", _MEASURE, str(script), page, str(rounds)]
    return json.loads(
        subprocess.run(
            command, cwd=paths.ROOT, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ).stdout
    )


def compare_pages(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds of each page; prints their ratios to the empty one."""
    with tempfile.TemporaryDirectory() as scratch:
        # The menu's links want the pages beside the entry script.
        empty_script = Path(scratch) / "app.py"
        empty_script.write_text(_EMPTY, encoding="utf-8")
        (Path(scratch) / "pages").symlink_to(paths.ROOT / "pages")
        empty = warm_run(folder, empty_script, "", rounds)
    taken = {}
    for key, stem in PAGES.items():
        taken[key] = warm_run(folder, paths.ROOT / "app.py", f"pages/{stem}.py" if stem else "", rounds)
        print(f"  {key:12} {taken[key] * 1000:7.1f} ms   {taken[key] / empty:5.1f} times the empty page", flush=True)
    print(f"  {'(empty)':12} {empty * 1000:7.1f} ms   (aim: at most {AIM_AGAINST_EMPTY} times)")
    return taken


async def visit(port: int, until: float, chance: random.Random, answered: list[float]) -> None:
    """One visitor: asks for a page, looks at it for up to two seconds, asks for the next."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    origin = f"http://127.0.0.1:{port}"
    async with websockets.connect(address, subprotocols=["streamlit"], origin=origin, max_size=None) as socket:
        while time.monotonic() < until:
            key = chance.choice(list(PAGES))
            lang = chance.choice(["zh", "en"])
            question = BackMsg()
            question.rerun_script.query_string = f"lang={lang}"
            question.rerun_script.page_name = PAGES[key]
            started = time.monotonic()
            await socket.send(question.SerializeToString())
            while True:
                message = ForwardMsg()
                message.ParseFromString(await socket.recv())
                if message.WhichOneof("type") == "script_finished":
                    break
            answered.append(time.monotonic() - started)
            await asyncio.sleep(chance.uniform(0, 2))


async def visit_together(port: int, visitors: int, seconds: float) -> list[float]:
    """Seconds of every answer that so many visitors got."""
    answered: list[float] = []
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as together:
        for number in range(visitors):
            together.create_task(visit(port, until, random.Random(number), answered))
    return answered


def thirty_visitors(folder: Path, visitors: int, seconds: float, warm: bool) -> None:
    """Print how long visitors waited who came together: once the server had read its own pages, or while it did so."""
    with our_server(folder, warm) as server:
        answered = asyncio.run(visit_together(server.port, visitors, seconds))
        memory = server.memory_mib()
    p50, p95 = statistics.median(answered) * 1000, statistics.quantiles(answered, n=20)[18] * 1000
    when = "warm server" if warm else "just started"
    print(
        f"{visitors} visitors, {when}, {len(answered)} answers: p50 {p50:.0f} ms, p95 {p95:.0f} ms"
        f" (aim: below {AIM_P95_MS} when warm); {memory:.0f} MiB; load of the machine {os.getloadavg()[0]:.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="warm runs of each page")
    parser.add_argument("--visitors", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=30.0, help="of the visit")
    parser.add_argument("--regions", type=int, default=2_500, help="of the synthetic release")
    parser.add_argument("--indicators", type=int, default=40)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--large", type=Path, help="build folder of a large release, instead of making one")
    given = parser.parse_args()
    print("warm runs on the real release:")
    real = compare_pages(paths.build_folder(), given.rounds)
    with tempfile.TemporaryDirectory() as scratch:
        large_folder = given.large or Path(scratch) / "out"
        if given.large is None:
            data = Path(scratch) / "data"
            make_package(data, given.regions, given.indicators, given.years)
            build = [sys.executable, "-m", "etl", "build", "--data", str(data), "--out", str(large_folder)]
            subprocess.run(build, cwd=paths.ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print(f"warm runs on {given.regions * given.indicators * given.years:,} synthetic figures:")
        large = compare_pages(large_folder, given.rounds)
    for key in real:
        print(
            f"  {key:12} {large[key] / real[key]:5.2f} times the real release (aim: at most {AIM_LARGE_AGAINST_REAL})"
        )
    for warm in (False, True):
        thirty_visitors(paths.build_folder(), given.visitors, given.seconds, warm)


if __name__ == "__main__":
    main()
