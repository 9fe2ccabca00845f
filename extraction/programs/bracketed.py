"""Names told by an acronym and a noun after them: "Harvest Careers Mobility (HCM) scheme".

Names whose own last word is a head noun belong to `headed`; what the acronym means later on to `definitions`.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import CAPITAL, any_of, small_heads
from extraction.spans import find_all

_ACRONYM = r"\([A-Z][A-Z0-9&-]+(?: [A-Z]+)?\)"
_STEP = f"(?: (?:(?:of|for|and|in|on|to|the|&) ){{0,2}}{CAPITAL})"


def bracketed_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Capitalised words before an acronym in brackets and an instrument noun.

    Out: `sentence`, `document_id`, `start`, `end` (of the words), `name`, `head`, `language`, `method`.
    """
    noun = any_of(small_heads(language))
    name = pl.col("match").str.extract(r"^(.*?) \([A-Z]", 1)
    return (
        find_all(sentences, rf"{CAPITAL}{_STEP}+ {_ACRONYM} {noun}(?-u:\b)")
        .with_columns(name.str.replace("^(?:.*'s |(?:The|This|In|Under|Through|And|For|As) )", "").alias("name"))
        .with_columns((pl.col("match_start") + name.str.len_chars() - pl.col("name").str.len_chars()).alias("start"))
        .select(
            "sentence",
            "document_id",
            pl.col("start").cast(pl.Int64),
            (pl.col("start") + pl.col("name").str.len_chars()).cast(pl.Int64).alias("end"),
            "name",
            pl.col("match").str.extract_all(rf"{noun}$").list.first().alias("head"),
            "language",
            pl.lit("name.bracketed").alias("method"),
        )
    )
