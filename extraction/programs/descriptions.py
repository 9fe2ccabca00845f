"""Descriptions of instruments that have no name yet, where the sentence says who creates or runs them.

"will set up a joint committee on return and readmission": the creating verb and its object in one clause. Names are the
matter of the sibling modules; a bare noun with nothing that tells it apart is never taken.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.programs.patterns import LETTER, any_of, heads, where
from extraction.spans import find_all

# A document with this share of sentences on migration is about it.
_SHARE_OF_FIELD = 0.1
# Longer than this, a description has run on into another clause.
_LONGEST = 200
_ENGLISH_MODIFIER = rf"(?:[{LETTER}0-9$'.–-]+,? )"
_ENGLISH_LINK = (
    "(?:on|for|to|of|between|among|against|with|that will|that would|which will|focused on|aimed at|designed to|dedicated to|"
    "enabling|combining|tasked with|charged with|under which|whereby)"
)
_SPANISH_LINK = (
    "(?:de|del|sobre|para|entre|con|contra|a cargo de|en materia de|que|encargado de|encargada de|dedicado a|dedicada a|"
    "orientado a|orientada a|destinado a|destinada a)"
)
_CLAUSE = r"(?:[A-Z]\.|[^.;:()?!\"—])"
# Where what follows no longer belongs to the description.
_ENGLISH_STOP = (
    r"(?:, (?:which|as|while|and will|who|where|including|with|in|to|by|but|a|the|so|you know)(?-u:\b)|,? as well as|"
    r",? and (?:will|to|has|have|is|are|was|were|we|they|the|expand|establish|create|launch|improve|provide|work|continue|"
    r"agreed|also|promote|support|increase|reduce|strengthen|announced|fought)(?-u:\b)|"
    r" (?:which|who|so that|while|when|once|until|after|before|during|this|last|next|will|has|have|was|were|is|are|earlier|"
    r"under (?:the|a|an|which)|in order to|at the|as part|as a|in the coming|by the|in [0-9]{4}|on [A-Z][a-z]+ [0-9]+)(?-u:\b))"
)
_SPANISH_STOP = (
    r"(?:, (?:que|con|para|en|así|y|a|el|la|lo|cuando|donde|pero|como) |,? así como|,? y (?:se|que|el|la|los|las|también|a) |"
    r" (?:el cual|la cual|con miras|con el fin|a fin de|mientras|cuando|durante|después|antes|en el marco|en [0-9]{4}|a partir|"
    r"será|fue|ha|han|es|son) )"
)
# Modifiers do not reach over these words: with one of them in between, noun and verb stand in different phrases.
_ENGLISH_NO_MODIFIER = (
    "(?:^|[ -])(?:of|to|for|on|in|at|by|with|that|which|from|into|is|are|was|were|will|would|could|should|can|be|been|has|"
    "have|as|or|than|under|between|who|his|her|this|against|about|said|says|a|an|our|the|–) "
)
_PRAISE = (
    "^(?:(?:more|most|even|largest|bold|tight|deeper|massive|historic|original|separate|unprecedented|durable|effective|"
    "robust|strong|major|real|big|extraordinary|innovative|brand-new) )+"
)


@cache
def _verbs(language: str) -> str:
    return alternation(lexicon("program_creation", language)["word"])


def described_instruments(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Objects of creating verbs that are instruments, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`, `method`.
    """
    return _about_migration(_spanish(sentences) if language == "es" else _english(sentences), sentences)


