"""What an undertaking is about, in words that compare across wordings and languages.

Whether two statements are of the same undertaking is decided in `matching`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl

from extraction.actors.names import names
from extraction.lexicons import LANGUAGES

_FOLDER = Path(__file__).parent
_ACCENTED, _PLAIN = "áéíóúüñàèìòùâêîôûäëïöçã", "aeiouunaeiouaeiouaeioca"
# Verbs of undertaking in whatever form, which say nothing of the object.
_UNDERTAKING = (
    r"^(?:compromet|promet|anunci|acord|reafirm|reiter|ofrec|pledg|promis|vow|undert|announc|agree|commit|confirm)"
)
_HEAD_WORDS = 2
_SHORTEST_NAME = 4


@cache
def _table(name: str) -> pl.DataFrame:
    return pl.read_csv(_FOLDER / f"{name}.csv", infer_schema=False)


def _folded(text: pl.Expr) -> pl.Expr:
    """Lower-case words without accents or signs, each between two spaces, so that neighbours never share one."""
    return (
        (" " + text.str.to_lowercase() + " ")
        .str.replace_many(list(_ACCENTED), list(_PLAIN))
        .str.replace_all(r"[^a-z0-9]+", " ")
        .str.replace_all(" ", "  ", literal=True)
    )


def _phrase(word: pl.Expr) -> pl.Expr:
    """A word or phrase as it stands in a folded text, with one space on each side."""
    return " " + _folded(word).str.strip_chars() + " "


@cache
def _phrases(language: str) -> pl.DataFrame:
    """Every phrase with the word that stands for it: concepts, states (`@` and their code), nothing for stop words."""
    concepts = _table("concepts").filter(pl.col("language") == language).select("word", pl.col("concept").alias("as"))
    states = (
        names(language)
        .filter(pl.col("type").is_in(["country", "demonym", "people"]) & pl.col("party").is_not_null())
        .filter(pl.col("word").str.len_chars() >= _SHORTEST_NAME)
        .select("word", ("@" + pl.col("party")).alias("as"))
    )
    stop_words = (
        _table("stop_words").filter(pl.col("language") == language).select("word", pl.lit(None, pl.String).alias("as"))
    )
    verbs = _table("actions").filter(pl.col("language") == language).select("word", pl.lit(None, pl.String).alias("as"))
    return (
        pl.concat([concepts, states, stop_words, verbs])
        .with_columns(_phrase(pl.col("word")).alias("phrase"))
        .unique("phrase", keep="first", maintain_order=True)
        .select("phrase", (" " + pl.col("as") + " ").fill_null(" ").alias("as"))
        .sort(pl.col("phrase").str.len_chars(), "phrase", descending=[True, False])
    )


def _content(text: pl.Expr, language: str) -> pl.Expr:
    """The words of `text` that say what is undertaken, in order: concepts, states and other content words."""
    phrases = _phrases(language)
    plain = (
        _folded(text)
        .str.replace_many(phrases["phrase"].to_list(), phrases["as"].to_list(), leftmost=True)
        .str.replace_all(r"([a-z]{3})s ", "${1} ")
    )
    return plain.str.extract_all(r"@[A-Z_0-9]+|[a-z]{3,}")


@cache
def _actions(language: str) -> pl.DataFrame:
    """Verbs and their action, longest first; `verb` is folded like the texts."""
    return (
        _table("actions")
        .filter(pl.col("language") == language)
        .select(_phrase(pl.col("word")).alias("verb"), "action")
        .unique("verb", keep="first", maintain_order=True)
        .sort(pl.col("verb").str.len_chars(), "verb", descending=[True, False])
    )


def _action(text: pl.Expr, language: str) -> pl.Expr:
    """The action of the first verb of `text` that the table knows."""
    verbs = _actions(language)
    found = _folded(text).str.extract_many(verbs["verb"].to_list(), leftmost=True).list.first()
    return found.replace_strict(verbs["verb"].to_list(), verbs["action"].to_list(), default=None)


def _by_language(make: Callable[[str], pl.Expr]) -> pl.Expr:
    return pl.coalesce(pl.when(pl.col("language") == language).then(make(language)) for language in LANGUAGES)


def with_features(statements: pl.LazyFrame) -> pl.LazyFrame:
    """Add what tells undertakings apart.

    In: `surface`, `language`, `action`, `actors`. Out: the same plus `action_group` (verbs of one meaning in both
    languages; null for verbs that say little), `words` (content words, sorted, without repeats), `head` (the first of
    them, which name the object), `own_words` (those outside proper names, by which acts under one named instrument
    differ) and `places` (states named that are no actors).
    """
    content = _by_language(lambda language: _content(pl.col("surface"), language))
    unnamed = pl.col("surface").str.replace_all(r"[\s(-]\p{Lu}[\p{L}\p{N}'’.-]*", " ")
    own = _by_language(lambda language: _content(unnamed, language))
    action = pl.coalesce(
        _by_language(lambda language: _action(pl.col("action"), language)),
        _by_language(lambda language: _action(pl.col("surface"), language)),
    )
    named = pl.col("_content").list.eval(pl.element().filter(pl.element().str.starts_with("@")).str.slice(1))
    plain = pl.col("_content").list.eval(
        pl.element().filter(~pl.element().str.starts_with("@") & ~pl.element().str.contains(_UNDERTAKING))
    )
    return (
        statements.with_columns(
            content.fill_null([]).alias("_content"),
            own.fill_null([]).list.unique().alias("own_words"),
            action.alias("action_group"),
        )
        .with_columns(plain.list.unique(maintain_order=True).alias("_plain"))
        .with_columns(
            named.list.unique().list.set_difference("actors").list.sort().alias("places"),
            pl.col("_plain").list.head(_HEAD_WORDS).list.sort().alias("head"),
        )
        .with_columns(
            pl.concat_list("_plain", pl.col("places")).list.unique().list.sort().alias("words"),
        )
        .drop("_content")
        .rename({"_plain": "ordered_words"})
    )
