"""The head nouns around a name that belong to it: "Feed the Future program", "programa Sembrando Futuro".

Articles, ordinals and adjectives do not; they are never reached because only nouns of the lexicons extend a span.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon
from extraction.programs.patterns import LETTER, any_of, heads, small_heads


@cache
def _trailing() -> str:
    table = lexicon("program_words", "en")
    return alternation(table.filter(table["role"] == "trailing")["word"])


def with_head_nouns(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Extend `start` and `end` over head nouns: after English names, before Spanish ones.

    In: finds with `sentence`, `start`, `end`, `method`. Descriptions are complete and stay as they are.
    """
    noun = any_of((*heads("es"), *small_heads("es"), "aplicación", "sorteo", "operativo"))
    before = rf"(?:^|[^{LETTER}])({noun}(?: [{LETTER}]+){{0,4}}:? [\"']?)$"
    small_word = r" (?:de|del|la|el|las|los|en|a|y|e|o|con|que|como|por|para|sobre|al|su|sus|esta|este|un|una|entre|contra|desde|hacia)[ :\"']+$"
    lead = pl.col("_before").str.extract(before, 1)
    tail = pl.col("_after").str.extract(rf"^( {_trailing()})(?:$|[^{LETTER}-])", 1)
    extensible = ~pl.col("method").str.starts_with("description")
    return (
        found.join(sentences.select("sentence", "text", pl.col("language").alias("_language")), on="sentence")
        .with_columns(
            pl.col("text")
            .str.slice(pl.max_horizontal(pl.col("start") - 70, 0), pl.min_horizontal("start", 70))
            .alias("_before"),
            pl.col("text").str.slice(pl.col("end"), 40).alias("_after"),
        )
        .with_columns(
            pl.when(extensible & (pl.col("_language") == "es") & ~pl.col("_before").str.contains(small_word))
            .then(lead)
            .alias("_lead"),
            pl.when(extensible & (pl.col("_language") == "en")).then(tail).alias("_tail"),
        )
        .with_columns(
            (pl.col("start") - pl.col("_lead").str.len_chars().fill_null(0)).cast(pl.Int64).alias("start"),
            (
                pl.col("end")
                + pl.col("_tail").str.len_chars().fill_null(0)
                + (pl.col("_lead").str.contains(r"[\"']$").fill_null(False) & pl.col("_after").str.contains("^[\"']"))
            )
            .cast(pl.Int64)
            .alias("end"),
        )
        .drop("text", "_language", "_before", "_after", "_lead", "_tail")
    )
