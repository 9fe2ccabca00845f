"""Descriptions of instruments that have no name yet, where the sentence says who creates or runs them.

"will set up a joint committee on return and readmission": the creating verb and its object in one clause. Names are the
matter of the sibling modules; a bare noun with nothing that tells it apart is never taken.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.programs.patterns import LETTER, where
from extraction.spans import find_all

# A document with this share of sentences on migration is about it.
_SHARE_OF_FIELD = 0.1
# Longer than this (characters), a description has run on into another clause.
_LONGEST = 200
_MODIFIER = rf"(?:[{LETTER}0-9$'.–-]+,? )"
_CLAUSE = r"(?:[A-Z]\.|[^.;:()?!\"—])"
_NEW = {
    "en": "(?:a|an|the|our|its|their|another|one)(?: new| first| second| first-ever| historic)*",
    "es": "(?:un|una|el|la|nuestro|nuestra|su)(?: nuevo| nueva| primer| primera)*",
}


def described_instruments(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Objects of creating verbs that are instruments, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`, `method`.
    """
    phrases = _spanish_phrases(sentences) if language == "es" else _english_phrases(sentences)
    told_apart = _told_apart(phrases.with_columns(pl.lit(language).alias("language")))
    return about_migration(told_apart, sentences)


def _english_phrases(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Objects of creating verbs: `_left` (modifiers), `head`, `_right` (what it is for) and `start` of the phrase."""
    verb, noun = _words("creation", "en"), _nouns("en")
    opening = rf"{verb} {_NEW['en']} "
    named = rf"{_MODIFIER}{{0,7}}?{noun}(?-u:\b)"
    likely = where(sentences, pl.col("text").str.contains(rf"{verb} {_NEW['en']} "))
    separated = pl.col("_left").str.contains(rf"(?:^|[ -]){_words('no_modifier', 'en')} ")
    praise = pl.col("_left").str.extract_all(rf"^(?:{_words('praise', 'en')} )+").list.first().fill_null("")
    proper = pl.col("_left").str.contains(r"[A-ZÀ-Þ]") & (pl.col("_left").str.count_matches(" ") >= 2)
    return (
        find_all(likely, rf"(?-u:\b){opening}{named}(?: {_words('link', 'en')} {_CLAUSE}*)?")
        .pipe(_after_opening, opening)
        .with_columns(pl.col("_phrase").str.extract_all(f"^{named}").list.first().alias("_named"))
        .drop_nulls("_named")
        .with_columns(
            pl.col("_named").str.extract_all(f"{noun}$").list.first().alias("head"),
            _up_to_next_clause(pl.col("_phrase").str.slice(pl.col("_named").str.len_chars()), "en").alias("_right"),
        )
        .with_columns(pl.col("_named").str.head(-pl.col("head").str.len_chars().cast(pl.Int64)).alias("_left"))
        .filter(~separated)
        .with_columns(
            pl.col("start") + praise.str.len_chars(),
            pl.col("_left").str.slice(praise.str.len_chars()),
            # Two words before the noun, one of them proper, name it: what follows only says what it is for.
            pl.when(~proper).then("_right").otherwise(pl.lit("")).alias("_right"),
        )
    )


def _spanish_phrases(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """As `_english_phrases`; in Spanish the noun comes first and everything else after it."""
    noun = _nouns("es")
    opening = rf"(?:^|[^{LETTER}]){_words('creation', 'es')} {_NEW['es']} "
    phrase = rf"{noun}(?: [a-zà-öø-ÿ-]+){{0,3}}? {_words('link', 'es')} {_CLAUSE}*"
    return (
        find_all(sentences, f"{opening}{phrase}")
        .pipe(_after_opening, opening)
        .with_columns(
            pl.col("_phrase").str.extract_all(f"^{noun}").list.first().alias("head"), pl.lit("").alias("_left")
        )
        .with_columns(
            _up_to_next_clause(pl.col("_phrase").str.slice(pl.col("head").str.len_chars()), "es").alias("_right")
        )
    )


def _after_opening(found: pl.LazyFrame, opening: str) -> pl.LazyFrame:
    """Cut verb and article off: `_phrase` and its `start`."""
    lead = pl.col("match").str.extract_all(f"^{opening}").list.first().str.len_chars()
    return found.with_columns(
        pl.col("match").str.slice(lead).alias("_phrase"), (pl.col("match_start") + lead).cast(pl.Int64).alias("start")
    )


def _up_to_next_clause(text: pl.Expr, language: str) -> pl.Expr:
    comma, conjunction = _words("stop_after_comma", language), _words("stop_after_and", language)
    joint = "and" if language == "en" else "y"
    dated = "(?:in|en) [0-9]{4}|on [A-Z][a-z]+ [0-9]+"
    actor = ", and [A-Z][a-z]+ [a-z]+(?:ed|s)"
    stop = f"(?:{actor}|, {comma}|,? {joint} {conjunction}|,? {_words('stop', language)}| (?:{dated}))"
    return text.str.replace(rf"{stop}(?:[^{LETTER}].*)?$", "")


def _told_apart(found: pl.LazyFrame) -> pl.LazyFrame:
    """Keep what is told apart: by what it is about, or by a proper word or two adjectives in front of its noun."""
    name = (pl.col("_left") + pl.col("head") + pl.col("_right")).str.strip_chars_end(" ,-–")
    about = pl.col("_right").str.count_matches(rf"[{LETTER}]{{3,}}") >= 2
    told = pl.col("_left").str.contains(r"[A-ZÀ-Þ]") | (pl.col("_left").str.count_matches(" ") >= 3)
    return (
        found.filter(about | told)
        .with_columns(name.alias("name"))
        .select(
            "sentence",
            "document_id",
            "start",
            (pl.col("start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            "head",
            "language",
            pl.lit("description.created").alias("method"),
        )
    )


def about_migration(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Keep descriptions that speak of migration, or stand in a document that does.

    Public texts are full of unnamed plans and partnerships; without a name only the field they belong to tells.
    """
    field = words("program_words", "en", role="field")
    speaks = pl.col("text").str.to_lowercase().str.contains_any(field)
    documents = (
        sentences.join(found.select("document_id").unique(), on="document_id", how="semi")
        .group_by("document_id")
        .agg(speaks.mean().alias("_share"))
    )
    bodies = words("program_words", "en", role="field_body")
    told = pl.col("name").str.to_lowercase().str.contains_any([*field, *bodies])
    brief = pl.col("name").str.len_chars() <= _LONGEST
    return (
        found.join(documents, on="document_id")
        .filter(brief, told | (pl.col("_share") >= _SHARE_OF_FIELD))
        .drop("_share")
    )


@cache
def _words(role: str, language: str) -> str:
    """Alternation of the creating verbs (role `creation`) or of the words of one role that shape a clause."""
    if role == "creation":
        return alternation(words("program_creation", language))
    return alternation(words("program_clauses", language, role=role))


@cache
def _nouns(language: str) -> str:
    """Alternation of the nouns that may head a description, in the singular."""
    heads = lexicon("program_heads", language).filter(pl.col("described") == "yes")["head"]
    return alternation(head if head.isupper() else head.lower() for head in heads)
