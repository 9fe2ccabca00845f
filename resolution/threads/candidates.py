"""Which pairs of statements are worth comparing, so that the work grows with the statements and not with their pairs.

Whether a pair is one undertaking is decided in `matching`.
"""

from __future__ import annotations

from itertools import combinations

import polars as pl

_ANCHORS = 6  # content words of a statement, from its beginning, whose pairs are keys
_SMALL_BLOCK = 12  # all pairs of a block this small are compared
_NEIGHBOURS = 3  # in larger blocks each node is compared with the first and with so many before it


def _keys(nodes: pl.LazyFrame) -> pl.LazyFrame:
    """`node`, `order` and `key`: two nodes are compared if they share a pair of words, a program or an amount."""
    word = pl.col("_anchors").list
    pairs = [
        pl.concat_str(word.get(first, null_on_oob=True), word.get(second, null_on_oob=True), separator=" ")
        for first, second in combinations(range(_ANCHORS), 2)
    ]
    anchored = nodes.with_columns(pl.col("ordered_words").list.head(_ANCHORS).list.sort().alias("_anchors"))
    keys = pl.concat_list(
        pl.concat_list(pairs).list.drop_nulls(),
        pl.col("program_ids").list.eval("program:" + pl.element()),
        pl.col("figure_values").cast(pl.List(pl.String)).list.eval("amount:" + pl.element()),
    )
    return anchored.select("node", "order", keys.list.unique().alias("key")).explode("key").drop_nulls("key")


def candidate_pairs(nodes: pl.LazyFrame) -> pl.LazyFrame:
    """Pairs of nodes to compare: `node` and `other`, `node` the earlier by `order`, each pair once.

    In: `node`, `order` (unique, by date), `ordered_words`, `program_ids`, `figure_values`.
    """
    blocks = (
        _keys(nodes)
        .sort("key", "order")
        .with_columns(pl.len().over("key").alias("_size"))
        .filter(pl.col("_size") > 1)
        .collect()
        .lazy()
    )
    small = blocks.filter(pl.col("_size") <= _SMALL_BLOCK).select("key", "node", "order")
    within = (
        small.join(small, on="key", suffix="_other")
        .filter(pl.col("order") < pl.col("order_other"))
        .select("node", pl.col("node_other").alias("other"))
    )
    large = blocks.filter(pl.col("_size") > _SMALL_BLOCK).select("key", "node")
    first = large.select(pl.col("node").first().over("key"), pl.col("node").alias("other"))
    before = [
        large.select(pl.col("node").shift(distance).over("key"), pl.col("node").alias("other"))
        for distance in range(1, _NEIGHBOURS + 1)
    ]
    return (
        pl.concat([within, first, *before])
        .drop_nulls()
        .filter(pl.col("node") != pl.col("other"))
        .unique()
        .sort("node", "other")
    )
