"""Where a long command stands: a bar on a terminal, plain lines elsewhere."""

import sys
import threading
import time

from etl.words import Say

STAGES = {
    "read": "Reading the tables",
    "check": "Checking",
    "model": "Making the tables of the release",
    "verify": "Reading the release back",
    "publish": "Publishing",
}

# A command that is done sooner needs no bar.
_PATIENCE = 1.0
_TICK = 0.2
_WIDTH = 20
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Tells each stage as it begins, with the rows at hand; use as the ``report`` of a build.

    On a terminal a bar names the stage, the rows and the seconds so far, and keeps counting while a stage takes long.
    """

    def __init__(self, say: Say):
        self._say = say
        self._started = time.monotonic()
        self._place, self._text = 0, ""
        self._stream = sys.stderr
        self._is_shown = False
        self._done = threading.Event()
        self._drawing = threading.Thread(target=self._draw, daemon=True) if self._stream.isatty() else None
        if self._drawing:
            self._drawing.start()

    def __call__(self, stage: str, rows: int) -> None:
        self._text = self._say(STAGES[stage]) + (f" ({rows:,})" if rows else "")
        self._place = list(STAGES).index(stage)
        if not self._drawing:
            print(f"{self._seconds():6.1f} s  {self._text}", file=self._stream, flush=True)

    def close(self) -> None:
        """Take the bar away; what is printed next begins a clean line."""
        self._done.set()
        if self._drawing:
            self._drawing.join()
        if self._is_shown:
            print(_CLEAR_LINE, end="", file=self._stream, flush=True)

    def _draw(self) -> None:
        wait = _PATIENCE
        while not self._done.wait(wait):
            wait, self._is_shown = _TICK, True
            filled = _WIDTH * self._place // len(STAGES)
            bar = "█" * filled + "░" * (_WIDTH - filled)
            line = f"{bar} {self._place + 1}/{len(STAGES)}  {self._text}  {self._seconds():.0f} s"
            print(_CLEAR_LINE + line, end="", file=self._stream, flush=True)

    def _seconds(self) -> float:
        return time.monotonic() - self._started
