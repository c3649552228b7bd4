"""Where a long command stands: a bar on a terminal, plain lines elsewhere."""

import sys
import time

from tqdm import tqdm

from etl.words import Say

STAGES = {
    "read": "Reading the tables",
    "check": "Checking",
    "model": "Making the tables of the release",
    "verify": "Reading the release back",
    "publish": "Publishing",
}


class Progress:
    """Tells each stage as it begins, with the rows at hand; use as the ``report`` of a build."""

    def __init__(self, say: Say):
        self._say = say
        self._started = time.monotonic()
        self._bar = tqdm(total=len(STAGES), file=sys.stderr, leave=False, disable=not sys.stderr.isatty(), delay=1)

    def __call__(self, stage: str, rows: int) -> None:
        text = self._say(STAGES[stage]) + (f" ({rows:,})" if rows else "")
        self._bar.set_description(text)
        self._bar.update(1)
        if self._bar.disable:
            print(f"{time.monotonic() - self._started:6.1f} s  {text}", file=sys.stderr, flush=True)

    def close(self) -> None:
        self._bar.close()
