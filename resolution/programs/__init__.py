"""Mentions to programs: which names mean one instrument, across documents and languages.

Remit: permanent ids for discovered names and the table of programs with what is known of each. Finding the mentions
belongs to `extraction.programs`, what is known beforehand to `resolution.registry`.
"""

from __future__ import annotations

import polars as pl

from resolution.programs.clusters import cluster_names


def resolve_programs(
    mentions: pl.LazyFrame, documents: pl.LazyFrame, registry: pl.DataFrame
) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """The programs named in a corpus, and the mentions with the program each names.

    In: `mentions` of all documents as `extraction.programs.extract_program_mentions` makes them; published `documents`
    (`document_id`, `published_on`, `near_duplicate_of`); `registry` as `resolution.registry.programs` reads it. Out:
    programs as published, without those nobody mentions; `mentions` with `program_id` and `kind` filled for every row.
    """
    mentions = mentions.with_columns(_scope().alias("_scope"))
    clusters = _candidates(mentions, documents).map_batches(
        lambda candidates: cluster_names(candidates, registry), schema=_CLUSTERED
    )
    linked = (
        mentions.join(
            clusters.select("candidate_name", pl.col("scope").alias("_scope"), pl.col("program_id").alias("_cluster")),
            on=["candidate_name", "_scope"],
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.coalesce("program_id", "_cluster").alias("program_id"))
        .drop("_cluster", "_scope")
    )
    described = _descriptions(linked, clusters, registry)
    programs = _counts(linked, documents).join(described, on="program_id", how="inner")
    kinds = described.select("program_id", pl.col("kind").alias("_kind"))
    resolved = (
        linked.join(kinds, on="program_id", how="left", maintain_order="left")
        .with_columns(pl.coalesce("_kind", "kind").alias("kind"))
        .drop("_kind")
    )
    return programs, resolved


_CLUSTERED = pl.Schema(
    dict.fromkeys(("candidate_name", "scope", "program_id", "name", "name_es"), pl.String()),
)
# Descriptions of fewer words than this ("working group on migration") may mean another body in another document.
_WORDS_OF_ITS_OWN = 7


def _scope() -> pl.Expr:
    """The document outside which a name means nothing certain; empty for names that stand by themselves."""
    short = pl.col("candidate_name").str.count_matches(" ") + 1 < _WORDS_OF_ITS_OWN
    described = pl.col("method").str.starts_with("description")
    return pl.when(short & described).then("document_id").otherwise(pl.lit(""))


def _candidates(mentions: pl.LazyFrame, documents: pl.LazyFrame) -> pl.LazyFrame:
    """Each discovered name once: `candidate_name`, `scope`, `acronyms`, `first_mentioned_on`, `mention_count`."""
    return (
        mentions.filter(pl.col("program_id").is_null())
        .join(documents.select("document_id", "published_on"), on="document_id", how="left")
        .group_by("candidate_name", pl.col("_scope").alias("scope"))
        .agg(
            pl.col("acronym").drop_nulls().unique().sort().alias("acronyms"),
            pl.col("published_on").min().alias("first_mentioned_on"),
            pl.len().alias("mention_count"),
        )
        .sort("candidate_name", "scope")
    )


def _descriptions(linked: pl.LazyFrame, clusters: pl.LazyFrame, registry: pl.DataFrame) -> pl.LazyFrame:
    """What is known of each program: registered facts, or what most mentions of a candidate say."""
    registered = registry.lazy().select(
        "program_id",
        "name",
        "name_es",
        "kind",
        "topic",
        "countries",
        "lead_organisations",
        pl.lit("registered").alias("registry_status"),
    )
    names = clusters.join(registered.select("program_id"), on="program_id", how="anti").select(
        "program_id", "name", "name_es"
    )
    said = linked.join(names.unique(), on="program_id", how="inner")
    candidates = (
        said.group_by("program_id", "name", "name_es")
        .agg(
            _most_frequent("kind"),
            _most_frequent("topic"),
            pl.col("countries").explode().drop_nulls().unique().sort().alias("countries"),
            pl.lit([], dtype=pl.List(pl.String)).alias("lead_organisations"),
        )
        .with_columns(pl.lit("candidate").alias("registry_status"))
    )
    return pl.concat([registered, candidates], how="vertical")


def _most_frequent(column: str) -> pl.Expr:
    """The most frequent value; of equally frequent ones the first in alphabetical order."""
    return pl.col(column).drop_nulls().mode().min()


def _counts(linked: pl.LazyFrame, documents: pl.LazyFrame) -> pl.LazyFrame:
    """When and how often each program is named; near-duplicate documents count as one document."""
    dates = documents.select(
        "document_id", "published_on", pl.coalesce("near_duplicate_of", "document_id").alias("_text")
    )
    return (
        linked.join(dates, on="document_id", how="left")
        .group_by("program_id")
        .agg(
            pl.col("published_on").min().alias("first_mentioned_on"),
            pl.col("published_on").max().alias("last_mentioned_on"),
            pl.len().cast(pl.Int64).alias("mention_count"),
            pl.col("_text").n_unique().cast(pl.Int64).alias("document_count"),
        )
    )
