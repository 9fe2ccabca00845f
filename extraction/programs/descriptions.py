"""Descriptions of instruments that have no name yet: what a sentence creates, and bodies told by what they are for.

"will set up a joint committee on return and readmission": the creating verb and its object in one clause. "The task
force on smuggling" is told apart whatever the verb; the lexicon of heads says which nouns are. Names are the
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
_REACH = 60  # characters looked at before a description
_MODIFIER = rf"(?:[{LETTER}0-9$'.–-]+,? )"
_CLAUSE = r"(?:[A-Z]\.|[^.;:()?!\"—])"
_NEW = {
    "en": "(?:a|an|the|our|its|their|another|one)(?: new| first| second| first-ever| historic)*",
    "es": "(?:un|una|el|la|nuestro|nuestra|su)(?: nuevo| nueva| primer| primera)*",
}
# A body that the text takes as known: "the joint task force on ...", "del grupo de trabajo sobre ...".
_DETERMINED = {
    "en": "(?:a|an|the|our|its|their|this|another)(?: new)?",
    "es": "(?:un|una|el|la|al|del|nuestro|nuestra|su|este|esta)(?: nuevo| nueva)?",
}
# What is denied or ruled out picks out nothing: "will not sign an agreement on ...", "descarta firmar un acuerdo ...".
_DENIED = (
    r"(?i)(?:^|[^\p{L}])(?:not|cannot|never|[a-z]+n't|rul(?:e|es|ed|ing) out|refus(?:e|es|ed|ing) to|"
    r"no|nunca|tampoco|descart[a-zó]+|rechaz[a-zó]+|niega[n]?|negó)(?: [a-zà-ÿ]+){0,5} $"
)


def described_instruments(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Objects of creating verbs that are instruments, and bodies told by what they are for, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`, `method`.
    """
    phrases = _spanish_phrases if language == "es" else _english_phrases
    creation, nouns = _words("creation", language), _nouns(language, "always")
    created = phrases(sentences, f"{creation} {_NEW[language]} ", _nouns(language), _MODIFIER)
    definite = phrases(sentences, f"(?:{_DETERMINED[language]}|{creation}) ", nouns, _body_adjective(language))
    about = pl.col("_right").str.count_matches(rf"[{LETTER}]{{3,}}")
    told = pl.col("_left").str.contains(r"[A-ZÀ-Þ]") | (pl.col("_left").str.count_matches(" ") >= 3)
    found = pl.concat(
        [created.filter((about >= 2) | told), definite.filter(pl.col("_right").str.contains(rf"[{LETTER}]{{5}}"))]
    )
    return about_migration(without_denied(_shaped(found, language), sentences), sentences)


def _english_phrases(sentences: pl.LazyFrame, opening: str, noun: str, modifier: str) -> pl.LazyFrame:
    """What follows an opening: `_left` (modifiers), `head`, `_right` (what it is for) and `start` of the phrase."""
    named = rf"{modifier}{{0,7}}?{noun}(?-u:\b)"
    likely = where(where(sentences, pl.col("text").str.contains(noun)), pl.col("text").str.contains(opening))
    separated = pl.col("_left").str.contains(rf"(?:^|[ -]){_words('no_modifier', 'en')} ")
    praise = pl.col("_left").str.extract_all(rf"^(?:{_words('praise', 'en')} )+").list.first().fill_null("")
    proper = pl.col("_left").str.contains(r"[A-ZÀ-Þ]") & (pl.col("_left").str.count_matches(" ") >= 2)
    return (
        find_all(likely, rf"(?-u:\b){opening}{named}")
        .pipe(_after_opening, opening)
        .with_columns(
            pl.col("_named").str.extract_all(f"{noun}$").list.first().alias("head"),
            _up_to_next_clause(_matter(rf" {_words('link', 'en')} {_CLAUSE}*"), "en").alias("_right"),
        )
        .with_columns(_without_loose_tail(pl.col("_named"), pl.col("_right")).alias("_right"))
        .with_columns(pl.col("_named").str.head(-pl.col("head").str.len_chars().cast(pl.Int64)).alias("_left"))
        .filter(~separated)
        .with_columns(
            pl.col("start") + praise.str.len_chars(),
            pl.col("_left").str.slice(praise.str.len_chars()),
            # Two words before the noun, one of them proper, name it: what follows only says what it is for.
            pl.when(~proper).then("_right").otherwise(pl.lit("")).alias("_right"),
        )
        .select("sentence", "document_id", "start", "_left", "head", "_right")
    )


