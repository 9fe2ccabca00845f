"""Which of the numbers are times themselves, and which phrase of time a figure is stated for.

The phrases come from `extraction.periods`; this module only decides what they belong to.
"""

from __future__ import annotations

import polars as pl

from extraction.periods import find_periods

_REACH = 130  # code points between a figure and the phrase of time that follows it
_FRONTED = r"^[ \"'(•*–—-]*(?:(?:And|But|So|Y|Pero|Also|In fact|Then),? )?$"
# Verbs of saying and starting: the time is that of the announcement, not of the amount.
_ANNOUNCED = (
    r"(?i:(?:^|[^\p{L}])(?:announced?|announcing|projected|forecast|expected|launched|signed|unveiled|released|began|started|established|adopted|issued"
    r"|enacted|met|held|released|dated|published|passed|founded|anunci[oóa]d?[oa]?|anunciaron|firm[oó]|firmado|inici[oó]|public[oó]|publicado|adoptad[oa]|lanzad[oa])) $"
)
# The base of a comparison is no period of the figure ("more than in 2022").
_COMPARED = r"(?i:(?:^|[^\p{L}])(?:than|that of|compared to|compared with|relative to|versus|que|frente a|respecto a|respecto de|comparación con|in the|that in) $)"
_CLAUSE = r"[;:]|, (?:which|who|when|where|while|but|and (?:the|we|it|they|he|she)|y (?:el|la|los|las|se)|pero|mientras|cuando|lo que)(?-u:\b)"
_KINDS = (
    "since",
    "until",
    "between",
    "deadline",
    "year",
    "fiscal_year",
    "quarter",
    "month",
    "decade",
    "relative",
    "date",
)


def outside_times(numbers: pl.LazyFrame, times: pl.LazyFrame) -> pl.LazyFrame:
    """Drop the numbers that are part of a phrase of time ("May 12", "the past three years").

    In: `key`, `sentence`, `start`, `end`, `currency`, `percent`; the frame of `find_periods` over the same sentences.
    """
    spans = times.select("sentence", pl.col("start").alias("_time_start"), pl.col("end").alias("_time_end"))
    inside = (
        numbers.select("key", "sentence", "start", "end")
        .join(spans, on="sentence")
        .filter((pl.col("start") >= pl.col("_time_start")) & (pl.col("start") < pl.col("_time_end")))
        .select("key")
        .unique()
    )
    return numbers.join(inside, on="key", how="anti", maintain_order="left")


def times_of(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """All phrases of time in the sentences of the numbers."""
    sentences = numbers.select("sentence", "language", "published_on", "publisher_party", "text").unique(
        subset="sentence", keep="first", maintain_order=True
    )
    return find_periods(sentences)


def with_periods(figures: pl.LazyFrame, times: pl.LazyFrame) -> pl.LazyFrame:
    """Attach to each figure the period its clause states.

    A phrase at the head of the sentence holds for all its figures; one after a figure for the nearest figures before
    it, up to the next clause; one right before it for that figure. In: `key`, `sentence`, `text`, `start`, `end`. Out:
    plus `period_start`, `period_end`.
    """
    dated = times.filter(
        pl.col("kind").is_in(_KINDS) & (pl.col("period_start").is_not_null() | pl.col("period_end").is_not_null())
    ).select(
        "sentence",
        pl.col("start").alias("_from"),
        pl.col("end").alias("_to"),
        "surface",
        "kind",
        "period_start",
        "period_end",
    )
    text = pl.col("text")
    next_start = pl.when(pl.col("sentence").shift(-1) == pl.col("sentence")).then(pl.col("start").shift(-1))
    pairs = figures.select("key", "sentence", "text", "start", "surface_end", next_start.alias("_next")).join(
        dated, on="sentence", maintain_order="left"
    )
    before_time = text.str.slice(pl.max_horizontal(pl.col("_from") - 25, 0), pl.min_horizontal("_from", 25))
    after_time = text.str.slice(pl.col("_to"), 20)
    follows = pl.col("_from") >= pl.col("surface_end")
    gap = (
        pl.when(follows)
        .then(text.str.slice("surface_end", pl.max_horizontal(pl.col("_from") - pl.col("surface_end"), 0)))
        .otherwise(text.str.slice("_to", pl.max_horizontal(pl.col("start") - pl.col("_to"), 0)))
    )
    plain = pl.col("kind").is_in(["year", "month", "date", "fiscal_year"])
    bare = (
        plain
        & pl.col("surface").str.contains(r"(?i:^(?:the )?(?:\p{Lu}|[0-9]|fy))")
        & ~pl.col("surface").str.contains(
            "(?i:^(?:in|on|during|since|by|en|durante|this|last|next|el|este|fiscal|FY|over|throughout|entre|between|from|desde|through|until|within|for|para|hasta|a partir|al) ?)"
        )
    )
    attributive = bare | pl.col("surface").str.contains("(?i:^(?:of|de|del) )")
    fronted = text.str.head(pl.col("_from")).str.contains(_FRONTED)
    same_clause = ~gap.str.contains(_CLAUSE) & (gap.str.len_chars() <= _REACH)
    compared = before_time.str.contains(_COMPARED) | pl.col("surface").str.contains(
        "(?i:^from (?:last|the (?:previous|prior|same)|a year))"
    )
    today = pl.col("surface").str.contains("(?i:^(?:today|tonight|hoy|yesterday|tomorrow|ayer)$)")
    usable = ~before_time.str.contains(_ANNOUNCED) & ~today & ~attributive & ~compared
    directly_before = ~follows & (gap.str.len_chars() <= 40) & ~gap.str.contains("[;:.,]")
    rank = (
        pl.when(follows & same_clause & ~(pl.col("_next") < pl.col("_from")).fill_null(False)).then(gap.str.len_chars().cast(pl.Int64))
        .when(~follows & fronted).then(1000)
        .when(directly_before).then(500 + gap.str.len_chars().cast(pl.Int64))
    )  # fmt: skip
    best = (
        pairs.filter(usable)
        .with_columns(rank.alias("_rank"))
        .filter(pl.col("_rank").is_not_null())
        .sort("key", "_rank", "_from", maintain_order=True)
        .unique(subset="key", keep="first", maintain_order=True)
        .select("key", "period_start", "period_end")
    )
    return figures.join(best, on="key", how="left", maintain_order="left")
