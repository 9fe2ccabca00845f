"""What an undertaking is about: its action, topic, Global Compact objectives and period.

Remit: columns read from the words of a finished span. Which words form the span belongs to `members`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, lexicon
from warehouse.schema.enumerations import TOPIC

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


@cache
def _phrases(name: str, column: str) -> dict[str, list[str]]:
    """Phrases of both languages, as they begin a word, and the values each stands for."""
    table = lexicon(name).group_by("phrase", maintain_order=True).agg(pl.col(column).unique(maintain_order=True))
    return {f" {phrase}": values for phrase, values in table.select("phrase", column).iter_rows()}


def _spoken_of(surface: pl.Expr) -> pl.Expr:
    return pl.lit(" ") + surface.str.to_lowercase().str.replace_all(r"[^\p{L}0-9 -]", " ")


def topic(surface: pl.Expr) -> pl.Expr:
    """The topic with most phrases in the words, `other` when there is none."""
    phrases = _phrases("commitment_topics", "topic")
    found = _spoken_of(surface).str.extract_many(list(phrases), leftmost=True)
    by_topic = {name: [phrase for phrase, values in phrases.items() if values[0] == name] for name in _NARROW_FIRST}
    counts = {
        name: found.list.eval(pl.element().is_in(members)).list.sum().fill_null(0) for name, members in by_topic.items()
    }
    most = pl.max_horizontal(*counts.values())
    chosen = pl.lit("other")
    for name in reversed(_NARROW_FIRST):
        chosen = pl.when((counts[name] == most) & (most > 0)).then(pl.lit(name)).otherwise(chosen)
    assert set(_NARROW_FIRST) | {"other"} == set(TOPIC)
    return chosen


def gcm_objectives(surface: pl.Expr) -> pl.Expr:
    """The objectives of the Global Compact for Migration that the words serve, null when none is clear."""
    phrases = _phrases("commitment_objectives", "objective")
    table = {phrase: [int(value) for value in values] for phrase, values in phrases.items()}
    found = _spoken_of(surface).str.extract_many(list(table), overlapping=True)
    objectives = found.list.eval(
        pl.element().replace_strict(list(table), list(table.values()), return_dtype=pl.List(pl.Int64)).explode()
    ).list.unique().list.sort()
    return pl.when(objectives.list.len() > 0).then(objectives)


LANGUAGES_DESCRIBED = LANGUAGES
