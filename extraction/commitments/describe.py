"""What an undertaking is about: its action, topic, Global Compact objectives and period.

Remit: columns read from the words of a finished span. Which words form the span belongs to `members`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.commitments.vocabulary import forms
from extraction.lexicons import lexicon
from extraction.periods import find_periods

# A phrase of a narrow topic says more than one of a wide topic: ties go to the earlier of these.
_NARROW_FIRST = (
    "border_infrastructure",
    "migration_pathways",
    "protection",
    "enforcement",
    "root_causes",
    "climate",
    "security",
    "economy",
    "migration_management",
)
# What a phrase of time cannot do without, to spare the others the search for one.
_TIME = (
    r"[0-9]|(?:year|month|week|day|quarter|decade|century|today|tomorrow|tonight|spring|summer|autumn|winter|fall)"
    r"|(?:año|mes|semana|día|trimestre|semestre|década|hoy|mañana|lustro|sexenio|primavera|verano|otoño|invierno)"
    r"|(?i:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?i:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)


@cache
def _phrases(name: str, column: str) -> dict[str, list[str]]:
    """Phrases of both languages, as they begin a word, and the values each stands for."""
    table = lexicon(name).group_by("phrase", maintain_order=True).agg(pl.col(column).unique(maintain_order=True))
    return {f" {phrase}": values for phrase, values in table.select("phrase", column).iter_rows()}


def _spoken_of(surface: pl.Expr) -> pl.Expr:
    return pl.lit(" ") + surface.str.to_lowercase().str.replace_all(r"[^\p{L}0-9 -]", " ")


def with_subject_matter(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Add `topic` and `gcm_objectives` from the words of `surface`.

    The topic is the one with most phrases in the words, `other` when there is none. The objectives are all those of the
    Global Compact for Migration (1 to 23) that a phrase points to, null when none is clear.
    """
    topics, objectives = _phrases("commitment_topics", "topic"), _phrases("commitment_objectives", "objective")
    ranks = [_NARROW_FIRST.index(values[0]) for values in topics.values()]
    found = pl.col("_words").str.extract_many(list(topics), leftmost=True)
    rank = found.list.eval(pl.element().replace_strict(list(topics), ranks, return_dtype=pl.UInt8).sort()).list.eval(
        pl.element().mode().min()
    )
    numbers = pl.col("_words").str.extract_many(list(objectives), overlapping=True)
    served = numbers.list.eval(
        pl.element()
        .replace_strict(
            list(objectives),
            [[int(value) for value in values] for values in objectives.values()],
            return_dtype=pl.List(pl.Int64),
        )
        .explode()
    )
    return (
        rows.with_columns(_spoken_of(pl.col("surface")).alias("_words"))
        .with_columns(rank.list.first().alias("_rank"), served.list.unique().list.sort().alias("gcm_objectives"))
        .with_columns(
            pl.col("_rank")
            .replace_strict(dict(enumerate(_NARROW_FIRST)), default="other", return_dtype=pl.String)
            .alias("topic"),
            pl.when(pl.col("gcm_objectives").list.len() > 0).then("gcm_objectives").alias("gcm_objectives"),
        )
        .drop("_words", "_rank")
    )


def with_action(rows: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Add `action`, the infinitive of what is undertaken.

    That is the verb of a later member, else the first verb of the head's complement, else the verb of the head.
    """
    infinitives = forms("commitment_actions", "en") if language == "en" else None
    if infinitives is not None:
        known = dict(zip(infinitives["form"], infinitives["verb"], strict=True))
        first = pl.col("governed").str.extract(r"^[^A-Za-z]*(?:[a-z]+ly )?([a-z-]+)")
        governed = first.replace_strict(known, default=None, return_dtype=pl.String)
        own = pl.col("own_verb").replace(known)
    else:
        governed = pl.col("governed").str.extract(r"(?:^| )(\p{Ll}*[aeií]r)(?:se|nos|los?|las?|les?)?(?:[ ,.;]|$)")
        own = pl.col("own_verb").str.replace(r"r(?:se|nos|los?|las?|les?)$", "r")
    # An act that the text itself performs ("is hereby repealed") is headed by an adverb, which is no action.
    head = pl.col("verb").replace({"hereby": None})
    return rows.with_columns(pl.coalesce(own, governed, head).alias("action"))


def with_period(rows: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Add `period_start` and `period_end`: the first time named in the clause that does not lie in the past.

    In: rows with `sentence`, `published_on`, `text`, `clause_start`, `start`, `end` (code points into the sentence),
    and the sentence frame.
    """
    numbered = rows.with_row_index("_row")
    opening = pl.min_horizontal("clause_start", "start")
    timed = rows.filter(pl.col("text").str.slice(opening, pl.col("end") - opening).str.contains(_TIME))
    stated = find_periods(sentences.join(timed.select("sentence").unique(), on="sentence", how="semi"))
    past = pl.coalesce("period_end", "period_start") <= pl.col("published_on")
    inside = (pl.col("_start") >= pl.min_horizontal("clause_start", "start")) & (pl.col("_start") < pl.col("end"))
    chosen = (
        numbered.select("_row", "sentence", "published_on", "clause_start", "start", "end")
        .join(stated.rename({"start": "_start", "end": "_end"}), on="sentence")
        .filter(inside & ~past.fill_null(False))
        .with_columns((pl.col("_start") < pl.col("start")).alias("_outside"))
        .sort("_row", "_outside", "_start")
        .group_by("_row", maintain_order=True)
        .agg(pl.col("period_start", "period_end").first())
    )
    return numbered.join(chosen, on="_row", how="left", maintain_order="left").drop("_row")
