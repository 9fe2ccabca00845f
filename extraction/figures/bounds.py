"""Qualifiers around a number ("more than", "al menos", "or more") and the bound they set."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words

_BOTH_NEGATED = {"more_than": "at_most", "less_than": "at_least", "at_least": "less_than", "at_most": "more_than"}


@cache
def _before(language: str) -> str:
    """A qualifier at the end of the text before a number; articles and currency may stand between."""
    phrase = alternation(words("qualifiers", language, "phrase", side="before"))
    determiner = "(?:the|a|an|its|their|another)" if language == "en" else "(?:los|las|el|la|unos|unas|otros|otras)"
    return rf"(?:^|[^\p{{L}}\p{{N}}])((?i:{phrase})) *(?:(?i:{determiner}) )?$"


@cache
def _after(language: str) -> str:
    phrase = alternation(words("qualifiers", language, "phrase", side="after"))
    return rf"^,? ?((?i:{phrase}))(?:$|[^\p{{L}}])"


def _bound(phrase: pl.Expr, language: str, side: str) -> pl.Expr:
    table = lexicon("qualifiers", language).filter(pl.col("side") == side)
    plain = phrase.str.to_lowercase().str.replace_all(" +", " ")
    return plain.replace_strict(dict(table.select("phrase", "bound").iter_rows()), default=None, return_dtype=pl.String)


def _by_language(make: dict[str, pl.Expr]) -> pl.Expr:
    return pl.when(pl.col("language") == "en").then(make["en"]).otherwise(make["es"])


def with_bounds(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Read the qualifiers next to each number.

    In: `language`, `lead` (text before number and currency), `rest` (text after the number or its unit noun). Out: plus `qualifier` (the phrase before, null where
    none), `qualifier_after` and `bound` (without ranges).
    """
    before = _by_language({each: pl.col("lead").str.extract(_before(each), 1) for each in ("en", "es")})
    after = _by_language(
        {
            each: pl.coalesce(pl.col("after").str.extract(_after(each), 1), pl.col("rest").str.extract(_after(each), 1))
            for each in ("en", "es")
        }
    )
    marked = figures.with_columns(before.alias("qualifier"), after.alias("qualifier_after"))
    first = _by_language({each: _bound(pl.col("qualifier"), each, "before") for each in ("en", "es")})
    second = _by_language({each: _bound(pl.col("qualifier_after"), each, "after") for each in ("en", "es")})
    return marked.with_columns(pl.coalesce(first, second, pl.lit("exact")).alias("bound"))
