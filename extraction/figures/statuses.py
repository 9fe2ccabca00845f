"""Status of a figure (reported, committed, requested, projected) and whether it is a rise or a fall, from its clause.

The words stand in the lexicons `status_cues` and `change_words`. Periods are `times`' business.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, alternation, lexicon, words

_BEFORE, _AFTER = 110, 90
# The Spanish future is an ending; what a government says it will do is committed.
_FUTURE = {"en": "'ll ", "es": r"\p{L}{2,}(?:[aei]rá|[aei]rán|[aei]remos)(?:$|[^\p{L}])"}


@cache
def _cue(language: str) -> str:
    return rf"(?i:(?-u:\b){alternation(words('status_cues', language, 'phrase'))}(?-u:\b)|{_FUTURE[language]})"


def _per_language(make: dict[str, pl.Expr]) -> pl.Expr:
    return pl.when(pl.col("language") == "en").then(make["en"]).otherwise(make["es"])


def _status(cue: pl.Expr, language: str) -> pl.Expr:
    table = dict(lexicon("status_cues", language).select("phrase", "status").iter_rows())
    plain = cue.str.to_lowercase().str.replace_all(" +", " ").str.strip_chars(" ,.;:)")
    future = pl.when(plain.str.contains(r"(?:rá|rán|remos)$|^'ll$")).then(pl.lit("committed"))
    return plain.replace_strict(table, default=future, return_dtype=pl.String)


def with_status(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Read the status from the nearest verb cue before the figure in its clause, or else the first one after it.

    In: `language`, `text`, `surface_start`, `surface_end`. Out: plus `status`.
    """
    start, end = pl.col("surface_start"), pl.col("surface_end")
    before = pl.col("text").str.slice(pl.max_horizontal(start - _BEFORE, 0), pl.min_horizontal(start, _BEFORE))
    clause_before = before.str.split("; ").list.last()
    clause_after = pl.col("text").str.slice(end, _AFTER).str.extract(r"^([^;:?!]*)", 1)
    marked = figures.with_columns(clause_before.alias("_clause_before"), clause_after.alias("_clause_after"))
    cue_before = {
        each: _status(pl.col("_clause_before").str.extract_all(_cue(each)).list.last(), each) for each in LANGUAGES
    }
    cue_after = {each: _status(pl.col("_clause_after").str.extract(f"({_cue(each)})", 1), each) for each in LANGUAGES}
    return marked.with_columns(
        pl.coalesce(_per_language(cue_before), _per_language(cue_after), pl.lit("reported")).alias("status")
    ).drop("_clause_before", "_clause_after")


def with_change(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Say whether the figure is the size of a rise or fall.

    In: `language`, `lead` (text before), `rest` (text after the figure), `ratio_change`. Out: plus `change` (increase,
    decrease, null).
    """
    found = {each: _change(each) for each in LANGUAGES}
    return figures.with_columns(pl.coalesce("ratio_change", _per_language(found)).alias("change"))


def _change(language: str) -> pl.Expr:
    sides = {}
    for side in ("before", "after"):
        phrases = alternation(words("change_words", language, "phrase", side=side))
        table = dict(
            lexicon("change_words", language).filter(pl.col("side") == side).select("phrase", "change").iter_rows()
        )
        pattern = (
            rf"(?:^|[^\p{{L}}])(?i:({phrases})) $"
            if side == "before"
            else rf"^ (?:year-on-year |net )?(?i:({phrases}))(?:$|[^\p{{L}}])"
        )
        text = pl.col("unqualified") if side == "before" else pl.col("rest")
        sides[side] = (
            text.str.extract(pattern, 1).str.to_lowercase().replace_strict(table, default=None, return_dtype=pl.String)
        )
    return pl.coalesce(sides["before"], sides["after"])
