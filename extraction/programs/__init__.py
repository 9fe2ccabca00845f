"""Mentions of cooperation instruments: registered names, and names nobody registered.

Remit: from sentences to spans with the instrument each names, per document. Which discovered names are one instrument
across documents is decided in `resolution.programs`; the known names are handed in, never imported.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.headed import headed_names
from extraction.programs.names import registered_names
from extraction.programs.selection import without_overlaps


def extract_program_mentions(sentences: pl.LazyFrame, names: pl.DataFrame) -> pl.LazyFrame:
    """Every mention of an instrument, registered or discovered.

    In: the sentence frame of whole documents; `names` as `resolution.registry.program_names` makes them. Out, in
    reading order: `sentence`, `document_id`, `segment_id`, `char_start`, `char_end`, `program_id` (null when discovered),
    `candidate_name` (canonical form of a discovered instrument, else null), `kind`, `topic`, `countries` (parties named
    with a discovered instrument), `acronym` (when the text defines one), `method`.
    """
    found = pl.concat([registered_names(sentences, names), headed_names(sentences)], how="diagonal")
    place = sentences.select("sentence", "segment_id", "sentence_start")
    return (
        without_overlaps(found)
        .join(place, on="sentence")
        .select(
            "sentence",
            "document_id",
            "segment_id",
            (pl.col("sentence_start") + pl.col("start")).alias("char_start"),
            (pl.col("sentence_start") + pl.col("end")).alias("char_end"),
            "program_id",
            pl.when(pl.col("program_id").is_null()).then("name").alias("candidate_name"),
            "kind",
            pl.col("topic").fill_null("other"),
            pl.lit(None, dtype=pl.List(pl.String)).alias("countries"),
            pl.lit(None, dtype=pl.String).alias("acronym"),
            "method",
        )
        .sort("sentence", "char_start", "char_end")
    )
