"""Units of numbers that stand without one.

They come from the words before, from the figure the number is coordinated with, or from an earlier figure of the
document ("900 visas … 900, a record"), whose period and status are then also the number's.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.figures.nouns import classify
from extraction.lexicons import alternation, lexicon, words
from extraction.periods.frames import settled

_PEOPLE_FOLLOW = (
    r"(?i:^,? (?:who|whom|have|has|had|were|was|are|been|already|died|killed"
    r"|injured|living|lived|fled|displaced|crossed"
    r"|entered|arrived|returned|remain|people|quienes|murieron|fueron|han"
    r"|viven|siguen|cruzaron|llegaron|de ellos|de ellas)"
    r"(?-u:\b))"
)
_OF_THEM = r"(?i:^ (?:of (?:whom|them)|de (?:ell[oa]s|quienes)|de los cuales|de las cuales)(?-u:\b))"
_OF_PEOPLE = r"(?i:^ of whom(?-u:\b)|^ de quienes(?-u:\b))"
_MONEY_FOLLOW = r"(?i:^ (?:in|for|to|on|of|toward|towards|de|en|para|a|adicionales?|more)(?-u:\b)|^[,.;)]|^$)"
_COUNTED_BEFORE = (
    r"(?i:(?:number|cap|total|quota|intake|limit|ceiling|target|share|level|número|cifra|cantidad|cuota|cupo|tope)"
    r" (?:of|de|for) (?:(?:the|its|annual|new|all|los|las) )*(?:[\p{L}-]+ )?([\p{L}-]+s)(?-u:\b)[^.;:]{0,50}$)"
)
_VISAS = r"(?i:(?:^|[^\p{L}])(?:visas?|visados?|permits?|permisos?|H-?2[AB]s?|places|slots|plazas|cupos)(?-u:\b))"
_OF_THE_NEXT = r"(?i:^ (?:of|out of|de|to|a|hasta) (?:(?:the|its|all|about|nearly|over|los|las|sus|casi) )?$)"
_UNREPEATABLE = ("percent", "ratio", "duration", "distance")


@cache
def _elliptic(language: str) -> str:
    """A noun that a number right after it measures ("a population of", "una cuota de")."""
    noun = alternation(words("elliptic_nouns", language, "noun"))
    link = "(?: (?:of|de|to|at|is|was|reached|es|fue|era))*"
    return rf"(?i:(?:^|[^\p{{L}}])({noun}){link} (?:about |nearly |over |more than |casi |más de )?$)"


def with_inherited_units(figures: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Fill `unit_kind` and `unit` where they are null.

    In, in reading order: `key`, `document_id`, `sentence`, `text`, `start`, `end`, `lead`, `rest`, `high`,
    `multiplier`, `unit_kind`, `unit`. Out: plus `twin`, the key of the earlier figure that a number without a unit
    repeats (null elsewhere). The order of trust: persons by "of whom" after it, a noun before the number
    that it measures, the figure it is a part of,
    the amount of money it is coordinated with, "the number of …", the same number earlier in the document, visas named
    beside it, people by the verb after it, the figure before it.
    """
    bare = settled(figures.filter(pl.col("unit_kind").is_null()))
    neighbours = settled(_with_neighbours(figures))
    sources = [
        _found(bare.filter(pl.col("rest").str.contains(_OF_PEOPLE)), pl.lit("people"), pl.lit("person")),
        _measured_by_noun(bare, language),
        _part_of_next(neighbours),
        _beside_money(neighbours),
        _counted(bare, language),
        _twins(figures),
    ]
    sources += [_beside_visas(bare), _people(bare), _previous(neighbours)]
    ranked = pl.concat(
        [source.with_columns(pl.lit(rank).alias("_rank")) for rank, source in enumerate(sources)], how="diagonal"
    )
    best = ranked.sort("key", "_rank", maintain_order=True).unique(subset="key", keep="first", maintain_order=True)
    best = best.select("key", pl.col("unit_kind").alias("_kind"), pl.col("unit").alias("_unit"), "twin")
    return (
        figures.join(best, on="key", how="left", maintain_order="left")
        .with_columns(
            pl.coalesce("unit_kind", "_kind", pl.lit("people")).alias("unit_kind"),
            pl.when(pl.col("unit_kind").is_not_null())
            .then("unit")
            .otherwise(pl.coalesce("_unit", pl.lit("person")))
            .alias("unit"),
        )
        .drop("_kind", "_unit")
    )


def with_context_of_twins(figures: pl.LazyFrame) -> pl.LazyFrame:
    """A repeated number without a unit keeps the period and status of the figure it repeats.

    In: `key`, `twin`, `period_start`, `period_end`, `status`. Out: the same columns filled.
    """
    figures = settled(figures)
    twins = figures.select(
        pl.col("key").alias("twin"),
        pl.col("period_start").alias("_start"),
        pl.col("period_end").alias("_end"),
        pl.col("status").alias("_status"),
    )
    undated = pl.col("period_start").is_null() & pl.col("period_end").is_null()
    return (
        figures.join(twins, on="twin", how="left", maintain_order="left")
        .with_columns(
            pl.when(undated).then("_start").otherwise("period_start").alias("period_start"),
            pl.when(undated).then("_end").otherwise("period_end").alias("period_end"),
            pl.coalesce("_status", "status").alias("status"),
        )
        .drop("_start", "_end", "_status")
    )


