"""Qualifiers around a number ("more than", "al menos", "or more") and the bound they set."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words

# "talk about 5 countries": a preposition, not an estimate.
_PREPOSITION = (
    r"(?i:(?:talk|talks|talking|talked|question|questions|speak|spoke|think"
    r"|thinking|know|hear|heard|said|say|worry|worried|"
    r"information|concern|concerns|concerned|ask|asked|asking|learn|learned"
    r"|tell|told|is all|story|stories|anything|something|much|what|"
    r"control|power|authority|vote|dispute|preside|presided|looking|bring|brought|came|come) (?:about|over|around)) "
    r"(?:the |these |those |a )?$"
)
_NEGATED = r"(?i:(?:(?:^|[^\p{L}])(?:no|not|never|cannot|nunca|ni)|n't)(?: [\p{L}]+){1,2} (?:de )?)$"
_UNDER = r"(?i:(?:^|[^\p{L}])(?:under|over|around) )$"
_UNDER_ONE = r"(?i:(?:^|[^\p{L}])under (?:an?|the|this) )$"
_LONGEST_QUALIFIER = 50  # code points, with determiner and room to spare
_WHEN_NEGATED = {"more_than": "at_most", "less_than": "at_least"}


@cache
def _before(language: str) -> str:
    """A qualifier at the end of the text before a number; a determiner may stand between."""
    phrase = alternation(words("qualifiers", language, "phrase", side="before"))
    determiner = (
        "the|a|an|its|their|another|an additional" if language == "en" else "los|las|el|la|un|una|unos|unas|otros|otras"
    )
    return rf"(?:^|[^\p{{L}}\p{{N}}])((?i:{phrase}),? *(?:(?i:{determiner}) )?)$"


@cache
def _after(language: str) -> str:
    phrase = alternation(words("qualifiers", language, "phrase", side="after"))
    return rf"^(,? ?(?i:{phrase}))(?:$|[^\p{{L}} ]| (?:$|[^dqt]|[dt][^eh]|q[^u]))"


def _bound(phrase: pl.Expr, language: str, side: str) -> pl.Expr:
    table = dict(lexicon("qualifiers", language).filter(pl.col("side") == side).select("phrase", "bound").iter_rows())
    pattern = rf"(?i:({alternation(table)}))"
    plain = phrase.str.extract(pattern, 1).str.to_lowercase().str.replace_all(" +", " ")
    return plain.replace_strict(table, default=None, return_dtype=pl.String)


def with_bounds(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Read the qualifiers next to each number.

    In: `lead` (text before number and currency sign), `after` (text after the number), `rest` (text after
    its unit), `width` (of the unit). Out: plus `bound` (without ranges), `qualified`, `unqualified` (`lead` without the
    qualifier), `qualifier_width` and `qualifier_after_width` (code points they widen the figure by).
    """
    lead, after, rest = pl.col("lead"), pl.col("after"), pl.col("rest")
    near = lead.str.tail(_LONGEST_QUALIFIER)
    qualifier = near.str.extract(_before(language), 1)
    inner = after.str.extract(_after(language), 1)
    outer = rest.str.extract(_after(language), 1)
    # "under two programs": a small count in words is not what something stays under, nor is "a $5 million fund".
    few = (pl.col("high") <= 10) & pl.col("unit_kind").is_in(["count", "visas"])
    governed = (near.str.contains(_UNDER) & few) | near.str.contains(_UNDER_ONE)
    found = numbers.with_columns(
        pl.when(~(near.str.contains(_PREPOSITION) | governed.fill_null(False))).then(qualifier).alias("_qualifier"),
        inner.alias("_inner"),
        outer.alias("_outer"),
    )
    before = _bound(pl.col("_qualifier"), language, "before")
    behind = _bound(pl.coalesce("_outer", "_inner"), language, "after")
    length = pl.col("_qualifier").str.len_chars().cast(pl.Int64).fill_null(0)
    # Right after the number a qualifier lies inside the unit's words; only what reaches past them widens the figure.
    inside = pl.col("_inner").str.len_chars().cast(pl.Int64) - pl.col("width")
    reach = pl.coalesce(pl.col("_outer").str.len_chars().cast(pl.Int64), pl.max_horizontal(inside, 0), pl.lit(0))
    negated = pl.col("unqualified").str.tail(_LONGEST_QUALIFIER).str.contains(_NEGATED)
    bound = pl.coalesce(before, behind, pl.lit("exact"))
    turned = bound.replace_strict(_WHEN_NEGATED, default=bound, return_dtype=pl.String)
    return (
        found.with_columns(lead.str.head(lead.str.len_chars() - length).alias("unqualified"))
        .with_columns(pl.when(negated & before.is_not_null()).then(turned).otherwise(bound).alias("bound"))
        .with_columns(
            (pl.col("bound") != "exact").alias("qualified"),
            length.alias("qualifier_width"),
            reach.alias("qualifier_after_width"),
        )
        .drop("_qualifier", "_inner", "_outer")
    )
