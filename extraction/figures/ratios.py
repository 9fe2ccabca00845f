"""Ratios: doubled, twice as many, half of, two thirds, three times more, one in four, 25 per 100,000.

The words come with the candidates of `numbers`; here it is decided which of them compare amounts, and numbers that
form a ratio together are joined.
"""

from __future__ import annotations

import polars as pl

_BETWEEN_SHARES = r"(?i:^ (?:in|out of|de|por)(?: every| cada)? $)"
_PER = r"(?i:^ (?:per|for every|in every|por|por cada|de cada|de) $)"
_MULTIPLE = {
    "en": (
        r"^ (?:as|the|what|that|their|its|our|those|from|over|since|in (?:size"
        r"|number)|last|previous)(?-u:\b)|^[.,;]|^$"
    ),
    "es": r"^ (?:de|del|que|en|respecto)(?-u:\b)|^[.,;]|^$",
}
_FRACTION = {
    "en": (
        r"^ of(?-u:\b)|^ (?:the|its|their|our|all|as|for|are|were|is|was|come|came|have|had|live|lack|remain"
        r"|went)(?-u:\b)"
    ),
    "es": (
        r"^ (?:de|del|para|son|eran|fueron|es|era|fue|está|están|estaba|tiene|tienen|vive|viven|proviene|provienen)"
        r"(?:$|[^\p{L}])|^[.,;]|^$"
    ),
}
# "raised by half", "fell by a third".
_CHANGED_BY = (
    r"(?i:(?:^|[^\p{L}])(?:by|en|por)(?: (?:more than|over|about|nearly|almost|around|roughly|casi|más de))? )$"
)
_TIMES = {
    "en": (
        r"^( times) (?:as|the|more|higher|larger|greater|bigger|faster|that|what"
        r"|its|those|over|likelier|fewer|less)(?-u:\b)"
    ),
    "es": r"^( veces) (?:más|mas|mayor|mayores|superior|superiores|menos|menor|el|la|lo)(?:$|[^\p{L}])",
}
# "multiplied by four", "se ha multiplicado por diez".
_MULTIPLIED_BY = r"(?i:(?:^|[^\p{L}])(?:multiplied by|a factor of|multiplic[\p{L}]+ por|un factor de) $)"
_GROWING = {
    "en": r"(?i:(?:more than|nearly|almost|to|will|would|could|over|at least|about|roughly|has|have|had) )$",
    "es": r"(?i:(?:casi|más que|se|al menos|ha|han) )$",
}
_IDIOM = (
    r"(?i:^[ -](?:check|digit|down|standard|jeopardy|taxation|tax|edged|major|agent|tap|time|play|header|cross|whammy"
    r"|blind|click|team|nacionalidad|vía|tributación|imposición|filo|moral|sentido))"
)
_HALF_OF_TIME = {
    "en": r"(?i:(?:first|second|third|fourth|latter|last|other|next|better|my|a|the|this|each|every|per) )$",
    "es": r"(?i:(?:primera|segunda|última|otra) )$",
}
_OF_TIME = (
    r"(?i:^ (?:of|de|del) (?:(?:an?|the|el|la|un|una|este|this|last|que|viene) )*"
    r"(?:[0-9]{4}|year|century|decade|month|week|day|año|mes|siglo|semana|camino|night|season|term)(?-u:\b))"
)
_NOT_SHARED = (
    r"(?i:^ (?:years?|months?|days?|weeks?|hours?|countries|cities|states|años|meses|días|semanas|horas)(?-u:\b))"
)


def join_ratios(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Keep the candidates that are numbers or ratios, and join ratios of two numbers.

    In, in reading order: `sentence`, `text`, `start`, `end`, `value`, `multiplier`, `before`, `after`,
    `ratio_role`. Out: without words that compare nothing and without second numbers; `value`, `end` and `after` of
    joined ratios are theirs; plus `ratio` (bool).
    """
    value, following = pl.col("value"), pl.col("value").shift(-1)
    near = (pl.col("sentence").shift(-1) == pl.col("sentence")) & (pl.col("start").shift(-1) - pl.col("end") < 15)
    gap = pl.col("text").str.slice("end", pl.when(near).then(pl.col("start").shift(-1) - pl.col("end")).otherwise(0))
    plain = pl.col("ratio_role").is_null() & pl.col("ratio_role").shift(-1).is_null()
    few = (following <= 20) | ((following <= 100) & (following % 10 == 0))
    share = (
        gap.str.contains(_BETWEEN_SHARES) & (value <= 20) & few & ~pl.col("after").shift(-1).str.contains(_NOT_SHARED)
    )
    rate = gap.str.contains(_PER) & following.is_in([100.0, 1000.0, 10000.0, 100000.0, 1000000.0])
    not_percent = pl.col("number").shift(-1).str.to_lowercase() != "ciento"
    joined = (near & plain & not_percent & (value < following) & (share | rate)).fill_null(False)
    times = pl.col("after").str.extract(_TIMES[language], 1)
    multiplied = pl.col("ratio_role").is_null() & (
        times.is_not_null() | (pl.col("before").str.contains(_MULTIPLIED_BY) & (value <= 100))
    )
    extra = times.str.len_chars().cast(pl.Int64).fill_null(0)
    return (
        numbers.with_columns(
            joined.alias("_joined"), multiplied.alias("_multiplied"), extra.alias("_extra"), following.alias("_next")
        )
        .with_columns(
            pl.when("_joined").then(value / pl.col("_next")).otherwise(value).alias("value"),
            pl.when("_joined").then(1.0).otherwise("multiplier").alias("multiplier"),
            pl.when("_joined")
            .then(pl.col("end").shift(-1))
            .when("_multiplied")
            .then(pl.col("end") + pl.col("_extra"))
            .otherwise("end")
            .alias("end"),
            pl.when("_joined")
            .then(pl.col("after").shift(-1))
            .when("_multiplied")
            .then(pl.col("after").str.slice("_extra"))
            .otherwise("after")
            .alias("after"),
            (pl.col("_joined") | pl.col("_multiplied") | pl.col("ratio_role").is_not_null()).alias("ratio"),
            pl.col("_joined").shift(1, fill_value=False).alias("_second"),
        )
        .filter(~pl.col("_second") & (pl.col("ratio_role").is_null() | _compares(language)).fill_null(False))
        .drop("_joined", "_multiplied", "_extra", "_next", "_second")
    )


def _compares(language: str) -> pl.Expr:
    """Whether a ratio word compares amounts here."""
    role = pl.col("ratio_role")
    before, after = (pl.when(role.is_not_null()).then(name) for name in ("before", "after"))
    multiple = after.str.contains(_MULTIPLE[language]) | before.str.contains(_GROWING[language])
    shared = after.str.contains(_FRACTION[language]) | (
        before.str.contains(_CHANGED_BY)
        & after.str.contains(r"^(?:$|[.,;)]| (?:compared|in|since|during|from|en|desde|durante|respecto)(?-u:\b))")
    )
    fraction = shared & ~after.str.contains(_OF_TIME)
    return (
        ~before.str.contains(r"[\p{L}0-9][-–]?$")
        & ~after.str.contains(r"^\p{L}")
        & (
            (role.is_in(["verb", "fold"]) & ~after.str.contains(_IDIOM))
            | ((role == "multiple") & multiple & ~after.str.contains(_IDIOM))
            | ((role == "fraction") & fraction & ~before.str.contains(_HALF_OF_TIME[language]))
        )
    )
