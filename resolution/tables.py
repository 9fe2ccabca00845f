"""All resolution together: extracted tables of all documents become the published ones."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from resolution.links import contents_of_commitments, programs_of_figures
from resolution.programs import resolve_programs
from resolution.threads import thread_commitments
from warehouse.schema import TABLES, conform

RESOLVED = ("programs", "program_mentions", "figures", "commitments", "commitment_threads")


def resolve_tables(
    extracted: Mapping[str, pl.LazyFrame], documents: pl.LazyFrame, segments: pl.LazyFrame, registry: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    """The published tables of what the texts say.

    In: what `extract_tables` gave for all documents, published `documents` and `segments`, and the registry of
    programs. Out: programs, program_mentions, figures, commitments, commitment_threads in published form.
    """
    programs, mentions = resolve_programs(extracted["program_mentions"], documents, registry)
    mentions = mentions.collect().lazy()
    figures = programs_of_figures(extracted["figures"], mentions, segments).collect().lazy()
    statements = contents_of_commitments(extracted["commitments"], mentions, figures)
    values = figures.select("figure_id", pl.coalesce("value_low", "value_high").alias("value"))
    statements = _with_figure_values(statements, values).collect().lazy()
    commitments, threads = thread_commitments(statements, documents)
    resolved = {
        "programs": programs,
        "program_mentions": mentions,
        "figures": figures,
        "commitments": commitments,
        "commitment_threads": threads,
    }
    return {name: conform(frame, TABLES[name]).collect() for name, frame in resolved.items()}


def _with_figure_values(statements: pl.LazyFrame, values: pl.LazyFrame) -> pl.LazyFrame:
    """Add `figure_values`: the values of a statement's figures, sorted, by which threads tell undertakings apart."""
    held = (
        statements.select("commitment_id", pl.col("figure_ids").alias("figure_id"))
        .explode("figure_id")
        .join(values, on="figure_id", how="inner")
        .group_by("commitment_id")
        .agg(pl.col("value").drop_nulls().sort().alias("figure_values"))
    )
    return statements.join(held, on="commitment_id", how="left", maintain_order="left").with_columns(
        pl.col("figure_values").fill_null([])
    )
