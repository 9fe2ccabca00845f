"""Which of the numbers are times themselves, and which phrase of time a figure is stated for.

The phrases come from `extraction.periods`; this module only decides what they belong to.
"""

from __future__ import annotations

import polars as pl

from extraction.periods import find_periods

_REACH, _NEAR = 130, 40  # code points between a figure and the phrase that follows or precedes it
_FAR = 1000  # rank of a phrase at the head of the sentence, behind every phrase near the figure
_FRONTED = r"^(?:[^.:;]{1,60}: +)?(?:[^.:;,]{1,30}, )?[ \"'(•*–—-]*(?:(?:And|But|So|Y|Pero|Also|In fact|Then),? )?$"
# Verbs of saying and starting: the time is that of the announcement, not of the amount.
_ANNOUNCED = (
    r"(?i:(?:^|[^\p{L}])(?:announced?|announcing|projected|forecast|expected"
    r"|launched|signed|unveiled|released|began|started"
    r"|established|adopted|issued|enacted|met|held|dated|published|passed"
    r"|founded|anunci[oóa]d?[oa]?|anunciaron|firm[oó]|firmado"
    r"|inici[oó]|public[oó]|publicado|adoptad[oa]|lanzad[oa]|(?:empez|comenz|empiez|comienz|arranc)[\p{L}]*|iniciarán?"
    r"|abrirán?|entrarán? en vigor|will (?:begin|start|open))) $"
)
# "In June we announced 900 visas": a day or month that opens the sentence dates the announcement.
_SPEECH_ACT = (
    r"(?i:^(?: [0-9]{4})?,? (?:[\p{L}.'-]+ ){0,7}(?:announced|agreed|signed|backed|unveiled|adopted|reaffirmed|launched"
    r"|anunci(?:ó|aron|amos)|firm(?:ó|aron|amos)|acord(?:ó|aron|amos)|reafirm(?:ó|aron|amos)|adopt(?:ó|aron|amos)"
    r"|suscrib(?:ió|ieron|imos))(?:$|[^\p{L}]))"
)
# "fell by 3 percent in 2030, to 900": the level holds for the same time as the change.
_LEVEL = r"(?i:^,? (?:to|reaching|hasta|hasta alcanzar|hasta llegar a|a|alcanzando|para llegar a)(?: [\p{L}]+){0,3} ?$)"
_INSERTED = r"(?i:^(?: alone)?, [^.,;:]*$)"
_BEFORE_INSERTED = r"(?i:(?:,|(?:^|[^\p{L}])(?:that|think|say|said|que|and|but|y|pero)) $)"
_SEASON = (
    r"(?i:(?:campañas?|temporadas?|ejercicios?|cursos?|presupuestos?|zafra|cosecha|seasons?|campaigns?|budgets?|harvest)"
    r"(?: [\p{L}]+)? $)"
)
_LABEL = r"^[ •*–—-]*$"
_PLACES = ("country", "state", "city", "municipality", "region", "province", "department", "district", "nation")
_IN_A_PLACE = r"(?i:(?:^|[^\p{L}])(?:in|across|en) (?:[\p{L}]+ )?$)"
_DEFINITE = r"(?i:(?:^|[^\p{L}])(?:the|los|las|its|their|our|sus|nuestr[oa]s)(?: (?:other|otr[oa]s))? )$"
# The base of a comparison is no period of the figure ("more than in 2022").
_COMPARED = (
    r"(?i:(?:^|[^\p{L}])(?:than|that of|that in|compared to|compared with|relative to|versus|que|frente a|respecto a"
    r"|respecto de|comparación con|in the) $)"
    r"|(?i:(?:compared|relative|in comparison|respecto|frente|mism[oa]s? (?:periodo|período|lapso|mes|meses|trimestre"
    r"|semestre|año)|as many as|same (?:period|months?|time|quarter|week|year))(?: in)? $)"
)
_BASE = (
    r"(?i:^(?:from (?:last|the (?:previous|prior|same)|a year)"
    r"|(?:on|over) (?:the )?(?:previous|prior|same|year)|on last))"
)
_CLAUSE = (
    r"[;:]|(?:compared (?:to|with)|relative to| than | versus )"
    r"|, (?:which|who|when|where|while|but|and (?:the|we|it|they|he|she)|y (?:el"
    r"|la|los|las|se)|pero|mientras|cuando|lo que)(?-u:\b)"
)
# A date without a word that leads into it qualifies a noun ("the 2022 floods", "June 4 announcement").
_ATTRIBUTIVE = (
    r"^(?:[Tt]he )?(?:[0-9]|FY|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec|ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)"
    r"|(?:^| )the [0-9]{4}$|^(?i:of|de|del) "
)
_DAY = "(?i:^(?:today|tonight|hoy|yesterday|tomorrow|ayer)$)"
_ANCHORED = r"(?i:^ (?:of|after|from|following|de|después|tras|desde|a partir)(?-u:\b))"
_EXTENTS = ("duration", "distance")