def _spanish_phrases(sentences: pl.LazyFrame, opening: str, noun: str, modifier: str) -> pl.LazyFrame:
    """As `_english_phrases`; in Spanish the noun comes first and everything else after it."""
    opening = f"(?:^|[^{LETTER}]){opening}"
    adjectives = pl.col("_rest").str.extract(f"^((?: {modifier.rstrip(' ')})+)", 1)
    told = adjectives.is_not_null() & (modifier != _MODIFIER)
    matter = _matter(rf"(?: [a-zà-öø-ÿ-]+){{0,3}}? {_words('link', 'es')} {_CLAUSE}*")
    return (
        find_all(where(sentences, pl.col("text").str.contains(noun)), f"{opening}{noun}(?-u:\\b)")
        .pipe(_after_opening, opening)
        .with_columns(pl.col("_named").alias("head"), pl.lit("").alias("_left"))
        .with_columns(_up_to_next_clause(matter, "es").alias("_right"))
        .with_columns(_without_loose_tail(pl.col("_right"), pl.col("_right")).alias("_right"))
        # An adjective of cooperation tells the body apart: what follows only says what it is to do.
        .with_columns(
            pl.when(told & pl.col("_rest").str.contains(f"^{modifier}+para [a-z]+r "))
            .then(adjectives)
            .otherwise("_right")
            .alias("_right")
        )
        .select("sentence", "document_id", "start", "_left", "head", "_right")
    )


def _after_opening(found: pl.LazyFrame, opening: str) -> pl.LazyFrame:
    """Cut verb and article off: `_named` with its `start`, and `_rest`, the text after it."""
    lead = pl.col("match").str.extract_all(f"^{opening}").list.first().str.len_chars()
    return found.with_columns(
        pl.col("match").str.slice(lead).alias("_named"),
        (pl.col("match_start") + lead).cast(pl.Int64).alias("start"),
        pl.col("text").str.slice(pl.col("match_end"), 2 * _LONGEST).alias("_rest"),
    )


def _matter(pattern: str) -> pl.Expr:
    """What the text after a noun says the instrument is for; empty where it says nothing."""
    return pl.col("_rest").str.extract(f"^({pattern})", 1).fill_null("")


def _without_loose_tail(named: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Drop what an amount makes needless ("$2 million pilot to help farms"), unless it tells the field."""
    priced = named.str.contains(r"[$€£][0-9]|[0-9] (?:de )?(?:euros|dólares)")
    field = right.str.to_lowercase().str.contains_any(words("program_words", "en", role="field"))
    return (
        pl.when(priced & ~field)
        .then(right.str.extract(r"^(.*?[0-9][^ ]* (?:de )?(?:euros|dólares))", 1).fill_null(""))
        .otherwise(right)
    )


def _up_to_next_clause(text: pl.Expr, language: str) -> pl.Expr:
    comma, conjunction = _words("stop_after_comma", language), _words("stop_after_and", language)
    joint = "and" if language == "en" else "y"
    dated = "(?:in|en) [0-9]{4}|on [A-Z][a-z]+ [0-9]+"
    actor = ", and [A-Z][a-z]+ [a-z]+(?:ed|s)"
    stop = f"(?:{actor}|, {comma}|,? {joint} {conjunction}|,? {_words('stop', language)}| (?:{dated}))"
    return text.str.replace(rf"{stop}(?:[^{LETTER}].*)?$", "")


def _shaped(found: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Put the parts together: `name` and its `end`."""
    name = (pl.col("_left") + pl.col("head") + pl.col("_right")).str.strip_chars_end(" ,-–")
    return found.with_columns(name.alias("name")).select(
        "sentence",
        "document_id",
        "start",
        (pl.col("start") + pl.col("name").str.len_chars()).alias("end"),
        "name",
        "head",
        pl.lit(language).alias("language"),
        pl.lit("description.created").alias("method"),
    )


def without_denied(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Drop descriptions (`sentence`, `start`) of what the words in front deny or rule out."""
    before = pl.col("text").str.slice(
        pl.max_horizontal(pl.col("start") - _REACH, 0), pl.min_horizontal("start", _REACH)
    )
    return (
        found.join(sentences.select("sentence", "text"), on="sentence")
        .filter(~before.str.contains(_DENIED))
        .drop("text")
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
def _nouns(language: str, described: str = "yes|always") -> str:
    """Alternation of the nouns that may head a description, in the singular."""
    heads = lexicon("program_heads", language).filter(pl.col("described").is_in(described.split("|")))["head"]
    return alternation(head if head.isupper() else head.lower() for head in heads)


@cache
def _body_adjective(language: str) -> str:
    """Pattern of an adjective of cooperation or a pair of states in front of a body, with the space after it."""
    adjectives = alternation(words("program_words", language, role="body_adjective"))
    pair = rf"(?:[A-Z]\.[A-Z]\.|[A-Z][{LETTER}]+)[-–](?:[A-Z]\.[A-Z]\.|[A-Z][{LETTER}]+)"
    return f"(?:(?:{adjectives}|{pair}|[a-z]+-[a-z]+) )"
