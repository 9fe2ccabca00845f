"""Instruments known by number or code: executive orders, titles, decrees, EU acts, visa classes.

What they look like is the table `program_numbers`; here are the shapes its patterns refer to. Names made of words
belong to `headed`.
"""

from __future__ import annotations

from functools import reduce

import polars as pl

from extraction.lexicons import lexicon
from extraction.programs.patterns import LETTER, UPPER, YEAR, where
from extraction.spans import find_all

_MONTH = f"[{UPPER}][a-z]{{2,8}}"
_DATES = {
    "en": f"(?:{_MONTH} [0-9]{{1,2}}, {YEAR}|[0-9]{{1,2}} {_MONTH} {YEAR})",
    "es": f"[0-9]{{1,2}} de [a-z]{{4,10}}(?: de {YEAR})?",
}
_SHAPES = {
    "<year>": YEAR,
    "<capital>": f"[{UPPER}][{LETTER}'-]+",
    "<visa>": "(?:[A-Z]{1,2}-[0-9][A-Z]?|H[12][AB]?)",
    "<worker visa>": "(?:H-?[1-4][A-C]?|EB-[1-5]|L-1[AB]?|J-1|TN)",
    "<eu number>": (
        r"(?:\((?:EU|UE|EC|CE|EEC|CEE)(?:, Euratom)?\) )?(?:[Nn][.º°o]*\.? ?)?"
        "[0-9]{2,4}/[0-9]{1,4}(?:/[A-Z]{2,3})?"
    ),
    "<law number>": r"(?:[Nn](?:[.º°o]|úm)+\.? ?)?(?:[0-9]{1,3}[.,][0-9]{3}|[0-9]{1,5})(?:[/-][0-9]{2,4})?",
}  # fmt: skip


def numbered_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Instruments that texts of one language name by a number or code.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `kind`, `topic`, `language`, `method`.
    """
    rules = lexicon("program_numbers", language)
    cues = rules["cue"].str.split("|").explode().unique().sort().to_list()
    likely = where(sentences, pl.col("text").str.contains_any(cues))
    return pl.concat([_found(likely, **rule) for rule in rules.drop("cue").iter_rows(named=True)])


def _found(
    sentences: pl.LazyFrame, *, language: str, pattern: str, kind: str, topic: str | None, method: str
) -> pl.LazyFrame:
    shapes = {**_SHAPES, "<date>": _DATES[language]}
    shaped = reduce(lambda filled, shape: filled.replace(shape, shapes[shape]), shapes, pattern)
    bounded = rf"(?:^|[^{LETTER}0-9(-])(?:{shaped})(?:$|[^{LETTER}0-9-])"
    name = pl.col("match").str.extract_all(shaped).list.first()
    return (
        find_all(sentences, bounded)
        .with_columns(name.alias("name"))
        .with_columns((pl.col("match_start") + (~pl.col("match").str.starts_with(pl.col("name")))).alias("start"))
        .select(
            "sentence",
            "document_id",
            "start",
            (pl.col("start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            pl.lit(kind).alias("kind"),
            pl.lit(topic, dtype=pl.String).alias("topic"),
            "language",
            pl.lit(method).alias("method"),
        )
    )
