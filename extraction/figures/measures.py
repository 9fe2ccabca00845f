"""Measure: the shortest phrase of the text that says what a figure counts or pays for."""

from __future__ import annotations

import polars as pl

_REACH = 110
_END = r"(?:[^.;:?!()\[\]\"–—…,]|[.,][0-9])"
_MONEY = {
    "en": (
        rf"^(?:,? worth| -?dollars?)? (?:in|for|of|on|toward|towards|to support"
        rf"|to|as)(?: (?:the|an|a|additional|new))* ({_END}{{3,}})"
    ),
    "es": rf"^ (?:de|del|en|para|a|destinados a|por|como)(?: (?:la|el|los|las|un|una))* ({_END}{{3,}})",
}
_TIME = (
    r"(?i:^[$€£0-9]|^(?:the )?(?:first|second|third|fourth|last|past|next|this|end|fiscal"
    r"|FY|(?:1[89]|20)[0-9]{2}|january|february|march|april|june|july|august"
    r"|september|october|november|december|primer|segundo|últim|próxim|este año"
    r"|año)(?:$|[^\p{L}]))"
)
_CLAUSE_END = (
    r"(?i:^(.*?)(?: (?:by|through|over the|that|which|who|while|as well|since"
    r"|including|compared|during|under|with|is|are|was|were|has|have|had|will"
    r"|would|can|could|mediante|que|durante|con|desde|incluyendo|fue|fueron"
    r"|ha|han|es|son)(?-u:\b)| (?:in|en) (?:the (?:last|past|next)|FY|fiscal"
    r"|[0-9]{4}|el año)|$))"
)


def with_measure(figures: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Take the phrase that says what is counted.

    In: `unit_kind`, `rest` (text after the figure's surface), `noun_phrase` (the words from the number's
    end to its head noun, null where none). Out: plus `measure` (null where the text does not say it there).
    """
    rest = pl.col("rest").str.head(_REACH)
    paid = rest.str.extract(_MONEY[language], 1)
    modifier = rest.str.extract(rf"^( (?:of|from|for|in|to|de|del|para|en|with) {_END}{{2,}})", 1)
    counted = pl.col("noun_phrase") + pl.coalesce(modifier, pl.lit(""))
    whole = (
        pl.when(
            pl.col("unit_kind").is_in(["money", "percent", "ratio", "duration", "distance", "mass", "area", "volume"])
        )
        .then(paid)
        .otherwise(counted)
    )
    return figures.with_columns(
        whole.str.extract(_CLAUSE_END, 1)
        .str.strip_chars()
        .str.replace("^(?:of|de)(?: the| its| los| las| es[ao]s| est[ao]s)? ", "")
        .alias("measure")
    ).with_columns(
        pl.when(pl.col("measure").str.contains(_TIME) | (pl.col("measure").str.len_chars() < 2))
        .then(None)
        .otherwise("measure")
        .alias("measure")
    )
