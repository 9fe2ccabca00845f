"""Discovered names that their own document shows to be another form of a name it also uses.

"Plan Regional de Respuesta (RMRP)" is what RMRP means; "the Marrakech Declaration" beside "the Marrakech Declaration on
Orderly Migration" is short for it. Names in different documents are compared in `resolution.programs`.
"""

from __future__ import annotations

import polars as pl

_FACTS = ("program_id", "name", "kind", "topic")


def linked_within_documents(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Give discovered names the instrument they stand for in their document.

    In: finds that do not overlap, with `sentence`, `document_id`, `start`, `end`, `program_id`, `name`, `kind` and
    `topic`. Out: the same rows and columns; where a name is another form, the last four come from what it stands for.
    """
    named = found.join(sentences.select("sentence", "text"), on="sentence", maintain_order="left").with_columns(
        pl.coalesce("name", pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))).alias("_form")
    )
    meant = pl.concat([_by_acronym(named), _by_beginning(named)]).unique(
        ["document_id", "_form"], keep="first", maintain_order=True
    )
    adopt = pl.col("program_id").is_null() & pl.col("_means").is_not_null()
    return (
        named.join(meant, on=["document_id", "_form"], how="left", maintain_order="left")
        .with_columns(
            pl.when(adopt).then(pl.col("_means").struct.field(fact)).otherwise(fact).alias(fact) for fact in _FACTS
        )
        .drop("text", "_form", "_means")
    )


def _by_acronym(named: pl.LazyFrame) -> pl.LazyFrame:
    """Names followed by a registered acronym in brackets."""
    acronyms = named.filter(pl.col("program_id").is_not_null()).select(
        "sentence", (pl.col("start") - 2).alias("end"), pl.struct(*_FACTS).alias("_means")
    )
    bracket = pl.col("text").str.slice(pl.col("end"), 2) == " ("
    return (
        named.filter(pl.col("program_id").is_null(), bracket)
        .join(acronyms, on=["sentence", "end"])
        .select("document_id", "_form", "_means")
        .sort("document_id", "_form")
    )


def _by_beginning(named: pl.LazyFrame) -> pl.LazyFrame:
    """Names with which exactly one longer name of the document begins."""
    forms = named.select("document_id", "_form", *_FACTS).unique(["document_id", "_form", "program_id"], keep="any")
    short = forms.filter(pl.col("program_id").is_null(), pl.col("_form").str.contains(" ")).select(
        "document_id", "_form"
    )
    full = forms.select("document_id", pl.col("_form").alias("_full"), pl.struct(*_FACTS).alias("_means"))
    meaning = pl.coalesce(pl.col("_means").struct.field("program_id"), pl.col("_means").struct.field("name"))
    return (
        short.join(full, on="document_id")
        .filter(pl.col("_full").str.starts_with(pl.concat_str("_form", pl.lit(" "))))
        .group_by("document_id", "_form")
        .agg(meaning.n_unique().alias("_meanings"), pl.col("_means").sort_by("_full").first())
        .filter(pl.col("_meanings") == 1)
        .select("document_id", "_form", "_means")
        .sort("document_id", "_form")
    )
