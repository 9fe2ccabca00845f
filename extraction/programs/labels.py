"""Names that label a list item whose text calls them a program: "- Highland Forest Conservation: this new program will ...".

Labels that only sum up their item are no names; the item itself has to say what they are.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import CAPITAL, any_of
from extraction.spans import find_all

_NOUN = any_of(
    (
        "program",
        "programme",
        "project",
        "initiative",
        "fund",
        "partnership",
        "pilot",
        "campaign",
        "scheme",
        "task force",
    )
)
_LABEL = rf"^[-•*–—· ]*[A-Z][a-z]+(?: (?:of |for |and |the |& )*{CAPITAL})+(?: \([A-Z][A-Za-z-]+\))?:"
_PATTERN = (
    rf"{_LABEL} (?:[^.:\"]{{0,60}}(?-u:\b))?[Tt]his(?: new| joint| regional| bilateral)? {_NOUN}(?-u:\b)"
)


def labels(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Labels of items that speak of "this program" right after.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`, `method`.
    """
    label = pl.col("match").str.extract(r"^([^:(]*)[:(]", 1).str.strip_chars_end(" ")
    english = sentences.filter(pl.col("language") == "en", pl.col("kind") != "turn", pl.col("text").str.contains(": ", literal=True))
    return (
        find_all(english, _PATTERN)
        .with_columns(
            label.str.replace(r"^[-•*–—· ]*", "").alias("name"),
            label.str.len_chars().cast(pl.Int64).alias("end"),
            pl.col("match").str.extract_all(rf"{_NOUN}$").list.first().alias("head"),
        )
        .select(
            "sentence",
            "document_id",
            (pl.col("end") - pl.col("name").str.len_chars()).alias("start"),
            "end",
            "name",
            "head",
            "language",
            pl.lit("name.label").alias("method"),
        )
    )
