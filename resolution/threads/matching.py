"""Whether two statements are of the same undertaking. Precision comes first: what is not surely one stays two.

Which pairs are looked at is decided in `candidates`, how pairs become threads in `clusters`.
"""

from __future__ import annotations

import polars as pl

_LONGEST_LIFE = 730  # days between two statements of one undertaking
_ONE_YEAR = 365  # days beyond which more words must agree
_LARGE = 1000
_SAME_OCCASION = 31  # days within which fewer words suffice
_COMPARED = (
    "actors",
    "action_group",
    "words",
    "head",
    "own_words",
    "places",
    "program_ids",
    "figure_values",
    "polarity",
    "published_on",
    "period_start",
    "period_end",
    "primary_document",
)


def _both(column: str) -> tuple[pl.Expr, pl.Expr]:
    return pl.col(column), pl.col(f"{column}_other")


def _shared(column: str) -> pl.Expr:
    one, other = _both(column)
    return one.list.set_intersection(other).list.len().cast(pl.Int64)


def _disjoint(column: str) -> pl.Expr:
    """Whether both sides say something and nothing of it is the same."""
    one, other = _both(column)
    return (one.list.len() > 0) & (other.list.len() > 0) & (_shared(column) == 0)


def _same_large_amount() -> pl.Expr:
    """Whether both name the same amount, one that two undertakings of a party hardly share by chance."""
    one, other = _both("figure_values")
    return one.list.set_intersection(other).list.max().fill_null(0) >= _LARGE


def _contradicted() -> pl.Expr:
    """Whether something rules out that the two are one undertaking."""
    actors, others = _both("actors")
    fewer = pl.min_horizontal(actors.list.len(), others.list.len()).cast(pl.Int64)
    action, other_action = _both("action_group")
    date, other_date = _both("published_on")
    start, other_start = _both("period_start")
    end, other_end = _both("period_end")
    apart = (date - other_date).dt.total_days().abs() > _LONGEST_LIFE
    periods_apart = (start > other_end) | (other_start > end)
    return (
        (_shared("actors") < fewer)
        | (fewer == 0)
        | (action.is_not_null() & other_action.is_not_null() & (action != other_action) & ~_same_large_amount())
        | _disjoint("figure_values")
        | _disjoint("program_ids")
        | _disjoint("places")
        | _disjoint("own_words")
        | apart.fill_null(False)
        | periods_apart.fill_null(False)
    ).fill_null(False)


def same_undertaking(pairs: pl.LazyFrame, nodes: pl.LazyFrame) -> pl.LazyFrame:
    """Of the candidate `pairs` those that are one undertaking: `node`, `other`, `likeness` (0..1).

    Compatible actors, actions, amounts, programs, places and times are necessary. Then the objects must be alike: by
    most of their words, or by the words that name the object together with the same action or the same program or
    amount. Opposite polarity asks for more.
    """
    compared = nodes.select("node", *_COMPARED)
    count, other_count = (pl.col(name).list.len() for name in ("words", "words_other"))
    fewer = pl.min_horizontal(count, other_count)
    shared = pl.col("_shared")
    cosine = pl.col("likeness")
    same_action = (pl.col("action_group") == pl.col("action_group_other")).fill_null(False)
    same_head = (pl.col("head") == pl.col("head_other")) & (pl.col("head").list.len() > 1)
    anchored = (_shared("program_ids") > 0) | (_shared("figure_values") > 0)
    opposite = pl.col("polarity") != pl.col("polarity_other")
    date, other_date = _both("published_on")
    same_occasion = ((date - other_date).dt.total_days().abs() <= _SAME_OCCASION).fill_null(False) & (
        pl.col("actors") == pl.col("actors_other")
    )
    long_apart = ((date - other_date).dt.total_days().abs() > _ONE_YEAR).fill_null(False)
    same_year = ~long_apart
    elsewhere = pl.col("primary_document") != pl.col("primary_document_other")
    part = shared / fewer
    alike = (
        (same_action & (shared >= 3) & (cosine >= 0.65))
        | (same_action & (shared >= 4) & (cosine >= 0.5) & (part >= 0.85))
        | (same_action & (shared >= 2) & (cosine >= 0.65) & same_occasion)
        | (same_action & same_head & ((shared >= 3) | same_occasion) & (cosine >= 0.4))
        | (same_action & same_head & (shared >= 4) & (part >= 0.4))
        | (same_action & anchored & (shared >= 2) & (_shared("head") > 0) & (cosine >= 0.35))
        | (same_action & anchored & same_head)
        | (
            _same_large_amount()
            & elsewhere
            & same_year
            & (pl.col("actors") == pl.col("actors_other"))
            & (cosine >= 0.25)
        )
        | ((shared >= 4) & (cosine >= 0.8))
    )
    return (
        pairs.join(compared, on="node")
        .join(compared, left_on="other", right_on="node", suffix="_other")
        .filter(~_contradicted())
        .with_columns(_shared("words").alias("_shared"))
        .with_columns((shared / (count * other_count).sqrt()).alias("likeness"))
        .filter(alike & (same_year | (cosine >= 0.75)) & (elsewhere | (cosine >= 0.8)))
        .filter(~opposite | (same_action & (shared >= 3) & (cosine >= 0.65)))
        .select("node", "other", "likeness")
    )
