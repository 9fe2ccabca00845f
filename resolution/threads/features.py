"""What an undertaking is about, in words that compare across wordings and languages.

Whether two statements are of the same undertaking is decided in `matching`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl

from extraction.actors.names import names
from extraction.lexicons import LANGUAGES

_FOLDER = Path(__file__).parent
_ACCENTED, _PLAIN = "áéíóúüñàèìòùâêîôûäëïöçã", "aeiouunaeiouaeiouaeioca"
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
        .with_columns(_folded(pl.col("word")).alias("phrase"))
        .unique("phrase", keep="first", maintain_order=True)
        .select("phrase", (" " + pl.col("as") + " ").fill_null(" ").alias("as"))
        .sort(pl.col("phrase").str.len_chars(), "phrase", descending=[True, False])
    )


def _content(language: str) -> pl.Expr:
    """The words of `surface` that say what is undertaken, in order: concepts, states and other content words."""
    phrases = _phrases(language)
    plain = (
        _folded(pl.col("surface"))
        .str.replace_many(phrases["phrase"].to_list(), phrases["as"].to_list(), leftmost=True)
        .str.replace_all(r"([a-z]{3})s ", "${1} ")
    )
    return plain.str.extract_all(r"@[A-Z_0-9]+|[a-z]{3,}")


def _actions() -> pl.LazyFrame:
    table = _table("actions").lazy()
    return table.unique("word", keep="first", maintain_order=True).select(
        pl.col("word").alias("action"), pl.col("action").alias("action_group")
    )


def with_features(statements: pl.LazyFrame) -> pl.LazyFrame:
    """Add what tells undertakings apart.

    In: `surface`, `language`, `action`, `actors`. Out: the same plus `action_group` (verbs of one meaning in both
    languages; null for verbs that say little), `words` (content words, sorted, without repeats), `head` (the first of
    them, which name the object) and `places` (states named that are no actors).
    """
    content = pl.coalesce(pl.when(pl.col("language") == language).then(_content(language)) for language in LANGUAGES)
    named = pl.col("_content").list.eval(pl.element().filter(pl.element().str.starts_with("@")).str.slice(1))
    plain = pl.col("_content").list.eval(pl.element().filter(~pl.element().str.starts_with("@")))
    return (
        statements.with_columns(content.fill_null([]).alias("_content"))
        .with_columns(plain.list.unique(maintain_order=True).alias("_plain"))
        .with_columns(
            named.list.unique().list.set_difference("actors").list.sort().alias("places"),
            pl.col("_plain").list.head(_HEAD_WORDS).list.sort().alias("head"),
        )
        .with_columns(
            pl.concat_list("_plain", pl.col("places")).list.unique().list.sort().alias("words"),
        )
        .join(_actions(), on="action", how="left", maintain_order="left")
        .drop("_content")
        .rename({"_plain": "ordered_words"})
    )
