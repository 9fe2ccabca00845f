"""The words of commitments as tables and patterns: what the other modules of the package ask of the lexicons.

Remit: reading `commitment_*.csv` and the names of who can act. What a match means belongs to `english` and `spanish`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from warehouse.reference import load

_DESCRIPTIONS = ("force", "takes", "adjective", "reflexive", "role", "noun")


@cache
def role(language: str, *names: str) -> str:
    """An alternation of the words of `commitment_words` that play one of the roles."""
    return alternation(word for name in names for word in words("commitment_words", language, role=name))


@cache
def verbs(language: str, form: str = "verb", **conditions: str) -> str:
    """An alternation of one form of the verbs of `commitment_actions` that fulfil the conditions."""
    return alternation(words("commitment_actions", language, column=form, **conditions))


@cache
def forms(table: str, language: str) -> pl.DataFrame:
    """Each inflected form of the verbs in a table once: `form`, `verb`, `tense` and what the table says of the verb.

    `tense` is the name of the table's column; where two columns hold the same form, the first one.
    """
    lexemes = lexicon(table, language).drop("language")
    described = [column for column in lexemes.columns if column in _DESCRIPTIONS]
    tenses = [column for column in lexemes.columns if column not in described]
    each = [
        lexemes.select(pl.col(tense).alias("form"), "verb", pl.lit(tense).alias("tense"), *described)
        for tense in tenses
    ]
    return pl.concat(each).drop_nulls("form").unique("form", keep="first", maintain_order=True)


@cache
def names_of_authorities(language: str) -> str:
    """An alternation of the names of states, their seats, organisations and holders of office."""
    names = load("country_names").filter(
        (pl.col("language") == language) & pl.col("kind").is_in(["name", "capital_metonym"])
    )["name"]
    organisations = load("organisations")
    holders = load("office_holders")
    aliases = [*holders["aliases"].drop_nulls(), *organisations["aliases"].drop_nulls()]
    return alternation(
        [
            *names.str.strip_prefix("the "),
            *organisations[f"name_{language}"].drop_nulls(),
            *holders["name"],
            *(alias for joined in aliases for alias in joined.split("|")),
        ]
    )
