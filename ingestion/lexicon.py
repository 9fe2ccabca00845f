"""The word lists of ingestion, read from `lexicons/<language>/<name>.csv`; the README there explains their columns.

All languages apply to every text: words of one language seldom mislead in another, and many texts quote both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import polars as pl

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def read(name: str) -> pl.DataFrame:
    """The lexicon `name` of all languages, every column as text, with the column `language` in front.

    Raises `FileNotFoundError` when no language has it. The frame is cached: do not change it in place.
    """
    paths = sorted(_FOLDER.glob(f"*/{name}.csv"))
    if not paths:
        raise FileNotFoundError(f"no lexicon {name}.csv under {_FOLDER}")
    frames = [
        pl.read_csv(path, infer_schema=False).select(pl.lit(path.parent.name).alias("language"), pl.all())
        for path in paths
    ]
    return pl.concat(frames)


def alternatives(phrases: Iterable[str]) -> str:
    """Return a regular expression group that matches any of `phrases`, the longest first.

    A space in a phrase matches any run of white space, a straight apostrophe also a curly one.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    escaped = [re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in ordered]
    return "(?:" + "|".join(escaped) + ")"


def phrases(name: str, column: str, **wanted: str) -> list[str]:
    """The values of `column` in the rows of lexicon `name` whose columns have the values `wanted`."""
    frame = read(name)
    for key, value in wanted.items():
        frame = frame.filter(pl.col(key) == value)
    return frame[column].drop_nulls().to_list()
