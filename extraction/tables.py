"""All extraction together: documents and segments become figures, program mentions and commitments.

This is the one function that runs unchanged on five documents in process and on shards of a dump elsewhere. Rows
depend on their own document only. Programs and threads across documents are resolution's business.
"""

from __future__ import annotations

import polars as pl

from extraction.actors import actors_of_figures, attach_actors
from extraction.commitments import extract_commitments
from extraction.figures import extract_figures
from extraction.programs import extract_program_mentions
from extraction.sentences import split_sentences
from extraction.spans import with_surface
from warehouse.identifiers import identifier

EXTRACTED = ("figures", "program_mentions", "commitments")

_SPAN = (pl.col("document_id"), pl.col("char_start"), pl.col("char_end"))


def extract_tables(documents: pl.LazyFrame, segments: pl.LazyFrame, names: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The extracted tables of some documents.

    In: published `documents` and `segments` of the same documents, and the registry's `names` of programs. Out, by
    table name: the published columns that a single document can tell, with `figure_id`, `mention_id` and
    `commitment_id`, `surface`, and `sentence_start` and `sentence_end` (document offsets of the sentence). Mentions
    carry `program_id` only where it is registered, else the description of a candidate.
    """
    sentences = split_sentences(documents, segments).collect().lazy()
    # Each stage is computed before the next one reads it: as one plan, a stage would run once for each of its readers.
    figures = actors_of_figures(_computed(extract_figures(sentences)), sentences)
    mentions = extract_program_mentions(sentences, names)
    commitments = attach_actors(_computed(extract_commitments(sentences)), sentences)
    bounds = sentences.select(
        "sentence",
        "sentence_start",
        (pl.col("sentence_start") + pl.col("text").str.len_chars()).alias("sentence_end"),
    )
    plans = {
        "figures": _finished(figures, segments, bounds, "figure_id", "fig_"),
        "program_mentions": _finished(mentions, segments, bounds, "mention_id", "men_"),
        "commitments": _finished(commitments, segments, bounds, "commitment_id", "com_"),
    }
    return {name: plan.collect() for name, plan in plans.items()}


def _computed(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.collect().lazy()


def _finished(rows: pl.LazyFrame, segments: pl.LazyFrame, bounds: pl.LazyFrame, key: str, prefix: str) -> pl.LazyFrame:
    """Rows with id, exact words and the bounds of their sentence; one row for each span."""
    return (
        with_surface(rows, segments)
        .join(bounds, on="sentence", how="left", maintain_order="left")
        .drop("sentence")
        .unique(subset=["document_id", "char_start", "char_end"], keep="first", maintain_order=True)
        .with_columns(identifier(prefix, *_SPAN).alias(key))
        .sort("document_id", "char_start", "char_end")
    )
