"""Expressions over the text of a sentence that the rules of this package share.

Nothing here knows what an actor is.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, alternation, words

# Types of names that say of which state or organisation someone is.
NATIONAL = ("country", "demonym", "organisation", "metonym")
# Words inside the name of an office or agency: "of Lakes and Rivers".
FIELD = r"(?: (?:of|for|on|and|the|de|del|la|las|los|y|e|para)| \p{Lu}[\p{L}'.-]*,?)"
_NOTHING = r"[^\s\S]"


@cache
def any_of(role: str, language: str) -> str:
    """A pattern for the lexicon's words of that role; one that matches nothing when the language has none."""
    found = words("actor_context", language, role=role)
    return alternation(found) if found else _NOTHING


def by_language(make: dict[str, pl.Expr]) -> pl.Expr:
    """The expression of the row's language."""
    return pl.coalesce(pl.when(pl.col("language") == language).then(make[language]) for language in LANGUAGES)


def contains(text: pl.Expr, pattern: dict[str, str]) -> pl.Expr:
    """Whether `text` matches the pattern of the row's language; false where there is no text."""
    matches = (
        pl.when(pl.col("language") == language).then(text).str.contains(pattern[language]).fill_null(False)
        for language in LANGUAGES
    )
    return pl.any_horizontal(*matches)


def until(position: pl.Expr, width: int = 80) -> pl.Expr:
    """The text before `position`, at most `width` code points of it."""
    start = pl.max_horizontal(position - width, 0)
    return pl.col("text").str.slice(start, position - start)


def between(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """The text from `start` to `end`; empty when they cross."""
    return pl.col("text").str.slice(start, pl.max_horizontal(end - start, 0))
