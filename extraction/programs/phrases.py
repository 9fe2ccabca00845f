"""Instruments told in small letters by what they are and with whom, where, for how much or about what.

"a resettlement deal with Ghana", "un memorando sobre migración circular", "a $12 million pilot project": such a phrase
picks out one instrument, whoever the sentence says creates it. The phrases are the table `program_phrases`; here are
the shapes its patterns refer to. Objects of creating verbs are the matter of `descriptions`.
"""

from __future__ import annotations

from functools import cache, reduce

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.programs.classification import names_a_country
from extraction.programs.descriptions import about_migration, without_denied
from extraction.programs.patterns import CAPITAL, LETTER, UPPER, YEAR, where
from extraction.spans import find_all

_PLACE = rf"(?:{CAPITAL}(?: (?:of (?:the )?|de (?:la |las )?)?{CAPITAL}){{0,3}})"
_OF_A_STATE = "(?:the )?(?:[Gg]overnments? of )?(?:the )?|(?:el |la |los |las )?(?:[Gg]obiernos? de )?(?:la |el |los )?"
_PARTNER = rf"(?:(?:{_OF_A_STATE}){_PLACE})"
_NUMBER = "[0-9][0-9.,]*"
_MULTIPLIER = "(?:[- ](?:million|billion|millones|mil millones))?"
_SHAPES = {
    "<partners>": rf"{_PARTNER}(?:, {_PARTNER})*(?:,? (?:and|&|y|e) {_PARTNER})?",
    "<place>": _PLACE,
    "<adjectives>": f"(?:[{LETTER}'-]+ ){{0,3}}?",
    "<word>": "[a-zà-öø-ÿ]+",
    "<letters>": "[a-zà-öø-ÿ]*",
    "<amount>": (
        rf"(?:[A-Z]{{0,3}}[$€£] ?{_NUMBER}{_MULTIPLIER}"
        rf"|{_NUMBER}{_MULTIPLIER} (?:de )?(?:dollars|euros?|pounds|dólares|pesos|EUR|USD))"
    ),
    "<date>": f"(?:[{UPPER}][a-z]+ {YEAR}|[0-9]{{1,2}} (?:[{UPPER}][a-z]+|de [a-z]+ (?:de|del)) {YEAR}|{YEAR})",
}  # fmt: skip
# Words in front of a phrase that are not part of it.
_OUTSIDE = "(?:the|a|an|our|its|their|his|this|that|of|for|in|at|and|new|another|each|one|to|is|are|as|by|from)"


def phrased_instruments(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Instruments that texts of one language tell by a phrase.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `kind`, `language`, `method`.
    """
    rules = lexicon("program_phrases", language)
    cues = rules["cue"].str.split("|").explode().unique().sort().to_list()
    likely = where(sentences, pl.col("text").str.contains_any(cues))
    found = without_denied(pl.concat([_found(likely, **rule) for rule in rules.iter_rows(named=True)]), sentences)
    plain, gated = (found.filter(pl.col("_gated") == gate).drop("_gated") for gate in (False, True))
    return pl.concat([plain, about_migration(gated, sentences)])


def _found(
    sentences: pl.LazyFrame, *, language: str, pattern: str, cue: str, asks: str | None, kind: str
) -> pl.LazyFrame:
    """Finds of one rule, with `_gated` where it asks for the field."""
    asked = (asks or "").split("|")
    shapes = {**_SHAPES, "<field>": _field(language)}
    shaped = reduce(lambda filled, shape: filled.replace(shape, shapes[shape]), shapes, pattern)
    bounded = rf"(?:^|[^{LETTER}0-9$€£.-])({shaped})(?:$|[^\p{{L}}0-9])"
    phrase = pl.col("match").str.extract(bounded, 1)
    found = (
        find_all(where(sentences, pl.col("text").str.contains_any(cue.split("|"))), bounded)
        .with_columns(phrase.str.replace(f"^(?:{_OUTSIDE} )+", "").str.replace(f" {_OUTSIDE}$", "").alias("name"))
        .with_columns(
            (pl.col("match_start") + (~pl.col("match").str.starts_with(phrase))).alias("start"),
            phrase.str.extract(f"^((?:{_OUTSIDE} )+)", 1).str.len_chars().fill_null(0).cast(pl.Int64).alias("_outside"),
        )
        .with_columns(pl.col("start") + pl.col("_outside"))
    )
    if "country" in asked:
        found = found.filter(names_a_country(pl.col("name")))
    return found.select(
        "sentence",
        "document_id",
        "start",
        (pl.col("start") + pl.col("name").str.len_chars()).cast(pl.Int64).alias("end"),
        "name",
        pl.lit(kind).alias("kind"),
        "language",
        pl.lit("description.phrase").alias("method"),
        pl.lit("field" in asked).alias("_gated"),
    )


@cache
def _field(language: str) -> str:
    """Alternation of what instruments of the field are about ("readmission", "movilidad laboral")."""
    return alternation(words("program_words", language, role="matter"))
