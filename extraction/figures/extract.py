"""Figures: every quantity the sentences state, with value, bound, unit, period and status."""

from __future__ import annotations

import polars as pl

from extraction.figures.bounds import with_bounds
from extraction.figures.exclusions import _YEAR, excluded
from extraction.figures.money import with_currency
from extraction.figures.nouns import with_head_noun
from extraction.figures.numbers import find_numbers, with_values

_BEFORE, _AFTER = 60, 110


def _with_context(numbers: pl.LazyFrame) -> pl.LazyFrame:
    start = pl.max_horizontal(pl.col("start") - _BEFORE, 0)
    return numbers.with_columns(
        pl.col("text").str.slice(start, pl.col("start") - start).alias("before"),
        pl.col("text").str.slice(pl.col("end"), _AFTER).alias("after"),
    )


def _join_ranges(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """Join the two numbers of a range into one row; the second row is dropped."""
    same = pl.col("sentence").shift(-1) == pl.col("sentence")
    next_start = pl.col("start").shift(-1)
    gap = pl.col("text").str.slice(
        pl.col("end"), pl.when(same & (next_start - pl.col("end") < 40)).then(next_start - pl.col("end")).otherwise(0)
    )
    numbers = numbers.with_columns(gap.alias("_gap"))
    plain = pl.col("_gap")
    sign = r"(?:[\p{L}]{0,3}[$€£] ?)?"
    unit = r"(?:%| ?per ?cent| percentage points?|(?: de)? [\p{L}]+)?"
    dash = plain.str.contains(rf"^{unit} ?[-–—] ?{sign}$")
    to = plain.str.contains(rf"^{unit} (?:to|or|and|a|o|y|e|u|hasta) {sign}$")
    conj = plain.str.contains(rf"^{unit} (?:and|y|e) {sign}$")
    between = pl.col("before").str.contains(rf"(?i:(?:^|[^\p{{L}}])(?:between|entre))(?: (?:los|las|el))? {sign}$")
    low = (
        pl.when(
            pl.col("multiplier").eq(1)
            & (pl.col("multiplier").shift(-1) > 1)
            & (pl.col("value") < pl.col("value").shift(-1) / pl.col("multiplier").shift(-1))
        )
        .then(pl.col("value") * pl.col("multiplier").shift(-1))
        .otherwise(pl.col("value"))
    )
    year = pl.col("number").str.contains(_YEAR)
    orr = plain.str.contains(rf"^{unit} (?:or|o|u) {sign}$")
    is_range = (
        (dash | (to & ~conj) | (conj & between))
        & (low < pl.col("value").shift(-1))
        & ~year
        & ~(plain.str.contains("^ ?[-–—]") & pl.col("before").str.contains("[0-9][-–]$"))
    )
    is_range = is_range & ~(orr & (pl.col("value").shift(-1) > low * 3))
    marked = numbers.with_columns(is_range.fill_null(False).alias("_range"), low.alias("_low"))
    return (
        marked.with_columns(
            pl.when("_range").then(pl.col("_low")).otherwise(pl.col("value")).alias("low"),
            pl.when("_range").then(pl.col("value").shift(-1)).otherwise(pl.col("value")).alias("high"),
            pl.when("_range").then(pl.col("end").shift(-1)).otherwise(pl.col("end")).alias("end"),
            pl.when("_range").then(pl.col("after").shift(-1)).otherwise(pl.col("after")).alias("after"),
            pl.col("_range").shift(1, fill_value=False).alias("_second"),
        )
        .filter(~pl.col("_second"))
        .drop("_gap", "_low", "_second")
    )


_PERCENT = (
    r"^[ -]?(%|(?:per ?cent|percent|por ?ciento|pct\.?|percentage points?|puntos porcentuales|basis points?)(?-u:\b))"
)


def extract_figures(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """All figures of the sentences."""
    numbers = _join_ranges(with_values(_with_context(find_numbers(sentences))))
    numbers = with_currency(numbers).with_row_index("key")
    keep = pl.when(pl.col("language") == "en").then(~excluded("en")).otherwise(~excluded("es"))
    numbers = with_head_noun(numbers.filter(keep.fill_null(True)))
    percent = pl.col("after").str.extract(_PERCENT, 1)
    compound = pl.col("after").str.extract(
        r"^-(year|month|week|day|hour|minute|mile|kilometer|acre|foot|ton|person|member|country|point)(?-u:\b)", 1
    )
    numbers = numbers.with_columns(percent.alias("percent"), compound.alias("compound"))
    width = (
        pl.when(pl.col("percent").is_not_null()).then(pl.col("after").str.extract(r"^([ -]?)", 1).str.len_chars() + pl.col("percent").str.len_chars())
        .when(pl.col("currency_name").is_not_null()).then(1 + pl.col("currency_name").str.len_chars())
        .when(pl.col("compound").is_not_null()).then(1 + pl.col("compound").str.len_chars())
        .when(pl.col("currency").is_null() & pl.col("head").is_not_null()).then(pl.col("head_end"))
        .otherwise(0).cast(pl.Int64)
    )  # fmt: skip
    numbers = numbers.with_columns(width.alias("width")).with_columns(
        pl.col("after").str.slice(pl.col("width")).alias("rest")
    )
    numbers = with_bounds(numbers)
    kinds = dict(
        year="duration",
        month="duration",
        week="duration",
        day="duration",
        hour="duration",
        minute="duration",
        mile="distance",
        kilometer="distance",
        foot="distance",
        acre="area",
        ton="mass",
    )
    kind = (
        pl.when(pl.col("currency").is_not_null()).then(pl.lit("money"))
        .when(pl.col("percent").is_not_null()).then(pl.lit("percent"))
        .when(pl.col("compound").is_not_null()).then(pl.col("compound").replace_strict(kinds, default="count"))
        .otherwise(pl.col("noun_kind"))
    )  # fmt: skip
    small = pl.col("high") < 10
    definite = pl.col("lead").str.contains(
        r"(?i:(?:^|[^\p{L}])(?:these|those|both|our|its|their|his|her|my|estos|estas|esos|esas|sus|nuestros|nuestras|ambos|ambas|first|last|past|next|final|every|in|within|over|after|últimos|primeros|próximos|cada|dentro de|hace)) ?(?:the |los |las )?$"
    )
    the = pl.col("lead").str.contains(r"(?i:(?:^|[^\p{L}])(?:the|los|las)) $")
    rhetorical = (
        pl.col("noun_unit").is_in(
            [
                "question",
                "thing",
                "reason",
                "way",
                "area",
                "principle",
                "side",
                "word",
                "leader",
                "point",
                "pillar",
                "time",
                "president",
                "government",
                "person",
            ]
        )
        & small
    )
    bare = kind.is_null()
    large = (pl.col("multiplier") >= 1000) | (pl.col("high") >= 1000) & ~pl.col("number").str.contains(_YEAR)
    year = pl.col("number").str.contains(_YEAR)
    duration = kind == "duration"
    adverbial = (
        duration
        & pl.col("compound").is_null()
        & (
            definite
            | pl.col("rest").str.contains(r"^ (?:ago|later|earlier|after|before)")
            | pl.col("lead").str.contains(r"(?i:hace|más de|during|durante|in|en) $")
        )
    )
    keep = (
        pl.col("currency").is_not_null()
        | pl.col("percent").is_not_null()
        | (
            ~bare
            & ~adverbial
            & ~(small & definite)
            & ~(pl.col("high").eq(1))
            & ~(the & pl.col("high").eq(2))
            & ~(small & rhetorical)
            & ~year
        )
        | (bare & large)
        | pl.col("malformed")
    )
    out = numbers.with_columns(kind.alias("unit_kind")).filter(keep.fill_null(False))
    bound = pl.when(pl.col("_range")).then(pl.lit("range")).otherwise(pl.col("bound"))
    lead_width = pl.coalesce(
        pl.col("lead").str.len_chars().cast(pl.Int64)
        - pl.col("lead").str.strip_chars_end().str.len_chars().cast(pl.Int64),
        0,
    )
    sign_width = pl.col("before").str.len_chars().cast(pl.Int64) - pl.col("lead").str.len_chars().cast(pl.Int64)
    qualifier_width = (
        pl.when(pl.col("qualifier").is_not_null())
        .then(pl.col("qualifier").str.len_chars().cast(pl.Int64) + lead_width)
        .otherwise(0)
    )
    return out.select(
        "sentence", "document_id", "segment_id",
        (pl.col("sentence_start") + pl.col("start") - sign_width - qualifier_width).alias("char_start"),
        (pl.col("sentence_start") + pl.col("end") + pl.col("width")).alias("char_end"),
        pl.when(bound.is_in(["at_most", "less_than"])).then(None).otherwise(pl.col("low")).alias("value_low"),
        pl.when(bound.is_in(["at_least", "more_than"])).then(None).otherwise(pl.col("high")).alias("value_high"),
        bound.alias("bound"),
        pl.col("unit_kind").fill_null("people"),
        pl.when(pl.col("unit_kind") == "money").then(pl.col("currency")).when(pl.col("unit_kind") == "percent").then(pl.lit("percent")).when(pl.col("compound").is_not_null()).then(pl.col("compound")).otherwise(pl.col("noun_unit")).alias("unit"),
        pl.lit(None, dtype=pl.String).alias("measure"),
        pl.lit(None, dtype=pl.String).alias("change"),
        pl.lit(None, dtype=pl.Date).alias("period_start"),
        pl.lit(None, dtype=pl.Date).alias("period_end"),
        pl.lit("reported").alias("status"),
        "speaker_role",
        pl.when("malformed").then(["malformed_number"]).otherwise(pl.lit([], dtype=pl.List(pl.String))).alias("flags"),
        pl.lit("number").alias("method"),
    )  # fmt: skip
