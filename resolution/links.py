"""Links between rows of the same text: the programs and figures that a commitment or figure goes with.

Which words name the same program in different texts does not belong here.
"""

from __future__ import annotations

import polars as pl

# A figure and a program further apart than this are rarely part of the same clause.
_LONGEST_GAP = 150


def programs_of_figures(figures: pl.LazyFrame, mentions: pl.LazyFrame, segments: pl.LazyFrame) -> pl.LazyFrame:
    """Add `program_ids`: programs named in the same clause as the figure, sorted.

    In: extracted `figures` with `sentence_start`, resolved `mentions`, published `segments`. The same clause is the
    same sentence with no semicolon and at most 150 code points between the two.
    """
    pairs = _pairs(
        figures.select("figure_id", "document_id", "segment_id", "sentence_start", "char_start", "char_end"), mentions
    )
    gap_start = pl.min_horizontal("char_end", "char_end_mention")
    gap_end = pl.max_horizontal("char_start", "char_start_mention")
    texts = segments.select("segment_id", pl.col("char_start").alias("_segment_start"), "text")
    between = pl.col("text").str.slice(gap_start - pl.col("_segment_start"), pl.max_horizontal(gap_end - gap_start, 0))
    linked = (
        pairs.filter(gap_end - gap_start <= _LONGEST_GAP)
        .join(texts, on="segment_id", how="left")
        .filter(~between.str.contains(";", literal=True))
    )
    return _with_list(figures, linked, key="figure_id", member="program_id", name="program_ids")


def contents_of_commitments(commitments: pl.LazyFrame, mentions: pl.LazyFrame, figures: pl.LazyFrame) -> pl.LazyFrame:
    """Add `program_ids` and `figure_ids`: the programs and figures whose words lie inside the commitment, sorted."""
    spans = commitments.select("commitment_id", "document_id", "segment_id", "char_start", "char_end")
    inside = (pl.col("char_start_mention") >= pl.col("char_start")) & (pl.col("char_end_mention") <= pl.col("char_end"))
    programs = _pairs(spans, mentions).filter(inside)
    held_figures = _pairs(
        spans, figures.select("document_id", "segment_id", "char_start", "char_end", "figure_id")
    ).filter(inside)
    with_programs = _with_list(commitments, programs, key="commitment_id", member="program_id", name="program_ids")
    return _with_list(with_programs, held_figures, key="commitment_id", member="figure_id", name="figure_ids")


def _pairs(rows: pl.LazyFrame, others: pl.LazyFrame) -> pl.LazyFrame:
    """Every row beside every other row of its sentence where both sides know it, else of its segment."""
    keys = ["document_id", "segment_id"]
    if "sentence_start" in rows.collect_schema():
        keys.append("sentence_start")
    kept = [name for name in ("program_id", "figure_id") if name in others.collect_schema()]
    return rows.join(others.select(*keys, "char_start", "char_end", *kept), on=keys, how="inner", suffix="_mention")


def _with_list(rows: pl.LazyFrame, pairs: pl.LazyFrame, *, key: str, member: str, name: str) -> pl.LazyFrame:
    lists = pairs.group_by(key).agg(pl.col(member).unique().sort().alias(name))
    return rows.join(lists, on=key, how="left", maintain_order="left").with_columns(pl.col(name).fill_null([]))
