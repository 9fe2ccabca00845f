"""The publisher where the source does not give it: a known one, named in web furniture or on a line of its own."""

from __future__ import annotations

import polars as pl

from ingestion import lexicon
from warehouse.reference import load

_EDGE = 4
_LONGEST_LINE = 80


def publishers_in(segments: pl.DataFrame) -> pl.DataFrame:
    """The publisher that each text names, where it does (`document`, `stated_publisher`, as written).

    A line of its own counts near the top or the end; furniture ("originally published at ...") counts anywhere.
    """
    known = lexicon.alternatives(load("publishers")["publisher"])
    from_end = pl.len().over("document") - pl.col("ordinal")
    furniture = pl.col("kind") == "boilerplate"
    at_edge = (pl.col("ordinal") < _EDGE) | (from_end <= _EDGE)
    short = pl.col("text").str.len_bytes() <= _LONGEST_LINE
    anywhere = pl.col("text").str.extract(rf"(?i)(?:^|[^\p{{L}}\p{{N}}])({known})(?:$|[^\p{{L}}\p{{N}}])")
    alone = pl.col("text").str.extract(rf"(?i)^({known})[,.:]?$")
    return (
        segments.filter(furniture | (at_edge & short))
        .with_columns(stated_publisher=pl.when(furniture).then(anywhere).otherwise(alone))
        .drop_nulls("stated_publisher")
        .sort("document", "ordinal")
        .group_by("document", maintain_order=True)
        .agg(pl.col("stated_publisher").first())
    )
