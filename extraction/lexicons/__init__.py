"""Access to the word tables: `lexicons/<language>/<name>.csv`, and patterns made from them.

Every table has a header row; README.md in this folder says what each column of each table means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import polars as pl

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "es")


@cache
def lexicon(name: str, language: str | None = None) -> pl.DataFrame:
    """The table `name` of one language, or of all languages with a column `language` in front.

    All columns are strings; empty cells are null. Raises `FileNotFoundError` when no language has the table.
    """
    languages = (language,) if language else LANGUAGES
    frames = [
        pl.read_csv(path, infer_schema=False).select(pl.lit(each).alias("language"), pl.all())
        for each in languages
        if (path := FOLDER / each / f"{name}.csv").exists()
    ]
    if not frames:
        raise FileNotFoundError(f"no lexicon {name!r} under {FOLDER}")
    return pl.concat(frames, how="diagonal")


def alternation(words: Iterable[str]) -> str:
    """A non-capturing group that matches any of `words` literally, longest first; a space matches any run of them."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " +") for word in ordered) + ")"


def words(name: str, language: str, column: str = "word", **conditions: str) -> list[str]:
    """The values of one column of a table, where the other columns equal `conditions`, in table order."""
    table = lexicon(name, language).filter(*(pl.col(key) == value for key, value in conditions.items()))
    return table[column].drop_nulls().to_list()
