"""The parties that act in the clause of a figure.

Who undertakes a commitment is decided in `commitments`: a figure's clause need not undertake anything.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.meaning import actor_groups, sentences_around
from extraction.actors.text import any_of, between, contains
from extraction.lexicons import LANGUAGES

_AGENT = ("by", "por")


def actors_of_figures(figures: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Add the parties that act in the same clause as each figure.

    In: rows with `sentence`, `char_start`, `char_end` (document offsets) and the sentence frame of the same documents.
    Out: the same rows in the same order plus `actors` (sorted list of parties, empty when the clause names none): the
    nearest mention before the figure that can be the clause's subject, or the agent of a passive after it.
    """
    columns = list(figures.collect_schema())
    rows = figures.with_row_index("row")
    groups, _ = actor_groups(sentences_around(sentences, rows.select("sentence").unique()))
    position = (pl.col("char_start") - pl.col("sentence_start")).alias("_at")
    gap = between(pl.col("end"), pl.col("_at"))
    relative = {language: rf",? {any_of('relative', language)} " for language in LANGUAGES}
    antecedent = {language: rf"^{pattern}[^,;:]*$" for language, pattern in relative.items()}
    subject = (pl.col("end") <= pl.col("_at")) & (
        (pl.col("position") == "open")
        & ~pl.col("owns")
        & ~gap.str.contains(";", literal=True)
        & ~contains(gap, relative)
        | ~pl.col("owns") & contains(gap, antecedent)
    )
    agent = (
        (pl.col("start") >= pl.col("_at"))
        & pl.col("word_before").is_in(_AGENT).fill_null(False)
        & ~between(pl.col("_at"), pl.col("start")).str.contains(r"[,;:]")
    )
    found = (
        rows.join(sentences.select("sentence", "sentence_start"), on="sentence")
        .select("row", "sentence", position)
        .join(groups, on="sentence")
        .with_columns(pl.when(agent).then(0).when(subject).then(1).alias("_rank"))
        .filter(pl.col("_rank").is_not_null() & (pl.col("parties").list.len() > 0))
        .sort("row", "_rank", (pl.col("start") - pl.col("_at")).abs(), "start")
        .group_by("row", maintain_order=True)
        .agg(pl.col("parties").first().alias("actors"))
    )
    return (
        rows.join(found, on="row", how="left", maintain_order="left")
        .with_columns(pl.col("actors").fill_null([]))
        .select(*columns, "actors")
    )
