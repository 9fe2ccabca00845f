"""Which numbers that no context rules out are figures: not "the two leaders", not "one", not a code without a noun."""

from __future__ import annotations

import polars as pl

from extraction.figures.nouns import without_accents
from extraction.lexicons import lexicon

_SMALL = 10
_NEAR = 30  # code points that hold the words right before a number
_THE = r"(?i:(?:^|[^\p{L}])(?:the|los|las)) $"
_POINTING = (
    r"(?i:(?:^|[^\p{L}])(?:these|those|both|our|its|their|his|her|my|your"
    r"|other|of those|estos|estas|esos|esas|aquellos|aquellas|sus|"
    r"nuestros|nuestras|ambos|ambas|otros|otras|mis|first|last|past|next|final"
    r"|top|primeros|primeras|últimos|últimas|próximos|próximas|these same"
    r"|all|todos los|todas las)) $"
)
_ADVERBIAL_LEAD = (
    r"(?i:(?:^|[^\p{L}])(?:every|each|in|within|over|after|during|before|durante"
    r"|cada|dentro de|tras|hace|después de|a los|throughout|another|about every)) $"
)
_ADVERBIAL_REST = (
    r"(?i:^ (?:ago|later|earlier|before|after|prior|from now|into|old|after"
    r"|antes|después|atrás|más tarde|a day|a week|a month|al día|per day|a la semana))(?-u:\b)"
)
_RESTRICTED = (
    r"(?i:^ (?:(?:of|in|that|who|which|from|on|along|with|de|del|en|que|con)|\p{Ll}+(?:os|as|es|les))(?:$|[^\p{L}]))"
)
_WRITTEN_LARGE = r"[,. '][0-9]{3}(?:$|[^0-9])|[\p{L}]"
_PREDICATE = (
    r"(?i:^,? (?:were|was|are|have|has|had|who|of them|died|more|others|en total"
    r"|fueron|han|murieron|más|de ellos|de ellas))(?-u:\b)"
)


def with_small_role(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Add `small_role` (anaphoric, rhetorical, null) of the head noun of small numbers. In: `high`, `noun_lemma`."""
    noun = pl.col("noun") if language == "en" else without_accents(pl.col("noun"))
    roles = dict(lexicon("small_count_nouns", language).select(noun, "role").reverse().iter_rows())
    small = pl.when(pl.col("high") <= _SMALL).then("noun_lemma")
    return numbers.with_columns(small.replace_strict(roles, default=None, return_dtype=pl.String).alias("small_role"))


def is_figure() -> pl.Expr:
    """Whether a number with its noun is a figure.

    Needs `unit_kind` (null where nothing is counted), `currency`, `percent`, `ratio`, `compound`, `high`,
    `multiplier`, `number`, `lead`, `unqualified` (lead without qualifier), `rest`, `qualified`, `small_role`,
    `head_position`, `is_range`, `is_year`, `counted_up`, `repeated`.
    """
    lead, rest, high = pl.col("unqualified").str.tail(_NEAR), pl.col("rest"), pl.col("high")
    measured = pl.col("currency").is_not_null() | pl.col("percent").is_not_null() | pl.col("ratio")
    duration = pl.col("unit_kind") == "duration"
    small = (high <= _SMALL).fill_null(False)
    the, pointing = lead.str.contains(_THE), lead.str.contains(_POINTING)
    anaphoric, rhetorical = pl.col("small_role") == "anaphoric", pl.col("small_role").is_not_null()
    restricted = (pl.col("head_position") > 0) | rest.str.contains(_RESTRICTED)
    one = (high == 1) & pl.col("number").str.contains("^[^0-9]")
    digit_one = (high == 1) & ~pl.col("known")
    one_of_time = duration & (
        pl.col("compound").is_not_null()
        | lead.str.contains(r"(?i:(?:^|[^\p{L}])(?:for|of|por|de|least|than|about|nearly|almost|plazo de)) $")
        | pl.col("qualified")
    )
    small_anaphora = small & ~duration & (
        pointing
        | (the & (high == 2))
        | (anaphoric & (high == 2))
        | (the & rhetorical & ~(restricted & anaphoric & ~pl.col("repeated")))
        | (rhetorical & ~anaphoric)
    ).fill_null(False)  # fmt: skip
    adverbial = (
        duration
        & pl.col("compound").is_null()
        & (pointing | lead.str.contains(_ADVERBIAL_LEAD) | rest.str.contains(_ADVERBIAL_REST)).fill_null(False)
    )
    # "60 Minutes" is a name, "For 80 years, …" tells when.
    titled = duration & pl.col("head").str.contains(r"^\p{Lu}\p{Ll}") & pl.col("lead").str.contains(r"\p{Ll}")
    fronted = duration & pl.col("unqualified").str.contains("(?i:^[^\\p{L}]*(?:for|por) $)") & rest.str.contains("^,")
    counted = (
        pl.col("unit_kind").is_not_null()
        & ~(titled | fronted).fill_null(False)
        & ~adverbial
        & ~small_anaphora
        & ~((one | digit_one) & ~one_of_time)
        & ~(pl.col("is_year") & ~pl.col("known"))
        & ~pl.col("counted_up")
    )
    large = (high >= 1000) & pl.col("number").str.contains(_WRITTEN_LARGE)
    predicative = (high >= 10) & pl.col("qualified") & rest.str.contains(_PREDICATE)
    bare = pl.col("unit_kind").is_null() & ~pl.col("is_year") & (large | predicative)
    return (measured | counted | bare).fill_null(False)