def _about_migration(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
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
    told = (
        pl.col("name").str.to_lowercase().str.contains_any([*field, *words("program_words", "en", role="field_body")])
    )
    brief = pl.col("name").str.len_chars() <= _LONGEST
    return (
        found.join(documents, on="document_id")
        .filter(brief, told | (pl.col("_share") >= _SHARE_OF_FIELD))
        .drop("_share")
    )


@cache
def _english_nouns() -> str:
    nouns = [head if head.isupper() else head.lower() for head in heads("en", described=True)]
    singular = lexicon("program_heads", "en").filter(pl.col("described") == "yes")["head"]
    keep = {head if head.isupper() else head.lower() for head in singular}
    return any_of(tuple(noun for noun in nouns if noun in keep))


@cache
def _spanish_nouns() -> str:
    singular = lexicon("program_heads", "es").filter(pl.col("described") == "yes")["head"]
    return any_of(tuple(sorted({head.lower() for head in singular})))


def _english(sentences: pl.LazyFrame) -> pl.LazyFrame:
    verb, noun = _verbs("en"), _english_nouns()
    opening = rf"{verb} (?:a|an|the|our|its|their|another|one)(?: new| first| second| first-ever| historic)* "
    phrase = rf"{_ENGLISH_MODIFIER}{{0,7}}?{noun}(?-u:\b)(?: {_ENGLISH_LINK} {_CLAUSE}*)?"
    return (
        find_all(
            where(sentences, pl.col("text").str.contains(rf"{verb} (?:a|an|the|our|its|their|another|one) ")),
            rf"(?-u:\b){opening}{phrase}",
        )
        .with_columns(pl.col("match").str.extract_all(rf"^{opening}").list.first().str.len_chars().alias("_lead"))
        .with_columns(pl.col("match").str.slice(pl.col("_lead")).alias("_phrase"))
        .with_columns(
            pl.col("_phrase")
            .str.extract_all(rf"^{_ENGLISH_MODIFIER}{{0,7}}?{noun}(?-u:\b)")
            .list.first()
            .alias("_named")
        )
        .filter(pl.col("_named").is_not_null())
        .with_columns(
            pl.col("_named").str.extract_all(rf"{noun}$").list.first().alias("head"),
            pl.col("_phrase")
            .str.slice(pl.col("_named").str.len_chars())
            .str.replace(rf"{_ENGLISH_STOP}.*$", "")
            .alias("_right"),
        )
        .with_columns(pl.col("_named").str.head(-pl.col("head").str.len_chars().cast(pl.Int64)).alias("_left"))
        .filter(~pl.col("_left").str.contains(_ENGLISH_NO_MODIFIER))
        .with_columns(
            (
                pl.col("_lead") + pl.col("_left").str.extract_all(_PRAISE).list.first().str.len_chars().fill_null(0)
            ).alias("_lead"),
            pl.col("_left").str.replace(_PRAISE, ""),
        )
        .with_columns(pl.when(~_named_already()).then("_right").otherwise(pl.lit("")).alias("_right"))
        .pipe(_described, "en")
    )


def _spanish(sentences: pl.LazyFrame) -> pl.LazyFrame:
    verb, noun = _verbs("es"), _spanish_nouns()
    opening = rf"{verb} (?:un|una|el|la|nuestro|nuestra|su)(?: nuevo| nueva| primer| primera)* "
    phrase = rf"{noun}(?: [a-zà-öø-ÿ-]+){{0,3}}? {_SPANISH_LINK} {_CLAUSE}*"
    return (
        find_all(
            sentences,
            rf"(?:^|[^{LETTER}]){opening}{phrase}",
        )
        .with_columns(
            pl.col("match").str.extract_all(rf"^(?:[^{LETTER}])?{opening}").list.first().str.len_chars().alias("_lead")
        )
        .with_columns(pl.col("match").str.slice(pl.col("_lead")).alias("_phrase"))
        .with_columns(
            pl.col("_phrase").str.extract_all(rf"^{noun}").list.first().alias("head"), pl.lit("").alias("_left")
        )
        .with_columns(
            pl.col("_phrase")
            .str.slice(pl.col("head").str.len_chars())
            .str.replace(rf"{_SPANISH_STOP}.*$", "")
            .alias("_right")
        )
        .pipe(_described, "es")
    )


def _named_already() -> pl.Expr:
    """Two words before the noun, one of them a proper name, name it; what follows then only says what it is for."""
    left = pl.col("_left")
    return left.str.contains(r"[A-ZÀ-Þ]") & (left.str.count_matches(" ") >= 2)


def _described(found: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Keep what is told apart: by what it is about, or by a proper word or two adjectives in front of its noun."""
    name = (pl.col("_left") + pl.col("head") + pl.col("_right")).str.strip_chars_end(" ,-–")
    told = pl.col("_right").str.count_matches(rf"[{LETTER}]{{3,}}") >= 2
    proper = pl.col("_left").str.contains(r"[A-ZÀ-Þ]") | (pl.col("_left").str.count_matches(" ") >= 3)
    return (
        found.filter(told | proper)
        .with_columns(name.alias("name"), (pl.col("match_start") + pl.col("_lead")).alias("start"))
        .select(
            "sentence",
            "document_id",
            "start",
            (pl.col("start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            "head",
            pl.lit(language).alias("language"),
            pl.lit("description.created").alias("method"),
        )
    )
