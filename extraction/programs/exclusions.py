"""What looks like the name of an instrument and is none: agencies, parliaments, places, publications, generic terms.

The words are in the lexicon `program_exclusions` and in the reference tables of agencies and organisations.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from warehouse.reference import load


@cache
def _patterns(language: str) -> str:
    table = lexicon("program_exclusions", language)
    return "|".join(f"(?:{pattern})" for pattern in table["pattern"])


@cache
def authorities() -> pl.Series:
    """Names and aliases of agencies and organisations, which act through instruments but are none."""
    agencies = load("agencies")
    organisations = load("organisations")
    aliases = [table["aliases"].drop_nulls().str.split("|").explode() for table in (agencies, organisations)]
    names = pl.concat([agencies["name"], organisations["name_en"], organisations["name_es"], *aliases])
    return names.drop_nulls().unique().sort()


def without_excluded(found: pl.LazyFrame) -> pl.LazyFrame:
    """Drop discovered names (`name`, `language`) of things that are no instruments."""
    bare = pl.col("name").str.replace("^(?:[Tt]he|[Ee]l|[Ll]a|[Ll]os|[Ll]as) ", "")
    listed = bare.is_in(authorities().implode())
    patterned = (
        pl.when(pl.col("language") == "es")
        .then(bare.str.contains(_patterns("es")))
        .otherwise(bare.str.contains(_patterns("en")))
    )
    return found.filter(~listed, ~patterned)


def without_authorities(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Drop discovered names that the words right after them show to be part or acronym of an institution."""
    after = pl.col("text").str.slice(pl.col("end"), 24)
    # A name that goes on with one of these words belongs to an institution ("Advanced Projects Agency").
    institution = f"^ {alternation(words('program_words', 'en', role='institution'))}(?:$|[^a-z])"
    added = after.str.extract(r"^ \(([A-Z][A-Za-z-]+)\)", 1)
    agency = added.is_in(authorities().implode()).fill_null(False) | after.str.contains(institution)
    return (
        found.join(sentences.select("sentence", "text"), on="sentence", maintain_order="left")
        .filter(pl.col("program_id").is_not_null() | ~agency)
        .drop("text")
    )
