"""Units of numbers that stand without one: from the words before, from the figure they are coordinated with, or from
an earlier figure of the document ("885 mil … 885 mil, esto nunca había pasado").
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.figures.nouns import classify
from extraction.lexicons import LANGUAGES, alternation, words
from extraction.periods.frames import settled

_PEOPLE_FOLLOW = r"(?i:^,? (?:who|whom|have|has|had|were|was|are|been|already|died|killed|injured|living|lived|fled|displaced|crossed|entered|arrived|returned|remain|people|quienes|murieron|fueron|han|viven|siguen|cruzaron|llegaron|de ellos|de ellas))(?-u:\b)"
_MONEY_FOLLOW = r"(?i:^ (?:in|for|to|on|of|toward|towards|de|en|para|a|adicionales?|more)(?-u:\b)|^[,.;)]|^$)"
_COUNTED_BEFORE = r"(?i:(?:number|cap|total|quota|intake|limit|ceiling|target|share|level|número|cifra|cantidad|total|cuota|cupo|tope|ampliación) (?:of|de|for) (?:(?:the|its|annual|new|all|los|las) )*(?:[\p{L}-]+ )?([\p{L}-]+s)(?-u:\b)[^.;:]{0,50}$)"
_VISAS = r"(?i:(?:^|[^\p{L}])(?:visas?|visados?|permits?|permisos?|H-?2[AB]s?|places|slots|plazas|cupos)(?-u:\b))"


@cache
def _elliptic(language: str) -> str:
    return rf"(?i:(?:^|[^\p{{L}}])({alternation(words('elliptic_nouns', language, 'noun'))})(?: (?:of|de|to|at|is|was|reached|es|fue|era))* (?:about |nearly |over |more than |casi |más de )?$)"


def _elliptic_kind() -> pl.Expr:
    chain = pl.lit(None, dtype=pl.String)
    for language in LANGUAGES:
        for kind in ("people", "visas"):
            nouns = words("elliptic_nouns", language, "noun", unit_kind=kind)
            here = (pl.col("language") == language) & pl.col("_elliptic").str.to_lowercase().is_in(nouns)
            chain = pl.when(here).then(pl.lit(kind)).otherwise(chain)
    return chain


def with_inherited_units(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Fill `unit_kind` and `unit` where they are null.

    In, in reading order: `document_id`, `sentence`, `language`, `text`, `lead`, `rest`, `high`, `multiplier`,
    `unit_kind`, `unit`. The order of trust: a noun before the number that it measures ("a population of"), the amount
    of money it is coordinated with, "the number of …", visas named in the sentence, the same number earlier in the
    document, the figure before it, people.
    """
    bare = pl.col("unit_kind").is_null()
    elliptic = (
        pl.when(pl.col("language") == "en")
        .then(pl.col("lead").str.extract(_elliptic("en"), 1))
        .otherwise(pl.col("lead").str.extract(_elliptic("es"), 1))
    )
    near_text = pl.col("text").str.slice(pl.max_horizontal(pl.col("start") - 60, 0), 110)
    counted = pl.when(bare).then(pl.col("lead").str.extract(_COUNTED_BEFORE, 1)).alias("word")
    marked = figures.with_columns(
        pl.when(bare).then(elliptic).alias("_elliptic"),
        counted,
        pl.when(bare).then(near_text.str.contains(_VISAS)).alias("_visas"),
    )
    marked = settled(marked)
    nouns = classify(marked.filter(pl.col("word").is_not_null()).select("language", "word").unique(maintain_order=True))
    nouns = nouns.select(
        "language", "word", pl.col("noun_kind").alias("_counted_kind"), pl.col("noun_unit").alias("_counted_unit")
    )
    # What a number without unit can repeat: anything but shares and spans of time.
    repeatable = pl.col("unit_kind").is_not_null() & ~pl.col("unit_kind").is_in(["percent", "ratio", "duration"])
    kind = pl.when(repeatable).then("unit_kind")
    unit = pl.when(repeatable).then("unit")
    previous_sentence = pl.when(repeatable).then("sentence").forward_fill().shift(1)
    same_document = pl.when(repeatable).then("document_id").forward_fill().shift(1) == pl.col("document_id")
    last_kind = pl.when(same_document).then(kind.forward_fill().shift(1))
    last_unit = pl.when(same_document).then(unit.forward_fill().shift(1))
    beside_money = (
        (last_kind == "money")
        & (previous_sentence == pl.col("sentence"))
        & (pl.col("multiplier") >= 1000)
        & pl.col("rest").str.contains(_MONEY_FOLLOW)
    )
    twin_kind = kind.forward_fill().shift(1).over("document_id", "high")
    twin_unit = unit.forward_fill().shift(1).over("document_id", "high")
    people = pl.col("rest").str.contains(_PEOPLE_FOLLOW)
    elliptic_kind = _elliptic_kind()
    plain_unit = {"people": "person", "visas": "visa"}
    chosen_kind = (
        pl.when(~bare).then("unit_kind")
        .when(elliptic_kind.is_not_null()).then(elliptic_kind)
        .when(beside_money).then(last_kind)
        .when(pl.col("_counted_kind").is_not_null()).then("_counted_kind")
        .when(twin_kind.is_not_null()).then(twin_kind)
        .when("_visas").then(pl.lit("visas"))
        .when(people | last_kind.is_null()).then(pl.lit("people"))
        .otherwise(last_kind)
    )  # fmt: skip
    chosen_unit = (
        pl.when(~bare).then("unit")
        .when(elliptic_kind.is_not_null()).then(elliptic_kind.replace_strict(plain_unit, default=None, return_dtype=pl.String))
        .when(beside_money).then(last_unit)
        .when(pl.col("_counted_kind").is_not_null()).then("_counted_unit")
        .when(twin_kind.is_not_null()).then(twin_unit)
        .when("_visas").then(pl.lit("visa"))
        .when(people | last_kind.is_null()).then(pl.lit("person"))
        .otherwise(last_unit)
    )  # fmt: skip
    return (
        marked.join(nouns, on=["language", "word"], how="left", maintain_order="left")
        .with_columns(chosen_kind.alias("unit_kind"), chosen_unit.alias("unit"))
        .drop("_elliptic", "word", "_visas", "_counted_kind", "_counted_unit")
    )