def _with_neighbours(figures: pl.LazyFrame) -> pl.LazyFrame:
    """The numbers without a unit, with the figures around them that have one."""
    repeatable = pl.col("unit_kind").is_not_null() & ~pl.col("unit_kind").is_in(_UNREPEATABLE)
    held = {name: pl.when(repeatable).then(name) for name in ("unit_kind", "unit", "sentence", "document_id")}
    before = {name: value.forward_fill().shift(1) for name, value in held.items()}
    same_document = before["document_id"] == pl.col("document_id")
    next_here = pl.col("sentence").shift(-1) == pl.col("sentence")
    gap = pl.col("text").str.slice("end", pl.max_horizontal(pl.col("start").shift(-1) - pl.col("end"), 0))
    return figures.with_columns(
        pl.when(same_document).then(before["unit_kind"]).alias("_before_kind"),
        pl.when(same_document).then(before["unit"]).alias("_before_unit"),
        (before["sentence"] == pl.col("sentence")).alias("_before_here"),
        pl.when(next_here & gap.str.contains(_OF_THE_NEXT)).then(pl.col("unit_kind").shift(-1)).alias("_next_kind"),
        pl.when(next_here & gap.str.contains(_OF_THE_NEXT)).then(pl.col("unit").shift(-1)).alias("_next_unit"),
    ).filter(pl.col("unit_kind").is_null())


def _found(rows: pl.LazyFrame, kind: pl.Expr | str, unit: pl.Expr | str) -> pl.LazyFrame:
    kind = pl.col(kind) if isinstance(kind, str) else kind
    unit = pl.col(unit) if isinstance(unit, str) else unit
    return rows.select("key", kind.alias("unit_kind"), unit.alias("unit")).filter(pl.col("unit_kind").is_not_null())


def _measured_by_noun(bare: pl.LazyFrame, language: str) -> pl.LazyFrame:
    lead = pl.col("lead")
    noun = lead.str.extract(_elliptic(language), 1)
    table = lexicon("elliptic_nouns", language).lazy().rename({"unit_kind": "_kind", "unit": "_unit"})
    rows = bare.with_columns(noun.str.to_lowercase().alias("noun")).join(table, on="noun")
    return _found(rows, "_kind", "_unit")


def _part_of_next(neighbours: pl.LazyFrame) -> pl.LazyFrame:
    return _found(neighbours, "_next_kind", "_next_unit")


def _beside_money(neighbours: pl.LazyFrame) -> pl.LazyFrame:
    """An amount in the same sentence as another, large and followed by what it is for."""
    beside = pl.col("_before_here") & (pl.col("_before_kind") == "money") & (pl.col("multiplier") >= 1000)
    return _found(
        neighbours.filter(beside & pl.col("rest").str.contains(_MONEY_FOLLOW) & ~pl.col("rest").str.contains(_OF_THEM)),
        "_before_kind",
        "_before_unit",
    )


def _counted(bare: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """The noun of "the number of … rose to"."""
    rows = settled(
        bare.with_columns(pl.col("lead").str.extract(_COUNTED_BEFORE, 1).alias("word")).filter(
            pl.col("word").is_not_null()
        )
    )
    nouns = classify(rows.select("word").unique(maintain_order=True), language).select(
        "word", pl.col("noun_kind").alias("_kind"), pl.col("noun_unit").alias("_unit")
    )
    return _found(rows.join(nouns, on="word"), "_kind", "_unit")


def _twins(figures: pl.LazyFrame) -> pl.LazyFrame:
    """The last figure before it in the document with the same number."""
    with_unit = figures.filter(pl.col("unit_kind").is_not_null() & ~pl.col("unit_kind").is_in(_UNREPEATABLE))
    earlier = with_unit.select(
        "document_id",
        "high",
        pl.col("key").alias("twin"),
        pl.col("unit_kind").alias("_kind"),
        pl.col("unit").alias("_unit"),
    )
    rows = (
        figures.filter(pl.col("unit_kind").is_null()).select("key", "document_id", "high")
        .join(earlier, on=["document_id", "high"]).filter(pl.col("twin") < pl.col("key"))
        .sort("key", "twin").unique(subset="key", keep="last", maintain_order=True)
    )  # fmt: skip
    return rows.select("key", pl.col("_kind").alias("unit_kind"), pl.col("_unit").alias("unit"), "twin")


def _beside_visas(bare: pl.LazyFrame) -> pl.LazyFrame:
    beside = pl.col("text").str.slice(pl.max_horizontal(pl.col("start") - 60, 0), 110)
    return _found(bare.filter(beside.str.contains(_VISAS)), pl.lit("visas"), pl.lit("visa"))


def _people(bare: pl.LazyFrame) -> pl.LazyFrame:
    return _found(bare.filter(pl.col("rest").str.contains(_PEOPLE_FOLLOW)), pl.lit("people"), pl.lit("person"))


def _previous(neighbours: pl.LazyFrame) -> pl.LazyFrame:
    """The figure before; money only for an amount with a multiplier, others print their sign."""
    of_them = pl.col("rest").str.contains(_OF_THEM)
    plausible = (pl.col("_before_kind") != "money") | ((pl.col("multiplier") >= 1000) & ~of_them)
    return _found(neighbours.filter(plausible), "_before_kind", "_before_unit")
