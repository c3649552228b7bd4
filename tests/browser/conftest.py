"""A fresh server on the committed data's release, and a page of a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import paths

# Every page of the product, so that a new one is walked without being named.
PAGES = ["/", *sorted(f"/{script.stem}" for script in (paths.ROOT / "pages").glob("*.py"))]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.browser)
            # One worker starts one server and one browser for all of them.
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="chromium is not installed: browser tests are left out"))


# The script has run to its end, nothing stands dimmed for its next run or grey until its code has come, and that has
# lasted: the widget that says "running" comes too late to tell, and a page may run once more just after it rested.
_AT_REST = """(lasting) => {
    const app = document.querySelector('[data-testid="stApp"]')
    const rests = app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    const waits = document.querySelector(
        '[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale=true]'
    )
    const now = performance.now()
    if (!rests || waits) window.quietSince = now
    return now - (window.quietSince ??= now) > lasting
}"""


def settled(page: Page, lasting: int = 250) -> None:
    """Wait until the page's script has ended and has rested for so many milliseconds."""
    page.wait_for_selector("h1")
    page.evaluate("window.quietSince = undefined")
    page.wait_for_function(_AT_REST, arg=lasting)


def start_server(folder: Path) -> tuple[subprocess.Popen, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "server:app", "--host", "127.0.0.1", "--port", str(port)],
        cwd=paths.ROOT,
        env=os.environ | {"QUALITY_SCOREBOARD_BUILD": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=2)
        except OSError:
            time.sleep(0.1)
        else:
            return process, address
    process.kill()
    raise RuntimeError("the server did not become ready in 30 seconds")


@pytest.fixture(scope="session")
def server(release_folder: Path) -> Iterator[str]:
    process, address = start_server(release_folder)
    yield address
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(30_000)
    yield page
    page.close()
