"""Proper names headed by an instrument noun: "Quito Process", "Plan Frontera Norte", "Compact for Migration".

English names end in their head, or go on after it with a preposition; Spanish names begin with it. Here is said where such a
name begins and ends and which words make it a name; its kind and topic are the matter of `classification`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import lexicon
from extraction.programs.patterns import (
    CAPITAL,
    ENGLISH_LEFT,
    ENGLISH_RIGHT,
    SPANISH_RIGHT,
    YEAR,
    any_of,
    heads,
    small_heads,
)
from extraction.spans import find_all
from warehouse.reference import load

_STAND_IN = "\x02"
# A sentence with fewer words in small letters than this share is a headline: its capitals tell nothing.
_HEADLINE_SHARE = 0.25


def running_text(text: pl.Expr) -> pl.Expr:
    """Whether capital letters mean something here: not so in headlines and lines in capitals."""
    small = text.str.count_matches(r"(?:^| )[\"'(]?[a-zà-öø-ÿ][A-Za-zà-öø-ÿ]{2,}").cast(pl.Float64)
    capital = text.str.count_matches(r"(?:^| )[\"'(]?[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]{2,}")
    begins = text.str.contains(r"^[\"'¿¡•*–-]?[ ]?[A-ZÀ-ÖØ-Þ0-9]")
    return ~begins | (small >= _HEADLINE_SHARE * (small + capital))


def headed_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Names headed by an instrument noun in running text.

    Out: `sentence`, `document_id`, `start`, `end`, `name` (as written, in normal form), `head`, `language`, `method`.
    """
    english = sentences.filter(pl.col("language") == "en")
    spanish = sentences.filter(pl.col("language") == "es")
    return pl.concat([_english_names(english), _spanish_names(spanish)])


@cache
def _words(role: str, language: str) -> tuple[str, ...]:
    table = lexicon("program_words", language)
    return tuple(table.filter(table["role"] == role)["word"])


@cache
def _english_pattern() -> str:
    capital, small = any_of(heads("en")), any_of(small_heads("en"))
    tail = rf"(?: of {YEAR}| {YEAR})?(?:{ENGLISH_RIGHT})?"
    return rf"{ENGLISH_LEFT}+{capital}(?-u:\b){tail}|{ENGLISH_LEFT}+{small}(?-u:\b)|{capital}(?-u:\b){ENGLISH_RIGHT}"


def _english_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    capital, small = any_of(heads("en")), any_of(small_heads("en"))
    up_to_head = pl.col("match").str.extract_all(rf"^{ENGLISH_LEFT}*(?:{capital}|{small})(?-u:\b)").list.first()
    likely = pl.col("text").str.contains_any(list(heads("en"))) | pl.col("text").str.contains(
        rf"[A-Z][A-Za-z.-]+ {small}"
    )
    return (
        find_all(sentences.filter(likely, running_text(pl.col("text"))), _english_pattern())
        .with_columns(up_to_head.alias("_upto"))
        .with_columns(
            pl.col("_upto").str.extract_all(rf"(?:{capital}|{small})$").list.first().alias("head"),
            pl.col("match").str.slice(pl.col("_upto").str.len_chars()).alias("_right"),
        )
        .with_columns(pl.col("_upto").str.head(-pl.col("head").str.len_chars().cast(pl.Int64)).alias("_left"))
        .with_columns(_english_left_cut(pl.col("_left")).alias("_cut"))
        .with_columns(pl.col("_left").str.slice(pl.col("_cut")), _english_right(pl.col("_right")).alias("_right"))
        .with_columns(
            _specific_words(pl.col("_left"), "en").alias("_own"),
            _specific_words(pl.col("_right"), "en").alias("_told"),
            (pl.col("_left") + pl.col("head") + pl.col("_right")).alias("name"),
            (pl.col("match_start") + pl.col("_cut")).alias("start"),
        )
        .with_columns((pl.col("start") + pl.col("name").str.len_chars()).alias("end"))
        .select(
            "sentence", "document_id", "start", "end", "name", "head", "_own", "_told", pl.lit("en").alias("language")
        )
        .pipe(_names_enough)
    )


