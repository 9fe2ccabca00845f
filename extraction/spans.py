"""Spans: all matches of a pattern with their offsets, and the exact words behind an offset.

Offsets count code points. The regex engine has no look-around: consume the context and cut by group. What a match
means does not belong here.
"""

from __future__ import annotations

import polars as pl


def find_all(frame: pl.LazyFrame, pattern: str, *, text: str = "text") -> pl.LazyFrame:
    """Every match of `pattern` in the column `text`, one row each.

    In: any frame with a string column `text`. Out: its columns plus `match` (string), `match_start` and `match_end`
    (int64, code points into `text`, half open), in the order of rows and matches. Rows without a match are dropped.
    The pattern must not match the empty string. The lengths of the pieces that end in a match give the offsets.
    """
    column = pl.col(text)
    pieces = column.str.split(pattern, literal=False, inclusive=True)
    return (
        frame.filter(column.str.contains(pattern))
        .with_columns(column.str.extract_all(pattern).alias("match"), pieces.alias("_pieces"))
        .with_columns(
            pl.col("_pieces")
            .list.head(pl.col("match").list.len())
            .list.eval(pl.element().str.len_chars().cum_sum())
            .cast(pl.List(pl.Int64))
            .alias("match_end")
        )
        .drop("_pieces")
        .explode("match", "match_end")
        .with_columns((pl.col("match_end") - pl.col("match").str.len_chars().cast(pl.Int64)).alias("match_start"))
    )


def with_surface(rows: pl.LazyFrame, segments: pl.LazyFrame) -> pl.LazyFrame:
    """Add the exact words of each row's span.

    In: `rows` with `segment_id`, `char_start`, `char_end` (document offsets inside that segment) and the published
    `segments`. Out: `rows` plus `surface`.
    """
    source = segments.select(
        "segment_id", pl.col("char_start").alias("_segment_start"), pl.col("text").alias("_source")
    )
    return (
        rows.join(source, on="segment_id", how="left", maintain_order="left")
        .with_columns(
            pl.col("_source")
            .str.slice(pl.col("char_start") - pl.col("_segment_start"), pl.col("char_end") - pl.col("char_start"))
            .alias("surface")
        )
        .drop("_segment_start", "_source")
    )