def times_of(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """All phrases of time in the sentences of the numbers (see `find_periods`)."""
    columns = ("sentence", "language", "published_on", "publisher_party", "text")
    return find_periods(numbers.select(columns).unique(subset="sentence", keep="first", maintain_order=True))


def outside_times(numbers: pl.LazyFrame, times: pl.LazyFrame) -> pl.LazyFrame:
    """Drop the numbers that are part of a phrase of time ("May 12", "the past three years").

    In: `key`, `sentence`, `start`, `ratio`, `unit_kind`, `bound`, `unqualified`, `rest` and the phrases of the same
    sentences. "Over a quarter of them" is no time, and a limit inside the clause ("decided within 20 working days")
    measures; a deadline that opens the sentence or counts from an event ("within 90 days of this order") is a time.
    """
    spans = times.select("sentence", pl.col("start").alias("_from"), pl.col("end").alias("_to"))
    limit = (
        (pl.col("unit_kind") == "duration")
        & (pl.col("bound") == "at_most")
        & pl.col("unqualified").str.contains(r"\p{L}")
        & ~pl.col("rest").str.contains(_ANCHORED)
    ).fill_null(False)
    inside = (
        numbers.filter(~pl.col("ratio") & ~limit)
        .select("key", "sentence", "start")
        .join(spans, on="sentence")
        .filter((pl.col("start") >= pl.col("_from")) & (pl.col("start") < pl.col("_to")))
        .select("key")
        .unique()
    )
    return numbers.join(inside, on="key", how="anti", maintain_order="left")


def with_periods(figures: pl.LazyFrame, times: pl.LazyFrame) -> pl.LazyFrame:
    """Attach to each figure the period its clause states.

    A phrase after a figure holds for the figure right before it, up to the next clause; one right before a figure for
    that figure; one at the head of the sentence for all its figures that have none nearer. In, in reading order: `key`,
    `sentence`, `text`, `unit_kind`, `unit`, `unqualified`, `start`, `surface_end`. Out: plus `period_start` and
    `period_end`.
    """
    best = (
        _pairs(figures, times)
        .filter(_usable())
        .with_columns(_rank().alias("_rank"))
        .filter(pl.col("_rank").is_not_null())
        .sort("key", "_rank", "_from", maintain_order=True)
        .unique(subset="key", keep="first", maintain_order=True)
        .select("key", "period_start", "period_end")
    )
    return figures.join(best, on="key", how="left", maintain_order="left")


def _pairs(figures: pl.LazyFrame, times: pl.LazyFrame) -> pl.LazyFrame:
    """Every figure with every dated phrase of its sentence, and the words between them."""
    text, start, end = pl.col("text"), pl.col("start"), pl.col("surface_end")
    dated = times.filter(pl.col("period_start").is_not_null() | pl.col("period_end").is_not_null()).rename(
        {"start": "_from", "end": "_to"}
    )
    place = pl.col("unit").is_in(_PLACES) & pl.col("unqualified").str.contains(_IN_A_PLACE)
    in_place = place & (pl.col("sentence").shift(1) == pl.col("sentence"))
    # "3 million people in 17 countries during 2030": the places are no later figure with a time of its own.
    steps = pl.when(in_place.shift(-1)).then(start.shift(-2)).otherwise(start.shift(-1))
    same = pl.when(in_place.shift(-1)).then(pl.col("sentence").shift(-2)).otherwise(pl.col("sentence").shift(-1))
    next_start = pl.when(same == pl.col("sentence")).then(steps)
    previous_end = pl.when(pl.col("sentence").shift(1) == pl.col("sentence")).then(end.shift(1))
    follows = pl.col("_from") >= end
    between = (
        pl.when(follows).then(text.str.slice(end, pl.max_horizontal(pl.col("_from") - end, 0)))
        .otherwise(text.str.slice("_to", pl.max_horizontal(start - pl.col("_to"), 0)))
    )  # fmt: skip
    return (
        figures.select(
            "key",
            "sentence",
            "text",
            "start",
            "surface_end",
            "unit_kind",
            in_place.fill_null(False).alias("_in_place"),
            ((pl.col("unit_kind") == "count") & pl.col("unqualified").str.contains(_DEFINITE)).alias("_definite"),
            next_start.alias("_next"),
            previous_end.alias("_previous"),
        )
        .join(dated, on="sentence", maintain_order="left")
        .with_columns(between.alias("_between"), follows.alias("_follows"))
    )


def _usable() -> pl.Expr:
    """Not the date of an announcement, a comparison, an adjective or the day of speaking."""
    lead = pl.col("text").str.slice(pl.max_horizontal(pl.col("_from") - 25, 0), pl.min_horizontal("_from", 25))
    surface = pl.col("surface")
    label = pl.col("text").str.head("_from").str.contains(_LABEL) & pl.col("_between").str.starts_with(":")
    attributive = surface.str.contains(_ATTRIBUTIVE) & ~lead.str.contains(_SEASON) & ~label
    return ~(
        lead.str.contains(_ANNOUNCED)
        | lead.str.contains(_COMPARED)
        | surface.str.contains(_BASE)
        | attributive
        | pl.col("_definite").fill_null(False)
        | surface.str.contains(_DAY)
    )


def _rank() -> pl.Expr:
    """How near a phrase is to its figure; null where it belongs to something else."""
    between, follows = pl.col("_between"), pl.col("_follows")
    distance = between.str.len_chars().cast(pl.Int64)
    same_clause = ~between.str.contains(_CLAUSE) & (distance <= _REACH)
    of_a_later_figure = (pl.col("_next") < pl.col("_from")).fill_null(False)
    since_previous = pl.col("text").str.slice("_previous", pl.max_horizontal(pl.col("_from") - pl.col("_previous"), 0))
    of_an_earlier_figure = (
        (pl.col("_from") - pl.col("_previous")).is_between(0, 2 * _NEAR) & ~since_previous.str.contains(";")
    ).fill_null(False)
    lead = pl.col("text").str.slice(pl.max_horizontal(pl.col("_from") - 8, 0), pl.min_horizontal("_from", 8))
    inserted = between.str.contains(_INSERTED) & (distance <= 2 * _NEAR) & lead.str.contains(_BEFORE_INSERTED)
    level = between.str.contains(_LEVEL) & (distance <= _NEAR)
    dates_speech = pl.col("kind").is_in(["date", "month", "relative"]) & between.str.contains(_SPEECH_ACT)
    right_before = (distance <= _NEAR) & ~between.str.contains("[;:.,]") & ~of_an_earlier_figure
    fronted = pl.col("text").str.head("_from").str.contains(_FRONTED) & ~pl.col("unit_kind").is_in(_EXTENTS)
    return (
        pl.when(follows & same_clause & ~of_a_later_figure & ~pl.col("_in_place")).then(distance)
        .when(~follows & fronted & ~dates_speech).then(_FAR)
        .when(~follows & ((right_before & ~(fronted & dates_speech)) | level)).then(_FAR // 2 + distance)
        .when(~follows & inserted & ~of_an_earlier_figure).then(_FAR // 2 + distance)
    )  # fmt: skip
