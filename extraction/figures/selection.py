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


# A speaker who orders the speech: "I will make three points on housing".
_SPEAKER = (
    r"(?i:(?:^|[^\p{L}])(?:i|i'd|i'll|i've|let me|allow me|quiero|quisiera|permítanme|me gustaría|voy a|déjenme)"
    r"(?:$|[^\p{L}]))"
)
# "resettle 150 people a year for three years": the time of the figure before.
_FOR = r"(?i: (?:for|over|in each of|durante|por)(?: the)? )$"
_FIGURES_OF_TIME = ("money", "people", "visas", "count", "percent", "ratio")
# "to fewer than 100."
_TO_LEVEL = r"(?i:(?:^|[^\p{L}])(?:to|at|is|was|a|hasta|en) )$"
_IN_ALL = r"(?i:^ (?:in all|in total|altogether|en total)(?-u:\b))"
_LIMITS = ("at_least", "at_most")


def with_small_role(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Add `small_role` of the head noun of small numbers: anaphoric, rhetorical, part, structure, null.

    In: `high`, `noun_lemma`. The roles are told in the README of the lexicons.
    """
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
        | (the & rhetorical & ~(restricted & ~pl.col("repeated")))
        | (pl.col("small_role") == "rhetorical")
        | ((pl.col("small_role") == "part") & ~restricted)
        | (pl.col("small_role").is_in(["part", "structure"]) & pl.col("unqualified").str.contains(_SPEAKER))
    ).fill_null(False)  # fmt: skip
    # A limit measures ("no more than 28 days"), and so does the length of a meeting ("durante una hora").
    limit = pl.col("bound").is_in(_LIMITS)
    session = pl.col("unit").is_in(["hour", "minute"]) & lead.str.contains("(?i:durante )$")
    adverbial = (
        duration
        & pl.col("compound").is_null()
        & ~(limit | session).fill_null(False)
        & (
            pointing | _follows_a_figure() | lead.str.contains(_ADVERBIAL_LEAD) | rest.str.contains(_ADVERBIAL_REST)
        ).fill_null(False)
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
    large = (high >= 1000) & (pl.col("number").str.contains(_WRITTEN_LARGE) | (pl.col("multiplier") >= 1000))
    predicative = (high >= 10) & pl.col("qualified") & rest.str.contains(_PREDICATE)
    reached = (high >= 10) & pl.col("qualified") & lead.str.contains(_TO_LEVEL) & rest.str.contains("^(?:$|[.,;])")
    summed = (high >= 10) & rest.str.contains(_IN_ALL)
    bare = pl.col("unit_kind").is_null() & ~pl.col("is_year") & (large | predicative | reached | summed)
    return (measured | counted | bare).fill_null(False)


def _follows_a_figure() -> pl.Expr:
    """Whether a duration tells how long the figure right before it holds."""
    gap = pl.col("text").str.slice(
        pl.col("end").shift(1), pl.max_horizontal(pl.col("start") - pl.col("end").shift(1), 0)
    )
    here = pl.col("sentence").shift(1) == pl.col("sentence")
    near = (gap.str.len_chars() <= 40) & ~gap.str.contains("[.,;:]") & gap.str.contains(_FOR)
    return (here & near & pl.col("unit_kind").shift(1).is_in(_FIGURES_OF_TIME)).fill_null(False)
