"""For whom rows are fetched and worded: a language and a release, with nothing of the screen."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

import paths
import queries
from queries import releases
from ui.data import fetch
from ui.words import Words, words


@dataclass(frozen=True)
class Reader:
    """A language, its words, a release and that release's day of judgement."""

    lang: str
    words: Words
    release_id: str
    as_of: date

    def fetch(self, name: str, **params: object) -> pd.DataFrame:
        """Rows of a query from this release; ``lang`` is bound where the query takes it."""
        if "lang" in queries.parameters(name):
            params.setdefault("lang", self.lang)
        return fetch(name, self.release_id, **params)


def reader_of(lang: str, release_id: str) -> Reader:
    """The reader of a release in a language.

    Raises:
        NoRelease: the release is no longer kept.
    """
    # What is remembered is answered without a look at the disk, so this is where a release is missed.
    releases.path(paths.build_folder(), release_id)
    release = fetch("release", release_id).iloc[0]
    return Reader(lang, words(lang), release_id, release.as_of.date())
