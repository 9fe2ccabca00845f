"""The head nouns around a name that belong to it: "Feed the Future program", "programa Sembrando Futuro".

Articles, ordinals and adjectives do not; they are never reached because only nouns of the lexicons extend a span.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import alternation, words
from extraction.programs.patterns import LETTER, heads, small_heads

_REACH = 70  # characters looked at before a name


def with_head_nouns(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Extend `start` and `end` over head nouns: after English names, before Spanish ones.

    In: finds with `sentence`, `start`, `end`, `method`. Descriptions are complete and stay as they are.
    """
    before = pl.col("text").str.slice(
        pl.max_horizontal(pl.col("start") - _REACH, 0), pl.min_horizontal("start", _REACH)
    )
    after = pl.col("text").str.slice(pl.col("end"), 40)
    named = ~pl.col("method").str.starts_with("description")
    spanish = named & (pl.col("_language") == "es")
    english = named & (pl.col("_language") == "en")
    closed = pl.col("_lead").str.contains("[\"']$").fill_null(False) & after.str.contains("^[\"']")
    return (
        found.join(sentences.select("sentence", "text", pl.col("language").alias("_language")), on="sentence")
        .with_columns(
            pl.when(spanish).then(_leading_noun(before)).alias("_lead"),
            pl.when(english).then(_trailing_noun(after)).alias("_tail"),
        )
        .with_columns(
            (pl.col("start") - pl.col("_lead").str.len_chars().fill_null(0)).cast(pl.Int64).alias("start"),
            (pl.col("end") + pl.col("_tail").str.len_chars().fill_null(0) + closed).cast(pl.Int64).alias("end"),
        )
        .drop("text", "_language", "_lead", "_tail")
    )


def _trailing_noun(after: pl.Expr) -> pl.Expr:
    nouns = alternation(words("program_words", "en", role="trailing"))
    return after.str.extract(rf"^( {nouns})(?:$|[^{LETTER}-])", 1)


def _leading_noun(before: pl.Expr) -> pl.Expr:
    """Noun with its complements up to the name; a small word in between ("acuerdos de ...") makes it no apposition."""
    noun = alternation((*heads("es"), *small_heads("es")))
    small = alternation(words("program_words", "es", role="small"))
    lead = before.str.extract(rf"(?:^|[^{LETTER}])({noun}(?: [{LETTER}]+){{0,4}}:? [\"']?)$", 1)
    return pl.when(~before.str.contains(rf" {small}[ :\"']+$")).then(lead)
