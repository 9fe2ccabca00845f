"""The clause around a candidate head: what stands before it, after it, and who its subject could be.

Remit: context of matches, and the rules' common form. Which heads commit belongs to `english` and `spanish`.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

HEAD_COLUMNS = (
    "sentence",
    "document_id",
    "segment_id",
    "speaker",
    "speaker_role",
    "published_on",
    "sentence_start",
    "text",
    "head_start",
    "head_end",
    "clause_start",
    "verb",
    "force",
    "polarity",
    "complement",
    "voice",
    "method",
)
_REACH_BACK = 240
_REACH_AHEAD = 200


@dataclass(frozen=True)
class Rule:
    """One way of undertaking something: when it `holds`, with what `force`, and in which `voice`."""

    method: str
    holds: pl.Expr
    force: pl.Expr
    voice: str = "active"


def find_words(frame: pl.LazyFrame, words: list[str], pattern: str) -> pl.LazyFrame:
    """Every place where one of `words` stands literally and `pattern` matches from there on, one row each.

    In: any frame with `text`. Out: its columns plus `match`, `match_start`, `match_end` (code points), in the order of
    rows and places. A search for many literals at once is several times cheaper than one for a pattern.
    """
    text = pl.col("text")
    start = text.cast(pl.Binary).bin.slice(0, pl.col("_byte")).cast(pl.String).str.len_chars().cast(pl.Int64)
    match = text.str.slice(pl.col("match_start"), 70).str.extract(f"^({pattern})")
    return (
        frame.with_columns(text.str.find_many(words, leftmost=True).alias("_byte"))
        .filter(pl.col("_byte").list.len() > 0)
        .explode("_byte")
        .with_columns(start.alias("match_start"))
        .with_columns(match.alias("match"))
        .filter(pl.col("match").is_not_null())
        .with_columns((pl.col("match_start") + pl.col("match").str.len_chars().cast(pl.Int64)).alias("match_end"))
        .drop("_byte")
    )


def judged(candidates: pl.LazyFrame, rules: list[Rule]) -> pl.LazyFrame:
    """Keep the candidates for which a rule holds; the first that holds gives `method`, `force` and `voice`."""
    numbered = pl.coalesce(*(pl.when(rule.holds).then(pl.lit(index, pl.UInt8)) for index, rule in enumerate(rules)))

    def told(values: list[pl.Expr]) -> pl.Expr:
        return pl.coalesce(*(pl.when(pl.col("_rule") == index).then(value) for index, value in enumerate(values)))

    return (
        candidates.with_columns(numbered.alias("_rule"))
        .filter(pl.col("_rule").is_not_null())
        .with_columns(
            told([rule.force for rule in rules]).alias("force"),
            told([pl.lit(rule.voice) for rule in rules]).alias("voice"),
            told([pl.lit(rule.method) for rule in rules]).alias("method"),
        )
    )


def in_clause(found: pl.LazyFrame, boundary: str, opening_pronoun: str, prepositional: str) -> pl.LazyFrame:
    """Add the surroundings of each match of `find_all`.

    Out: `head_start` and `head_end` (the match without separators in front), `before` and `after` (some text on either
    side), `clause` (from the last clause boundary to the head), `clause_start`, `link` (the word that opens the clause,
    in lower case, empty for a main clause) and `core` (the clause without prepositional phrases).
    """
    separators = pl.col("match").str.len_chars() - pl.col("match").str.strip_chars_start(" ,\"'(").str.len_chars()
    head_start = pl.col("match_start") + separators.cast(pl.Int64)
    window_start = pl.max_horizontal(pl.lit(0), pl.col("match_start") - _REACH_BACK)
    before = pl.col("text").str.slice(window_start, pl.col("match_start") - window_start)
    clause = (
        pl.col("before").str.replace_all(opening_pronoun, "${1}\x1f${2}").str.split(boundary, literal=False).list.last()
    )
    opening = pl.col("before").str.head(pl.col("before").str.len_chars() - pl.col("clause").str.len_chars())
    return (
        found.with_columns(
            head_start.alias("head_start"),
            pl.col("match_end").alias("head_end"),
            before.alias("before"),
            pl.col("text").str.slice(pl.col("match_end"), _REACH_AHEAD).alias("after"),
        )
        .with_columns(clause.alias("clause"))
        .with_columns(
            pl.when(pl.col("clause").str.len_chars() < _REACH_BACK)
            .then(pl.col("match_start") - pl.col("clause").str.len_chars().cast(pl.Int64))
            .otherwise(0)
            .alias("clause_start"),
            opening.str.extract(r"(\p{L}+|[;:])$").str.to_lowercase().fill_null("").alias("link"),
            opening.str.tail(60).alias("opening"),
            pl.col("clause").str.replace_all(prepositional, "").alias("core"),
        )
    )
