"""Frames that are used more than once in a plan."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl


def settled(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The same rows, computed now. A plan that joins a frame to something made of it would hold all its steps twice."""
    return frame.collect(engine="in-memory").lazy()


def deferred(frame: pl.LazyFrame, step: Callable[[pl.LazyFrame], pl.LazyFrame], schema: pl.Schema) -> pl.LazyFrame:
    """`step` over the whole frame as one node of the lazy plan, so that it may settle frames in between."""

    def run(rows: pl.DataFrame) -> pl.DataFrame:
        return step(rows.lazy()).collect(engine="in-memory")

    return frame.map_batches(
        run, schema=schema, predicate_pushdown=False, projection_pushdown=False, slice_pushdown=False
    )
