"""The row of each thread: its title, its parties, its dates and where the undertaking stands.

Which statements belong together is decided before.
"""

from __future__ import annotations

import polars as pl

_COMPLETE = 0.75  # share of the content words of a middling statement that a title must have


def _most_frequent(column: str) -> pl.Expr:
    return pl.col(column).mode().sort().first()


def _status() -> pl.Expr:
    """Where the undertaking stands: its latest polarity against the others, then the most telling force."""
    dated = pl.col("polarity").sort_by("order")
    return (
        pl.when((dated.last() == "negated") & (pl.col("polarity") != "negated").any())
        .then(pl.lit("contradicted"))
        .when((pl.col("force") == "launch").any())
        .then(pl.lit("launched"))
        .when((pl.col("force") == "reaffirm").any() | (pl.col("primary_document").n_unique() > 1))
        .then(pl.lit("reaffirmed"))
        .otherwise(pl.lit("announced"))
    )


def commitment_threads(statements: pl.LazyFrame) -> pl.LazyFrame:
    """One row per thread, in the columns of `commitment_threads`.

    In: statements with `thread_id`, `order` (unique, by date), `surface`, `words`, `actors`, `topic`, `force`,
    `polarity`, `published_on`, `document_id`, `primary_document` (of near-duplicates the one that counts) and
    `primary_publisher`. Statements in near-duplicates of another document are not counted again.
    """
    middling = pl.col("words").list.len().median().over("thread_id")
    complete = pl.col("words").list.len() >= _COMPLETE * middling
    plain = pl.col("surface").str.replace_all(r"\s+", " ").str.strip_chars()
    titles = (
        statements.filter(complete)
        .select("thread_id", "order", plain.alias("title"))
        .sort("thread_id", pl.col("title").str.len_chars(), "order")
        .group_by("thread_id", maintain_order=True)
        .agg(pl.col("title").first())
    )
    in_primary = (pl.col("document_id") == pl.col("primary_document")).sum()
    return (
        statements.group_by("thread_id")
        .agg(
            pl.col("actors").explode().drop_nulls().unique().sort(),
            _most_frequent("topic"),
            pl.col("published_on").min().alias("first_stated_on"),
            pl.col("published_on").max().alias("last_stated_on"),
            # A thread that only near-duplicates state, each another passage, is stated once all the same.
            pl.max_horizontal(in_primary, 1).cast(pl.Int64).alias("statement_count"),
            pl.col("primary_document").n_unique().cast(pl.Int64).alias("document_count"),
            pl.col("primary_publisher").drop_nulls().n_unique().cast(pl.Int64).alias("publisher_count"),
            _status().alias("status"),
        )
        .join(titles, on="thread_id", how="left")
        .sort("thread_id")
    )
