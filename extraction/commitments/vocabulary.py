"""The words of commitments as tables and patterns: what the other modules of the package ask of the lexicons.

Remit: reading `commitment_*.csv` and the names of who can act. What a match means belongs to `english` and `spanish`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from warehouse.reference import load


@cache
def role(language: str, name: str) -> str:
    """An alternation of the words of `commitment_words` that play one role."""
    return alternation(words("commitment_words", language, role=name))


@cache
def verb_forms(language: str, form: str, **conditions: str) -> str:
    """An alternation of one form of the verbs of `commitment_actions` that fulfil the conditions."""
    return alternation(words("commitment_actions", language, column=form, **conditions))


def commissive_forms(language: str) -> pl.DataFrame:
    """Each form of the commissive verbs once: `form`, `verb`, `tense`, `force`, `takes`, `adjective`.

    `tense` is the name of the lexicon's column; where two columns share a form, the first one.
    """
    table = lexicon("commitment_verbs", language).drop("language")
    described = [column for column in ("force", "takes", "adjective", "reflexive") if column in table.columns]
    tenses = [column for column in table.columns if column not in described]
    long = pl.concat(
        [
            table.select(pl.col(tense).alias("form"), "verb", pl.lit(tense).alias("tense"), *described)
            for tense in tenses
        ]
    )
    return long.drop_nulls("form").unique("form", keep="first", maintain_order=True)


def action_forms(language: str) -> pl.DataFrame:
    """Each form of the known verbs once: `form`, `verb`, `role`, `noun`."""
    table = lexicon("commitment_actions", language).drop("language")
    forms = [column for column in table.columns if column not in ("role", "noun")]
    long = pl.concat([table.select(pl.col(form).alias("form"), "verb", "role", "noun") for form in forms])
    return long.drop_nulls("form").unique("form", keep="first", maintain_order=True)


@cache
def names_of_authorities(language: str) -> str:
    """An alternation of the names of states, agencies, organisations and holders of office."""
    countries = load("country_names")
    chosen = countries.filter(
        (countries["language"] == language) & countries["kind"].is_in(["name", "capital_metonym"])
    )["name"].to_list()
    organisations = load("organisations")[f"name_{language}"].drop_nulls().to_list()
    holders = load("office_holders")
    people = holders["name"].to_list() + [
        alias for aliases in holders["aliases"].drop_nulls() for alias in aliases.split("|")
    ]
    titles = load("offices").filter(pl.col("language") == language)["title"].to_list()
    return alternation([*chosen, *organisations, *people, *titles])
