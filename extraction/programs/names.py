"""Registered names: where the texts use one of the forms handed in.

Multi-pattern search over every form at once; word boundaries and the context a form asks for are checked afterwards.
Which forms exist is the registry's matter, which of two overlapping finds stands is decided in `selection`.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.classification import countries_in

_NEVER = "\x01"  # a control character, which the normal form of a text does not hold
_WORD = r"[\p{L}\p{N}]"
_PARTIES = r"(?:(?:the |la |el |los )?\p{Lu}[^ ,;.]*(?:,? and |,? y |,? e |, | )?)+"
_FEW_PARTIES = 6
_BETWEEN_PARTIES = ("agreement", "framework", "dialogue", "declaration", "body")


def registered_names(sentences: pl.LazyFrame, names: pl.DataFrame) -> pl.LazyFrame:
    """Every whole-word occurrence of a form of `names` whose context occurs in the same document.

    In: the sentence frame; `names` with `form`, `program_id`, `role`, `context`, `kind`, `topic`, `countries`. Out:
    `sentence`, `document_id`, `start`, `end` (code points into the sentence), `program_id`, `kind`, `topic`, `method`.
    """
    facts = names.lazy().select("form", "program_id", "role", "context", "kind", "topic", "countries")
    # Computed before it is read several times: the search costs more than everything after it.
    found = occurrences(sentences, names["form"].to_list()).join(facts, on="form").collect().lazy()
    return _without_other_parties(in_context(found, sentences), sentences).select(
        "sentence",
        "document_id",
        "start",
        "end",
        "program_id",
        "kind",
        "topic",
        pl.concat_str(pl.lit("registry."), "role").alias("method"),
    )


def _without_other_parties(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Drop forms that name no party where the words beside them name other parties than the program has.

    "Mobility Partnership with Kenya" is not the one that India has; a program of many countries is not asked.
    """
    text, parties = pl.col("text"), pl.col("countries").list.len()
    after = text.str.slice(pl.col("end"), 60).str.extract(
        rf"^(?: \p{{Lu}}[a-z]+){{0,2}} (?:with|between|con|entre) ({_PARTIES})", 1
    )
    before = text.str.slice(pl.max_horizontal(pl.col("start") - 40, 0), pl.min_horizontal("start", 40))
    pair = before.str.extract(r"([\p{Lu}][^ ]+[-–][\p{Lu}][^ ]+) $", 1)
    beside = countries_in(pl.concat_str(after.fill_null(""), pl.lit(" "), pair.fill_null("")))
    others = beside.list.set_difference("countries").list.len() > 0
    bilateral = parties.is_between(1, _FEW_PARTIES) & pl.col("kind").is_in(_BETWEEN_PARTIES)
    asked = found.filter(bilateral).join(sentences.select("sentence", "text"), on="sentence")
    return pl.concat([found.filter(~bilateral), asked.filter(~others).drop("text")])


def occurrences(sentences: pl.LazyFrame, forms: list[str]) -> pl.LazyFrame:
    """Whole-word occurrences of any of `forms`, overlapping ones included.

    Out: `sentence`, `document_id`, `form`, `start`, `end`. A form that begins or ends with a sign needs no boundary.
    """
    # A plain list: polars builds the automaton once for it, but once per row for an expression.
    patterns = forms or [_NEVER]
    before = pl.col("text").cast(pl.Binary).bin.slice(0, pl.col("_byte")).cast(pl.String)
    after = pl.col("text").cast(pl.Binary).bin.slice(pl.col("_byte") + pl.col("form").str.len_bytes()).cast(pl.String)
    return (
        sentences.select("sentence", "document_id", "text")
        .with_columns(pl.col("text").str.find_many(patterns, overlapping=True).alias("_byte"))
        .filter(pl.col("_byte").list.len() > 0)
        .with_columns(pl.col("text").str.extract_many(patterns, overlapping=True).alias("form"))
        .explode("_byte", "form")
        .with_columns(before.alias("_before"), after.alias("_after"))
        .filter(
            ~(pl.col("_before").str.contains(_WORD + "$") & pl.col("form").str.contains("^" + _WORD)),
            ~(pl.col("_after").str.contains("^" + _WORD) & pl.col("form").str.contains(_WORD + "$")),
        )
        .with_columns(pl.col("_before").str.len_chars().cast(pl.Int64).alias("start"))
        .with_columns((pl.col("start") + pl.col("form").str.len_chars()).alias("end"))
        .select("sentence", "document_id", "form", "start", "end")
    )


def in_context(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """The rows of `found` whose regex `context` is null or occurs somewhere in the same document."""
    asked = found.filter(pl.col("context").is_not_null()).select("document_id", "context").unique()
    met = (
        sentences.select("document_id", "text")
        .join(asked, on="document_id", how="inner")
        .filter(pl.col("text").str.contains(pl.col("context")))
        .select("document_id", "context", pl.lit(True).alias("_met"))
        .unique()
    )
    return (
        found.join(met, on=["document_id", "context"], how="left")
        .filter(pl.col("context").is_null() | pl.col("_met"))
        .drop("_met")
    )
