"""Ratios in words: doubled, twice as many, half of, two thirds, three times more, one in four, 25 per 100,000."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, alternation, lexicon, words
from extraction.spans import find_all

# What must follow a word for it to compare amounts; verbs and "-fold" always do.
_FOLLOW = {
    "en": {
        "multiple": r"^ (?:as|the|what|that|their|its|our|those|from|over|since|in (?:size|number)|last|previous)(?-u:\b)|^[.,;]|^$",
        "fraction": r"^ of(?-u:\b)|^ (?:the|its|their|our|all|as)(?-u:\b)",
        "times": r"^ (?:as|the|more|higher|larger|greater|bigger|faster|that|what|its|those|over|likelier|fewer|less)(?-u:\b)",
    },
    "es": {
        "multiple": r"^ (?:de|del|que|en|respecto)(?-u:\b)|^[.,;]|^$",
        "fraction": r"^ (?:de|del)(?-u:\b)|^[.,;]|^$",
        "times": r"^ (?:más|mas|mayor|mayores|superior|superiores|menos|menor|el|la|lo)(?:$|[^\p{L}])",
    },
}
_IDIOM = {
    "en": r"(?i:^[ -](?:check|digit|down|standard|jeopardy|taxation|tax|edged|major|agent|tap|dutch|time|play|header|cross|whammy|blind|click|team))(?-u:\b)",
    "es": r"(?i:^ (?:nacionalidad|vía|tributación|imposición|filo|moral|sentido|de año|de mes|de semana|de siglo|de camino))(?-u:\b)",
}
_HALF_OF_TIME = r"(?i:(?:first|second|latter|last|primera|segunda|other|next|better|my|a|the)) $"
_OF_TIME = r"^ (?:of|de|del) (?:(?:the|el|la|este|this|last|que|viene) )*(?:[0-9]{4}|year|century|decade|month|week|day|año|mes|siglo|semana|night|season|term|game)(?-u:\b)"


@cache
def _number(language: str) -> str:
    return rf"(?:[0-9]+(?:[.,][0-9]+)*|{alternation(words('number_words', language, role='unit') + words('number_words', language, role='teen') + words('number_words', language, role='ten'))})"


@cache
def _pattern(language: str) -> str:
    word = alternation(words("ratio_words", language))
    number = _number(language)
    if language == "en":
        compared = rf"{number} (?:in|out of)(?: every)? {number}|{number} times"
        per = r"[0-9]+(?:[.,][0-9]+)* (?:per|for every|in every) (?:100,000|10,000|1,000|100 000|1000|million|thousand|hundred thousand)"
    else:
        compared = rf"{number} (?:de|por) cada {number}|{number} veces"
        per = (
            r"[0-9]+(?:[.,][0-9]+)* por(?: cada)? (?:100,000|100\.000|100 mil|10 mil|1,000|1\.000|mil|cien mil|millón)"
        )
    return rf"(?i:(?-u:\b)(?:{per}|{compared}|{word})(?-u:\b))"


def _value(text: pl.Expr, language: str) -> pl.Expr:
    numbers = {row["word"]: float(row["value"]) for row in lexicon("number_words", language).iter_rows(named=True)}
    scales = {
        "100,000": 1e5,
        "100.000": 1e5,
        "100 000": 1e5,
        "100 mil": 1e5,
        "cien mil": 1e5,
        "hundred thousand": 1e5,
        "10,000": 1e4,
        "10 mil": 1e4,
        "1,000": 1e3,
        "1.000": 1e3,
    }
    low = text.str.to_lowercase()
    return pl.coalesce(
        low.replace_strict(scales, default=None, return_dtype=pl.Float64),
        low.replace_strict(numbers, default=None, return_dtype=pl.Float64),
        low.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False),
    )


def find_ratios(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """All ratios in words.

    In: the sentence frame. Out: its columns plus `number` (the words), `start`, `end`, `value` (0.5 for half, 2 for
    twice, 0.25 for one in four) and `ratio_change` (increase, decrease or null, from the verb).
    """
    frames = [_in_language(sentences, language) for language in LANGUAGES]
    return pl.concat(frames)


def _in_language(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    table = (
        lexicon("ratio_words", language)
        .lazy()
        .select(
            pl.col("word").alias("_word"),
            pl.col("value").cast(pl.Float64).alias("_word_value"),
            "role",
            pl.col("change").alias("ratio_change"),
        )
    )
    found = find_all(sentences.filter(pl.col("language") == language), _pattern(language)).rename(
        {"match": "number", "match_start": "start", "match_end": "end"}
    )
    after = pl.col("text").str.slice(pl.col("end"), 40)
    before = pl.col("text").str.slice(pl.max_horizontal(pl.col("start") - 30, 0), pl.min_horizontal("start", 30))
    separator = r"(?i:^(.+?) (?:in|out of|in every|out of every|per|for every|de cada|por cada|por)(?: every)? (.+)$)"
    groups = pl.col("number").str.extract_groups(separator)
    first, second = (_value(groups.struct.field(name), language) for name in ("1", "2"))
    times = _value(pl.col("number").str.extract(r"(?i:^(.+) (?:times|veces)$)", 1), language)
    follow = _FOLLOW[language]
    growing = before.str.contains(
        r"(?i:(?:more than|nearly|almost|to|will|would|could|over|at least|about|roughly|has|have|had|casi|más que|se|a) )$"
    )
    accepted = (
        ((pl.col("role").is_in(["verb", "fold"])) & ~after.str.contains(_IDIOM[language]))
        | (
            (pl.col("role") == "multiple")
            & (after.str.contains(follow["multiple"]) | growing)
            & ~after.str.contains(_IDIOM[language])
        )
        | (
            (pl.col("role") == "fraction")
            & after.str.contains(follow["fraction"])
            & ~after.str.contains(_OF_TIME)
            & ~before.str.contains(_HALF_OF_TIME)
        )
        | (times.is_not_null() & after.str.contains(follow["times"]))
        | (
            (first < second)
            & (
                (first <= 20) & ((second <= 20) | (second % 10 == 0)) & (second <= 100)
                | pl.col("number").str.contains("(?i:per|por|every) ")
            )
            & ~after.str.contains(
                r"(?i:^ (?:years|months|days|weeks|hours|minutes|countries|cities|states|años|meses|días|semanas|horas))(?-u:\b)"
            )
        )
    )
    value = pl.coalesce("_word_value", times, first / second)
    return (
        found.with_columns(pl.col("number").str.to_lowercase().alias("_word"))
        .join(table, on="_word", how="left", maintain_order="left")
        .filter(accepted.fill_null(False) & ~before.str.contains(r"[\p{L}0-9][-–]?$"))
        .with_columns(value.alias("value"))
        .drop("_word", "_word_value", "role")
    )
