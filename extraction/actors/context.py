"""The words around a mention: what stands before it, whether it owns what follows, which mentions are coordinated.

Whom a mention means does not belong here.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.text import any_of, between, by_language, contains, until
from extraction.lexicons import LANGUAGES, words

_LONGEST_GAP = 60
_NUMBERING = r"^[^\p{L}\p{N}]*[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]? +(?:\p{L}{1,3} )?$"


def with_position(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Add where a mention stands in its clause.

    Out: the mentions plus `word_before` (the word or sign before it and its determiners; null at the start),
    `position` (open: where a subject can stand; prepositional; former: a person no longer in office; inner: after
    another word) and `owns` (a possessive: "Mexico's", "our").
    """
    determiner = {language: any_of("determiner", language) for language in LANGUAGES}
    word_before = by_language(
        {
            language: until(pl.col("start")).str.extract(
                rf"([\p{{L}}\p{{N}}.'%]+|[^\s\p{{L}}\p{{N}}])\s*(?:{determiner[language]} +)*$"
            )
            for language in LANGUAGES
        }
    )
    is_role = {
        role: by_language(
            {
                language: pl.col("word_before").is_in(words("actor_context", language, role=role))
                for language in LANGUAGES
            }
        )
        for role in ("former", "preposition", "conjunction", "determiner", "speech", "addressing")
    }
    return mentions.with_columns(word_before.alias("word_before")).with_columns(
        pl.when(is_role["former"])
        .then(pl.lit("former"))
        .when(is_role["preposition"])
        .then(pl.lit("prepositional"))
        .when(
            pl.col("word_before").is_null()
            | until(pl.col("start"), 12).str.contains(_NUMBERING)
            | is_role["conjunction"]
            | is_role["determiner"]
            | (is_role["speech"] & ~is_role["addressing"])
            | ~pl.col("word_before").str.contains(r"[\p{L}\p{N}]")
        )
        .then(pl.lit("open"))
        .otherwise(pl.lit("inner"))
        .alias("position"),
        (
            pl.col("first_type").is_in(["our", "possessive"]) & (pl.col("first_type") == pl.col("last_type"))
            | pl.col("text").str.slice(pl.col("end"), 2).str.contains(r"^'(?:s|$| )")
        ).alias("owns"),
    )


def with_coordination(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Number the mentions that are coordinated with each other: `group`, unique in the frame.

    "A and B", "A, B and C", "A's and B's". A comma alone joins only inside a list that ends in a conjunction. What a
    preposition governs is not joined to a new clause: "In Mexico, the United States ...", "to Mexico, and we ...". In
    "Mali and its partners" the owner is not another actor.
    """
    near = pl.col("start") - pl.col("_end_before") <= _LONGEST_GAP
    gap = pl.when(near).then(between(pl.col("_end_before"), pl.col("start")))
    determiner = {language: any_of("determiner", language) for language in LANGUAGES}
    conjunction = {
        language: rf"^(?:'s?)?,? {any_of('coordination', language)} (?:(?:of|with|to|by|del?|con|a|por) )?"
        rf"(?:{determiner[language]} )*$"
        for language in LANGUAGES
    }
    comma = {language: rf"^(?:'s?)?, (?:{determiner[language]} )*$" for language in LANGUAGES}
    governed = pl.col("_position_before") == "prepositional"
    opening = {
        language: rf"(?i)(?:^|[,;:—–(] *)(?:(?:and|but|y|pero) )?{any_of('preposition', language)}(?: [^,;:]*)?$"
        for language in LANGUAGES
    }
    fronted = governed & contains(until(pl.col("_start_before"), 120), opening)
    listed = (
        pl.col("_link").is_in(["and", "comma"])
        & (pl.col("_list_ends") == "and")
        & (pl.col("owns") | ~pl.col("_owns_before"))
        & ~(pl.col("first_type").is_in(["our", "possessive"]) & pl.col("owns") & ~pl.col("_owns_before"))
    )
    new_clause = governed & (
        (pl.col("first_type") == "we")
        | (pl.col("first_type") == "pronoun")
        | (gap.str.starts_with(",") & (pl.col("_link") == "and") & (pl.col("_link_before") != "comma"))
    )
    same = pl.col("sentence") == pl.col("sentence").shift(1)
    before = {
        "_start_before": "start",
        "_end_before": "end",
        "_position_before": "position",
        "_owns_before": "owns",
    }
    return (
        mentions.with_columns(
            pl.when(same).then(pl.col(column).shift(1)).alias(name) for name, column in before.items()
        )
        .with_columns(
            pl.when(contains(gap, conjunction))
            .then(pl.lit("and"))
            .when(contains(gap, comma) & ~fronted.fill_null(False))
            .then(pl.lit("comma"))
            .otherwise(pl.lit("none"))
            .alias("_link")
        )
        .with_columns(
            # The first mention of every sentence has no link, so that no list runs on into the next sentence.
            pl.when(pl.col("_link") != "comma").then("_link").backward_fill().alias("_list_ends"),
            pl.col("_link").shift(1, fill_value="none").alias("_link_before"),
        )
        .with_columns((listed & ~new_clause.fill_null(False)).fill_null(False).not_().cum_sum().alias("group"))
        .drop(*before, "_link", "_list_ends", "_link_before")
    )
