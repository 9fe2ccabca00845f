"""Which of several overlapping finds stands.

Longer spans win over shorter ones, registered names over discovered ones of the same length. How finds come about does
not belong here.
"""

from __future__ import annotations

import polars as pl


def without_overlaps(found: pl.LazyFrame) -> pl.LazyFrame:
    """Keep a set of finds that do not overlap, the longest first.

    In: finds with `sentence`, `start`, `end`, `program_id` (null when discovered) and `method`. A find falls when one
    that outranks it overlaps it, whether or not that one stands itself; ranks are total, so the result is unique.
    """
    rank = [
        (pl.col("start") - pl.col("end")),
        pl.col("program_id").is_null(),
        pl.col("start"),
        pl.col("method"),
        pl.col("program_id"),
        pl.col("name"),
    ]
    ranked = found.sort("sentence", *rank).unique(["sentence", "start", "end"], keep="first", maintain_order=True)
    ranked = ranked.with_row_index("_rank")
    other = ranked.select("sentence", pl.col("start").alias("_start"), pl.col("end").alias("_end"), _other="_rank")
    beaten = (
        ranked.join(other, on="sentence")
        .filter(pl.col("_other") < pl.col("_rank"), pl.col("_start") < pl.col("end"), pl.col("start") < pl.col("_end"))
        .select("_rank")
        .unique()
    )
    return ranked.join(beaten, on="_rank", how="anti", maintain_order="left").drop("_rank")