def _english_left_cut(left: pl.Expr) -> pl.Expr:
    """How many characters in front of the head do not belong to the name: owners, offices, persons, openers."""
    owners = list(_words("owner", "en"))
    protected = left.str.replace_many(owners, [owner.replace("'", _STAND_IN) for owner in owners])
    holders, titles = any_of(_words("holder", "en")), any_of(_words("title", "en"))
    openers, ordinals = any_of(_words("opener", "en")), any_of(_words("ordinal", "en"))
    cuts = (
        r"^.*(?:[A-Za-zÀ-ÿ.]'s|s') ",
        rf"^.*(?-u:\b){holders} (?:of (?:the )?)?",
        rf"^(?:.* )?{titles} (?:{CAPITAL} ){{1,2}}(?:and )?",
        rf"^(?:{openers} |of |and |for |& |against |the )+",
        rf"^(?:{ordinals} )+",
    )
    rest = protected
    for cut in cuts:
        rest = rest.str.replace(cut, "")
    return (left.str.len_chars() - rest.str.len_chars()).cast(pl.Int64)


def _english_right(right: pl.Expr) -> pl.Expr:
    """What follows the head, without the place where it is at work ("Safe Mobility Offices in Ecuador")."""
    return right.str.replace(r"^ in .*$", "").str.strip_chars_end(" .,'-")


def _spanish_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    nouns = any_of(heads("es"))
    either = any_of((*heads("es"), *small_heads("es")))
    pattern = rf"{either}(?: [a-zà-öø-ÿ]{{4,}}(?:al|iva|ivo|ca|co|ada|ado))?{SPANISH_RIGHT}(?: (?:de )?{YEAR})?"
    likely = pl.col("text").str.contains(rf"{either} ")
    return (
        find_all(sentences.filter(likely, running_text(pl.col("text"))), pattern)
        .with_columns(pl.col("match").str.extract_all(rf"^(?:{either})").list.first().alias("head"))
        .with_columns(pl.col("match").str.slice(pl.col("head").str.len_chars()).alias("_right"))
        .with_columns(
            pl.lit(0, dtype=pl.UInt32).alias("_own"),
            _specific_words(pl.col("_right"), "es").alias("_told"),
            pl.col("match").alias("name"),
            pl.col("match_start").alias("start"),
            pl.col("match_end").alias("end"),
        )
        .filter(pl.col("head").is_in(list(heads("es"))))
        .select(
            "sentence", "document_id", "start", "end", "name", "head", "_own", "_told", pl.lit("es").alias("language")
        )
        .pipe(_names_enough)
    )


def _specific_words(words: pl.Expr, language: str) -> pl.Expr:
    """How many capitalised words are neither countries nor words that any instrument may bear."""
    countries = load("country_names").filter(pl.col("language") == language, pl.col("ambiguous") != "true")["name"]
    common = sorted({*countries.to_list(), *_words("generic", language)})
    spaced = pl.concat_str(pl.lit(" "), words.str.replace_all("[ –-]", "  "), pl.lit(" "))
    return (
        spaced.str.replace_many([f" {word.replace(' ', '  ')} " for word in common], [" "] * len(common), leftmost=True)
        .str.count_matches(r" [A-ZÀ-ÖØ-Þ]")
        .cast(pl.UInt32)
    )


def _names_enough(found: pl.LazyFrame) -> pl.LazyFrame:
    """Keep what has words of its own: one before or after a strong head, two before a weak one."""
    table = lexicon("program_heads")
    nouns = pl.concat(
        [
            table.select("language", pl.col(form).alias("head"), "kind", "weight").drop_nulls("head")
            for form in ("head", "plural")
        ]
    ).unique(["language", "head"], keep="first", maintain_order=True)
    small = nouns.with_columns(pl.col("head").str.to_lowercase()).unique(
        ["language", "head"], keep="first", maintain_order=True
    )
    every = pl.concat([nouns, small]).unique(["language", "head"], keep="first", maintain_order=True).lazy()
    capital = pl.col("head").str.contains(r"^\p{Lu}")
    enough = (
        pl.when(pl.col("weight") == "strong")
        .then((pl.col("_own") + pl.col("_told") >= 1) & (capital | (pl.col("_own") >= 2)))
        .when(pl.col("weight") == "weak")
        .then((pl.col("_own") + pl.col("_told") >= 2) & capital)
        .otherwise(False)
    )
    return (
        found.join(every, on=["language", "head"], how="inner")
        .filter(enough)
        .with_columns(pl.lit("name.headed").alias("method"))
        .select("sentence", "document_id", "start", "end", "name", "head", "kind", "language", "method")
    )
