"""Names told by brackets: "Harvest Careers Mobility (HCM) scheme", "Executive Order 15021 (Opening Doors To ...)".

Names whose own last word is a head noun belong to `headed`; what the acronym means later on to `definitions`.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import CAPITAL, any_of, small_heads, where
from extraction.spans import find_all

_ACRONYM = r"\([A-Z][A-Z0-9&-]+(?: [A-Z]+)?\)"
# At least four words; a shorter one is a short form.
_TITLE = r"[A-Z][a-z]+(?:,? [A-Za-z'-]+){3,40}"
_STEP = f"(?: (?:(?:of|for|and|in|on|to|the|&) ){{0,2}}{CAPITAL})"


def bracketed_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Capitalised words before an acronym in brackets and an instrument noun, and titles in brackets after an order.

    Out: `sentence`, `document_id`, `start`, `end` (of the words), `name`, `head`, `language`, `method`.
    """
    told_by_acronym = _told_by_acronym(sentences, language)
    return pl.concat([told_by_acronym, _titles(sentences)]) if language == "en" else told_by_acronym


def _told_by_acronym(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
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


def _titles(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Titles of orders and proclamations beside their number or date."""
    likely = where(sentences, pl.col("text").str.contains_any(["Executive Order ", "Proclamation "]))
    title = pl.col("match").str.extract(rf"\(({_TITLE})\)$", 1)
    return find_all(likely, rf"(?:Executive Order|Proclamation) [^()]{{4,40}}\({_TITLE}\)").select(
        "sentence",
        "document_id",
        (pl.col("match_end") - 1 - title.str.len_chars()).cast(pl.Int64).alias("start"),
        (pl.col("match_end") - 1).cast(pl.Int64).alias("end"),
        # A title means the order that its number means.
        pl.coalesce(pl.col("match").str.extract("^([A-Z][a-z]+(?: Order)? [0-9]{4,5})", 1), title).alias("name"),
        pl.lit("Order").alias("head"),
        "language",
        pl.lit("name.bracketed").alias("method"),
    )
