"""Which of several overlapping finds stands.

How finds come about does not belong here.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import words
from extraction.programs.patterns import any_of

# Heads after which a name goes on to the parties.
_PACTS = ["Agreement", "Arrangement", "Treaty", "Pact", "Accord"]


def without_overlaps(found: pl.LazyFrame) -> pl.LazyFrame:
    """Keep finds that no better one overlaps.

    In: finds with `sentence`, `start`, `end`, `program_id` (null when discovered), `name`, `head`, `method`. Of two
    registered names, or two discovered ones, the longer stands. A registered name stands against a discovered one,
    unless that goes on to a head of its own, which makes it another instrument ("Quito Process Secretariat").
    """
    order: list[str | pl.Expr] = [
        pl.col("start") - pl.col("end"),
        "start",
        _certainty(),
        "method",
        "program_id",
        "name",
    ]
    ranked = (
        found.sort("sentence", pl.col("program_id").is_null(), *order)
        .unique(["sentence", "start", "end"], keep="first", maintain_order=True)
        .sort("sentence", *order)
        .with_row_index("_rank")
        .with_columns(pl.col("program_id").is_not_null().alias("_known"), _own_head().alias("_own_head"))
        .with_columns((pl.col("start") + _without_parties().str.len_chars()).alias("_head_end"))
    )
    other = ranked.select(
        "sentence", pl.col("start", "end", "_rank", "_known", "_own_head", "_head_end").name.suffix("_other")
    )
    overlapping = ranked.join(other, on="sentence").filter(
        pl.col("_rank") != pl.col("_rank_other"),
        pl.col("start_other") < pl.col("end"),
        pl.col("start") < pl.col("end_other"),
    )
    first_beats = _goes_beyond("", "_other") & ~pl.col("_known") & pl.col("_known_other")
    other_beats = _goes_beyond("_other", "") & pl.col("_known") & ~pl.col("_known_other")
    beaten = (
        pl.when(pl.col("_known") == pl.col("_known_other"))
        .then(pl.col("_rank_other") < pl.col("_rank"))
        .when(pl.col("_known"))
        .then(other_beats)
        .otherwise(~first_beats)
    )
    return ranked.join(
        overlapping.filter(beaten).select("_rank").unique(), on="_rank", how="anti", maintain_order="left"
    ).drop("_rank", "_known", "_own_head", "_head_end")


def _certainty() -> pl.Expr:
    """Of equal spans, a form the text defines is surer than the shape of a name, that than a description."""
    surest = pl.col("method").str.starts_with("defined").cast(pl.Int8)
    return pl.col("method").str.starts_with("description").cast(pl.Int8) - surest


def _own_head() -> pl.Expr:
    """Whether a discovered name ends in a capitalised head that says more than "program" or "initiative" does."""
    trailing = any_of(tuple(words("program_words", "en", role="trailing")))
    with_parties = pl.col("head").is_in(_PACTS) & _without_parties().str.ends_with(pl.col("head"))
    return (
        (pl.col("method") == "name.headed")
        & (pl.col("language") == "en")
        & pl.col("head").str.contains(r"^\p{Lu}")
        & (pl.col("name").str.ends_with(pl.col("head")) | with_parties)
        & ~pl.col("head").str.to_lowercase().str.contains(f"^{trailing}$")
    ).fill_null(False)


def _goes_beyond(one: str, other: str) -> pl.Expr:
    return pl.col(f"_own_head{one}") & (pl.col(f"_head_end{one}") > pl.col(f"end{other}"))


def _without_parties() -> pl.Expr:
    return pl.col("name").str.replace(" (?:with|between) .*$", "")
