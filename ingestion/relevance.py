"""How strongly a text is about migration cooperation."""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

# Weighted terms per 1,000 words at which an aspect reaches 1 - 1/e, about 0.63.
_SCALE = {"migration": 12.0, "cooperation": 8.0}
_MIGRATION_ALONE = 0.5


def relevance() -> pl.Expr:
    """A score from 0 to 1, read from `text`.

    Each aspect of the lexicon `relevance` (migration, cooperation) counts its terms by weight per 1,000 words and
    saturates: 1 - exp(-density / scale). The score is migration x (0.5 + 0.5 x cooperation): nothing without
    migration, half of it without cooperation.
    """
    migration, cooperation = (_aspect(aspect) for aspect in ("migration", "cooperation"))
    return migration * (_MIGRATION_ALONE + (1 - _MIGRATION_ALONE) * cooperation)


def _aspect(aspect: str) -> pl.Expr:
    text = pl.col("text").str.to_lowercase()
    words = text.str.count_matches(" ") + 1
    terms = lexicon.read("relevance").filter(aspect=aspect)
    # Terms begin and end in plain letters, so that the fast ASCII word boundary is enough.
    counts = [
        text.str.count_matches(rf"(?-u:\b){lexicon.alternatives(group)}(?-u:\b)") * float(weight)
        for weight, group in terms.group_by("weight").agg("term").sort("weight").iter_rows()
    ]
    # Short texts count as 100 words, so that one term in a headline is not everything.
    density = pl.sum_horizontal(counts) * 1000 / pl.max_horizontal(words, pl.lit(100))
    return 1 - (-density / _SCALE[aspect]).exp()
